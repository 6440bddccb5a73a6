// What a move of a payment does to its order, its goods and the outbox, inside the same transaction.
import type { Payment } from '@/lib/generated/prisma/client'
import { Prisma, type Tx } from '@/lib/db'
import { toldEnds } from '@/lib/mail/payment-ended'
import { reopenOrder, retryWindowMs } from '@/lib/orders/commands'
import { isPaid } from '@/lib/orders/states'
import { holdStock, sellHeldStock } from '@/lib/orders/stock'
import { enqueue } from '@/lib/outbox/commands'
import { openAttention } from './attention'
import { activeStates, endedUnheard, isActive, type CancelBy, type Facts, type State } from './machine'

/** What the decision depends on, read under the order's lock. */
export async function readFacts(tx: Tx, payment: Payment, now: Date): Promise<Facts> {
  const others = await tx.payment.findMany({ where: { orderId: payment.orderId, id: { not: payment.id } }, select: { state: true } })
  const order = await tx.order.findUniqueOrThrow({ where: { id: payment.orderId }, select: { state: true } })
  const paidByAnother = others.some((other) => other.state === 'confirmed')
  const free = !paidByAnother && !others.some((other) => activeStates.includes(other.state as State))
  return {
    cancelBy: payment.cancelBy as CancelBy | null,
    pastDeadline: now > payment.expiresAt,
    paidByAnother,
    honourable: free && (order.state === 'open' || (order.state === 'expired' && (await goodsToBeHad(tx, payment.orderId)))),
  }
}

/** Could an expired order's goods be held again? Locks them, so that the answer is still true when it is used. */
async function goodsToBeHad(tx: Tx, orderId: string): Promise<boolean> {
  const short = await tx.$queryRaw<{ short: boolean }[]>(Prisma.sql`
    SELECT v.on_hand - v.held < l.quantity AS short FROM order_line l JOIN variant v ON v.id = l.variant_id
    WHERE l.order_id = ${orderId} ORDER BY v.id FOR UPDATE OF v`)
  return short.every((line) => !line.short)
}

export async function applyToOrder(tx: Tx, payment: Payment, from: State, now: Date): Promise<void> {
  const to = payment.state as State
  if (to === 'confirmed') return orderPaid(tx, payment, now)
  if (to === 'surplus') return openAttention(tx, payment.id, 'surplus', 'taken for an order that another payment has paid: refund it')
  if (to === 'late_unhonoured' && !isActive(from)) return openAttention(tx, payment.id, 'paid_late', 'the customer accepted after the end: the reservation is left to lapse')
  if (to === 'reserved' && !isActive(from)) {
    await reopenIfClosed(tx, payment, new Date(now.getTime() + 7 * 86_400_000))
    return
  }
  // An end leaves the order open for another try, for a while.
  if (isActive(from) && !isActive(to)) {
    await tx.order.updateMany({ where: { id: payment.orderId, state: 'open' }, data: { holdUntil: new Date(now.getTime() + retryWindowMs) } })
    await tellOfEnd(tx, payment)
  }
}

/** Whoever cancelled knows; anybody else is told that nothing was taken, where that is known, and how to try again. */
async function tellOfEnd(tx: Tx, payment: Payment): Promise<void> {
  const { id, orderId, version, state, cancelBy } = payment
  const end = endedUnheard(payment) ? 'unheard' : toldEnds.find((one) => one === state)
  if (!end || (end === 'cancelled' && cancelBy !== 'merchant')) return
  await enqueue(tx, { causeKey: `payment-end:${id}:${version}`, kind: 'mail.payment_ended', payload: { orderId, paymentId: id, end } })
}

async function reopenIfClosed(tx: Tx, payment: Payment, holdUntil: Date): Promise<boolean> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: payment.orderId }, select: { state: true } })
  return order.state === 'open' || isPaid(order.state) || reopenOrder(tx, payment.orderId, holdUntil)
}

async function orderPaid(tx: Tx, payment: Payment, now: Date): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: payment.orderId }, include: { lines: true } })
  // One payment of an order is ever confirmed, so this is news; but nothing opens what was paid, or given back, before.
  if (isPaid(order.state)) return
  // Money is money: an order that had been closed is paid all the same, with its goods if they can be had.
  const held = order.stock === 'held' || (order.stock === 'released' && (await holdStock(tx, order.lines)).held)
  if (held) await sellHeldStock(tx, order.lines)
  else await openAttention(tx, payment.id, 'paid_late', 'paid after the order was closed, and its goods are gone: refund it or find them')
  if (order.state !== 'open' && held) await openAttention(tx, payment.id, 'paid_late', 'paid after the order was closed: its goods were still to be had')
  await tx.order.update({ where: { id: order.id }, data: { state: 'paid', paidAt: now, ...(held && { stock: 'sold' }) } })
  // At a till nobody leaves an address: the receipt is on paper.
  if (order.email) await enqueue(tx, { causeKey: `payment:${payment.id}:${payment.version}`, kind: 'mail.order_paid', payload: { orderId: order.id } })
}
