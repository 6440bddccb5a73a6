import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { buyableOf, lineState, type LineState, totals } from './rules'

export type CartLine = {
  readonly variantId: number
  readonly slug: string
  readonly name: string
  readonly size: string
  readonly drawing: string
  readonly quantity: number
  /** Whole krónur, VAT included; today's price, not the one of the day it was put in. */
  readonly unitPrice: number
  /** Of all that was asked for, whether it is there or not. */
  readonly lineTotal: number
  readonly vatRate: number
  readonly available: number
  /** How many of them would be bought now; these alone are in the cart's sums. */
  readonly buyable: number
  readonly state: LineState
}

export type Cart = {
  readonly lines: readonly CartLine[]
  /** Pieces in the cart, and how many of them would be bought now. */
  readonly count: number
  readonly buyable: number
  /** Whole krónur, of what would be bought now; VAT is in the total. */
  readonly total: number
  readonly vat: number
}

/** The cart as it would be bought now, in the order it was filled. No cart and an empty cart are the same. */
export async function readCart(cartId: string | null, locale: Locale): Promise<Cart> {
  if (!cartId) return summed([])
  const rows = await db().cartLine.findMany({
    where: { cartId },
    orderBy: [{ addedAt: 'asc' }, { variantId: 'asc' }],
    include: { variant: { include: { product: true } } },
  })
  const lines = rows.map(({ quantity, variant: { product, ...variant } }): CartLine => {
    const hidden = variant.hidden || product.hidden
    const available = hidden ? 0 : variant.onHand - variant.held
    return {
      variantId: variant.id,
      slug: product.slug,
      name: locale === 'is' ? product.nameIs : product.nameEn,
      size: variant.size,
      drawing: product.drawing,
      quantity,
      unitPrice: product.price,
      lineTotal: quantity * product.price,
      vatRate: product.vatRate,
      available,
      buyable: buyableOf(quantity, available),
      state: hidden ? 'not_sold' : lineState(quantity, available),
    }
  })
  return summed(lines)
}

/** What is not there costs nothing: no sum is shown that nobody could be asked to pay. */
function summed(lines: readonly CartLine[]): Cart {
  const { count, total, vat } = totals(lines.map((line) => ({ ...line, quantity: line.buyable })))
  return { lines, count: totals(lines).count, buyable: count, total, vat }
}

/** How many pieces lie in the cart, for the number in the header. */
export async function countItems(cartId: string): Promise<number> {
  const sum = await db().cartLine.aggregate({ where: { cartId }, _sum: { quantity: true } })
  return sum._sum.quantity ?? 0
}
