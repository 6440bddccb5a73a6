import type { Sql } from '../db'
import { queueCallback } from './callbacks'
import { changeCart, isWaiting, nextInvoiceNumber, type Cart } from './carts'
import { readSwitches } from './switches'
import { hasNoCredit } from './traits'

// Every step a cart can take. Each runs in a transaction that holds the cart's lock.

/** The customer says yes: a payment when it is automatic, else a reservation for the provider to answer. */
export async function customerAccepts(tx: Sql, cart: Cart, at: Date): Promise<Cart> {
  if (await hasNoCredit(tx, cart.appKey, cart.customer)) return customerRejects(tx, cart, at)
  const accepted = cart.confirmationType === 0 ? await pay(tx, cart, at) : await reserve(tx, cart, at)
  await queueCallback(tx, accepted, 'confirm', at)
  return accepted
}

export async function customerRejects(tx: Sql, cart: Cart, at: Date): Promise<Cart> {
  const declined = await close(tx, cart, 'declined', at)
  await queueCallback(tx, declined, 'cancel', at)
  return declined
}

async function reserve(tx: Sql, cart: Cart, at: Date): Promise<Cart> {
  const { reservationMs } = await readSwitches(tx, cart.appKey)
  const lapsesAt = new Date(at.getTime() + reservationMs)
  return changeCart(tx, cart, { state: 'reserved', reservedAt: at, lapsesAt, invoiceNumber: await nextInvoiceNumber(tx) })
}

export async function pay(tx: Sql, cart: Cart, at: Date): Promise<Cart> {
  return changeCart(tx, cart, { state: 'paid', paidAt: at, invoiceNumber: cart.invoiceNumber ?? (await nextInvoiceNumber(tx)) })
}

export async function close(
  tx: Sql,
  cart: Cart,
  state: 'cancelled' | 'declined' | 'expired' | 'lapsed' | 'unacknowledged',
  at: Date,
): Promise<Cart> {
  return changeCart(tx, cart, { state, closedAt: at })
}

async function runOut(tx: Sql, cart: Cart, state: 'expired' | 'lapsed', at: Date): Promise<Cart> {
  const closed = await close(tx, cart, state, at)
  if ((await readSwitches(tx, cart.appKey)).cancelCallbackOnExpiry === 'on') await queueCallback(tx, closed, 'cancel', at)
  return closed
}

/** Does what is due by now, in the order in which it came due. */
export async function settle(tx: Sql, cart: Cart, now: Date): Promise<Cart> {
  const acts = await tx<{ kind: 'accept' | 'reject'; dueAt: Date }>(
    `with done as (delete from sandbox.netgiro_act where cart_id = $1 and due_at <= $2 returning *)
     select kind, due_at from done order by due_at, id`,
    [cart.id, now],
  )
  let settled = cart
  for (const { kind, dueAt } of acts) {
    if (settled.state !== 'pending' || dueAt >= settled.expiresAt) continue
    settled = await (kind === 'accept' ? customerAccepts : customerRejects)(tx, settled, dueAt)
  }
  if (isWaiting(settled) && settled.expiresAt <= now) settled = await runOut(tx, settled, 'expired', settled.expiresAt)
  if (settled.state === 'reserved' && settled.lapsesAt && settled.lapsesAt <= now) {
    settled = await runOut(tx, settled, 'lapsed', settled.lapsesAt)
  }
  return settled
}
