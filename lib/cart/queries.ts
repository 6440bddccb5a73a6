import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { lineState, type LineState, totals, type Totals } from './rules'

export type CartLine = {
  readonly variantId: number
  readonly slug: string
  readonly name: string
  readonly size: string
  readonly drawing: string
  readonly quantity: number
  /** Whole krónur, VAT included; today's price, not the one of the day it was put in. */
  readonly unitPrice: number
  readonly lineTotal: number
  readonly vatRate: number
  readonly available: number
  readonly state: LineState
}

export type Cart = Totals & { readonly lines: readonly CartLine[] }

/** The cart as it would be bought now, in the order it was filled. No cart and an empty cart are the same. */
export async function readCart(cartId: string | null, locale: Locale): Promise<Cart> {
  if (!cartId) return { lines: [], ...totals([]) }
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
      state: hidden ? 'not_sold' : lineState(quantity, available),
    }
  })
  return { lines, ...totals(lines) }
}

/** How many pieces lie in the cart, for the number in the header. */
export async function countItems(cartId: string): Promise<number> {
  const sum = await db().cartLine.aggregate({ where: { cartId }, _sum: { quantity: true } })
  return sum._sum.quantity ?? 0
}
