import { db, inTransaction, type Tx } from '@/lib/db'
import { maxLines, maxQuantity } from './rules'

export type CartResult =
  | { readonly kind: 'done'; readonly quantity: number }
  | { readonly kind: 'no_such_variant' }
  | { readonly kind: 'sold_out' }
  /** More than there is: `available` can be bought, `inCart` of them lie in the cart already. */
  | { readonly kind: 'too_many'; readonly available: number; readonly inCart: number }
  /** Beyond 99 of one thing. */
  | { readonly kind: 'over_limit'; readonly inCart: number }
  | { readonly kind: 'cart_full' }

/** Puts `quantity` more of a variant into the cart, and makes the cart if there is none. */
export const addLine = (cartId: string, variantId: number, quantity: number): Promise<CartResult> =>
  change(cartId, variantId, (inCart) => inCart + quantity)

/** Makes the line hold exactly `quantity`. A line that is gone meanwhile is put back: that is what was asked for. */
export const setLineQuantity = (cartId: string, variantId: number, quantity: number): Promise<CartResult> =>
  change(cartId, variantId, () => quantity)

/** Taking out what is not there is done already. */
export async function removeLine(cartId: string, variantId: number): Promise<void> {
  await db().cartLine.deleteMany({ where: { cartId, variantId } })
}

/** The one way a line comes in or changes: to what `wantedOf` makes of what lies in the cart, or not at all. */
async function change(cartId: string, variantId: number, wantedOf: (inCart: number) => number): Promise<CartResult> {
  return changed(cartId, variantId, wantedOf).catch((error: unknown) => {
    // The merchant took the size away while it was put in: what the line names is gone.
    if ((error as { code?: string }).code === 'P2003') return { kind: 'no_such_variant' }
    throw error
  })
}

async function changed(cartId: string, variantId: number, wantedOf: (inCart: number) => number): Promise<CartResult> {
  return inTransaction(async (tx) => {
    const available = await availableOf(tx, variantId)
    if (available === null) return { kind: 'no_such_variant' }
    await lockCart(tx, cartId)
    const lines = await tx.cartLine.findMany({ where: { cartId }, select: { variantId: true, quantity: true } })
    const inCart = lines.find((line) => line.variantId === variantId)?.quantity ?? 0
    const quantity = wantedOf(inCart)
    if (available < 1) return { kind: 'sold_out' }
    if (quantity > maxQuantity) return { kind: 'over_limit', inCart }
    if (quantity > available) return { kind: 'too_many', available, inCart }
    if (!inCart && lines.length >= maxLines) return { kind: 'cart_full' }
    await tx.cartLine.upsert({
      where: { cartId_variantId: { cartId, variantId } },
      create: { cartId, variantId, quantity },
      update: { quantity },
    })
    return { kind: 'done', quantity }
  })
}

/** What can be bought now. Read without a lock: the order that is placed later is what takes from the stock. */
async function availableOf(tx: Tx, variantId: number): Promise<number | null> {
  const variant = await tx.variant.findUnique({
    where: { id: variantId, hidden: false, product: { hidden: false } },
    select: { onHand: true, held: true },
  })
  return variant && variant.onHand - variant.held
}

/** One change of a cart at a time: two tabs adding at once add twice, and a checkout sees a whole cart. */
async function lockCart(tx: Tx, cartId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cart (id, updated_at) VALUES (${cartId}, now())
    ON CONFLICT (id) DO UPDATE SET updated_at = now()`
}
