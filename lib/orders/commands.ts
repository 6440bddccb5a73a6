import { databaseNow, inTransaction, type Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Locale } from '@/lib/i18n'
import { vatIncluded } from '@/lib/money'
import { enqueue } from '@/lib/outbox/commands'
import type { CheckoutForm } from './checkout-schema'
import { deliveryOption } from './delivery'
import { frozenLine, sum } from './lines'
import { stillThere } from './of-shopper'
import { isPaid } from './states'
import { holdStock, releaseStock } from './stock'

/** How long after a payment's end the goods are kept for another try, milliseconds. */
export const retryWindowMs = 15 * 60_000

export type Shortage = { readonly variantId: number; readonly name: string; readonly size: string; readonly available: number }

/** Thrown inside the transaction that places an order, so that nothing of it stays. */
export class OutOfStock extends Error {
  constructor(readonly lines: readonly Shortage[]) {
    super('out of stock')
  }
}

export type Placement = { readonly cartId: string; readonly locale: Locale; readonly form: CheckoutForm; readonly holdMs: number; /** Who is signed in. */ readonly shopperId?: string | null }

/**
 * Makes an order of a cart inside the caller's transaction: lines, prices and VAT frozen as they are now,
 * goods held, cart emptied. Null when the cart is empty. Throws OutOfStock.
 */
export async function placeOrder(tx: Tx, { cartId, locale, form, holdMs, shopperId }: Placement) {
  // Two tabs ordering one cart come in one after the other; the second finds it empty.
  await tx.$queryRaw`SELECT id FROM cart WHERE id = ${cartId} FOR UPDATE`
  const wanted = await tx.cartLine.findMany({ where: { cartId }, include: { variant: { include: { product: true } } }, orderBy: { addedAt: 'asc' } })
  if (!wanted.length) return null
  const hidden = wanted.filter(({ variant }) => variant.hidden || variant.product.hidden)
  if (hidden.length) throw new OutOfStock(hidden.map(({ variant }) => ({ variantId: variant.id, name: nameOf(variant, locale), size: variant.size, available: 0 })))

  const held = await holdStock(tx, wanted)
  if (!held.held) throw new OutOfStock(await shortages(tx, wanted, locale))

  const lines = wanted.map((one) => frozenLine(one, locale))
  const delivery = deliveryOption(form.delivery)
  const order = await tx.order.create({
    data: {
      id: newId(),
      checkoutKey: form.checkoutKey,
      cartId,
      shopperId: await stillThere(tx, shopperId),
      locale,
      name: form.name,
      email: form.email,
      delivery: delivery.kind,
      address: form.address,
      postcode: form.postcode,
      city: form.city,
      deliveryPrice: delivery.price,
      total: sum(lines.map((l) => l.lineTotal)) + delivery.price,
      vatTotal: sum(lines.map((l) => l.vatAmount)) + vatIncluded(delivery.price, delivery.vatRate),
      holdUntil: new Date((await databaseNow(tx)).getTime() + holdMs),
      lines: { create: lines },
    },
    include: { lines: true },
  })
  await tx.cartLine.deleteMany({ where: { cartId } })
  await enqueue(tx, { causeKey: `order:${order.id}`, kind: 'mail.order_placed', payload: { orderId: order.id } })
  return order
}

type Wanted = { quantity: number; variant: { id: number; size: string; onHand: number; held: number; product: { nameIs: string; nameEn: string } } }

const nameOf = ({ product }: Wanted['variant'], locale: Locale): string => (locale === 'is' ? product.nameIs : product.nameEn)

/** What is left of the goods that are too few. */
export async function shortages(tx: Tx, wanted: readonly Wanted[], locale: Locale): Promise<Shortage[]> {
  const fresh = await tx.variant.findMany({ where: { id: { in: wanted.map((w) => w.variant.id) } }, select: { id: true, onHand: true, held: true } })
  const available = new Map(fresh.map((v) => [v.id, v.onHand - v.held]))
  return wanted.flatMap(({ quantity, variant }) => {
    const left = available.get(variant.id) ?? 0
    if (left >= quantity) return []
    return [{ variantId: variant.id, name: nameOf(variant, locale), size: variant.size, available: left }]
  })
}

/** Locks an order; every change of an order, its payments or its stock begins here. */
export async function lockOrder(tx: Tx, orderId: string): Promise<{ now: Date }> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now FROM orders WHERE id = ${orderId} FOR UPDATE`
  if (!row) throw new Error(`no order ${orderId}`)
  return row
}

/** Closes an open order and gives its goods back, under the caller's order lock. */
export async function closeOrder(tx: Tx, orderId: string, state: 'expired' | 'cancelled'): Promise<void> {
  const lines = await tx.orderLine.findMany({ where: { orderId }, select: { variantId: true, quantity: true } })
  await releaseStock(tx, lines)
  await tx.order.update({ where: { id: orderId, state: 'open', stock: 'held' }, data: { state, stock: 'released' } })
}

/** Takes up an expired order again if its goods can still be had, under the caller's order lock. */
export async function reopenOrder(tx: Tx, orderId: string, holdUntil: Date): Promise<boolean> {
  const lines = await tx.orderLine.findMany({ where: { orderId }, select: { variantId: true, quantity: true } })
  if (!(await holdStock(tx, lines)).held) return false
  await tx.order.update({ where: { id: orderId, state: { in: ['expired', 'cancelled'] }, stock: 'released' }, data: { state: 'open', stock: 'held', holdUntil } })
  return true
}

/** Puts the lines of an order into a cart, as far as the cart's own limits allow. */
async function refillCart(tx: Tx, orderId: string, cartId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO cart (id, updated_at) VALUES (${cartId}, now()) ON CONFLICT (id) DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO cart_line (cart_id, variant_id, quantity)
    SELECT ${cartId}, variant_id, quantity FROM order_line WHERE order_id = ${orderId} AND variant_id IS NOT NULL
    ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = least(99, greatest(cart_line.quantity, excluded.quantity))`
}

/**
 * The shopper wants the goods back in the cart: an open order none of whose payments can still take money is
 * cancelled. Nothing changes while one can, or when the order is paid.
 */
export async function returnToCart(orderId: string, cartId: string): Promise<'ok' | 'still_paying'> {
  return inTransaction(async (tx) => {
    await lockOrder(tx, orderId)
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } })
    if (isPaid(order.state)) return 'still_paying'
    const active = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM payment WHERE order_id = ${orderId} AND state NOT IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured')`
    if (active.length) return 'still_paying'
    if (order.state === 'open') await closeOrder(tx, orderId, 'cancelled')
    await refillCart(tx, orderId, cartId)
    return 'ok'
  })
}
