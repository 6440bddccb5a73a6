import { databaseNow, type Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { words, type Locale } from '@/lib/i18n'
import { vatIncluded } from '@/lib/money'
import { OutOfStock, shortages } from './commands'
import { frozenLine, sum } from './lines'
import { holdStock } from './stock'

/** VAT on an amount that was typed, percent: the general rate. */
const amountVatRate = 24

export type TillSale = {
  readonly items: readonly { readonly variantId: number; readonly quantity: number }[]
  /** Whole krónur besides the items, VAT included; 0 for none. */
  readonly amount: number
  /** One per sale: sending it twice sells once. */
  readonly saleKey: string
  readonly locale: Locale
  /** Who sells, "user:<id>", and where. */
  readonly actor: string
  readonly locationId: string
  readonly registerId: string
}

/**
 * Makes an order of a sale at a till inside the caller's transaction, goods held. Null when there is nothing to
 * sell. Throws OutOfStock.
 */
export async function placeTillOrder(tx: Tx, sale: TillSale, holdMs: number) {
  const quantities = new Map(sale.items.map(({ variantId, quantity }) => [variantId, quantity]))
  const variants = await tx.variant.findMany({ where: { id: { in: [...quantities.keys()] } }, include: { product: true } })
  const wanted = variants.map((variant) => ({ variant, variantId: variant.id, quantity: quantities.get(variant.id) ?? 0 }))
  const held = await holdStock(tx, wanted)
  if (!held.held) throw new OutOfStock(await shortages(tx, wanted, sale.locale))

  const lines = [...wanted.map((one) => frozenLine(one, sale.locale)), ...(sale.amount > 0 ? [amountLine(sale)] : [])]
  if (!lines.length || wanted.length < quantities.size) return null
  return tx.order.create({
    data: {
      id: newId(),
      checkoutKey: sale.saleKey,
      channel: 'pos',
      createdBy: sale.actor,
      locationId: sale.locationId,
      registerId: sale.registerId,
      locale: sale.locale,
      name: '',
      email: '',
      delivery: 'collect',
      deliveryPrice: 0,
      total: sum(lines.map((line) => line.lineTotal)),
      vatTotal: sum(lines.map((line) => line.vatAmount)),
      holdUntil: new Date((await databaseNow(tx)).getTime() + holdMs),
      lines: { create: lines },
    },
    include: { lines: true },
  })
}

function amountLine({ amount, locale }: TillSale) {
  return {
    variantId: null,
    sku: '-',
    name: words(locale, 'admin')('pos.goods'),
    size: '',
    drawing: null,
    slug: null,
    quantity: 1,
    unitPrice: amount,
    lineTotal: amount,
    vatRate: amountVatRate,
    vatAmount: vatIncluded(amount, amountVatRate),
  }
}
