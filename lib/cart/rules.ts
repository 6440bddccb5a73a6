// What a cart may hold. Pure: the same rules in the commands, the pages and the tests.
import { z } from 'zod'
import { vatIncluded } from '@/lib/money'

export const maxQuantity = 99
/** More different goods than anybody buys; it keeps one cart from becoming a store of rows. */
export const maxLines = 50

// The messages of the schemas are keys into the checkout's words, `cart.*`.

/** A whole number from 1 to 99, written as one: "1e1", "1.0", "+1" and " 1" are not. */
export const quantitySchema = z
  .string('badQuantity')
  .regex(/^[1-9]\d?$/, 'badQuantity')
  .transform(Number)

/** A variant's number as a form sends it, within what the database can hold. */
export const variantIdSchema = z
  .string('noSuchVariant')
  .regex(/^[1-9]\d{0,9}$/, 'noSuchVariant')
  .transform(Number)
  .refine((id) => id <= 2_147_483_647, 'noSuchVariant')

/** `not_sold`: the shop has it no longer, however many there are. */
export type LineState = 'ok' | 'fewer_left' | 'sold_out' | 'not_sold'

/** How a line stands against what can be bought now; stock is promised to nobody until the order is placed. */
export function lineState(quantity: number, available: number): LineState {
  if (available < 1) return 'sold_out'
  return quantity > available ? 'fewer_left' : 'ok'
}

/** How many of a line would be bought now. What is withdrawn counts as none there. */
export const buyableOf = (quantity: number, available: number): number => Math.max(0, Math.min(quantity, available))

type Priced = { readonly quantity: number; readonly unitPrice: number; readonly vatRate: number }

export type Totals = { readonly count: number; readonly total: number; readonly vat: number }

/** Sums in whole krónur. VAT is inside the prices and is rounded once a line, as the order will freeze it. */
export function totals(lines: readonly Priced[]): Totals {
  return lines.reduce<Totals>(
    (sum, { quantity, unitPrice, vatRate }) => ({
      count: sum.count + quantity,
      total: sum.total + quantity * unitPrice,
      vat: sum.vat + vatIncluded(quantity * unitPrice, vatRate),
    }),
    { count: 0, total: 0, vat: 0 },
  )
}
