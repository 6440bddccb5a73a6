// The only writer of payment rows. One transaction: locks (order, then payment, then stock), the decision
// (decide.ts, by the tables in machine.ts), the event, and every effect the move has inside the database.
import type { Payment } from '@/lib/generated/prisma/client'
import { inTransaction, type Tx } from '@/lib/db'
import { lockOrder } from '@/lib/orders/commands'
import { openAttention } from './attention'
import { crashPoint } from './crash-point'
import { changeBySeen, changeBySignal, written, type By, type Change, type Said } from './decide'
import { applyToOrder, readFacts } from './effects'
import { followGoods } from './follow-goods'
import type { State } from './machine'

export type { By, Cause, Said } from './decide'

export type Recorded = { readonly payment: Payment; readonly from: State; readonly moved: boolean }

/**
 * Applies one thing said about one payment. Whatever order messages come in, and however often, the result
 * depends only on the row as it is under the lock.
 */
export async function record(paymentId: string, said: Said, by: By): Promise<Recorded> {
  const recorded = await inTransaction((tx) => recordIn(tx, paymentId, said, by))
  if (recorded.moved) crashPoint(`record.committed.${recorded.payment.state}`)
  return recorded
}

/** The same inside a transaction of the caller's, which has no payment's or stock's lock yet. */
export async function recordIn(tx: Tx, paymentId: string, said: Said, by: By): Promise<Recorded> {
  const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } })
  const { now } = await lockOrder(tx, orderId)
  await tx.$queryRaw`SELECT 1 FROM payment WHERE id = ${paymentId} FOR UPDATE`
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const change =
    'seen' in said
      ? changeBySeen(payment, said, await readFacts(tx, payment, now))
      : changeBySignal(payment, said, { orderOpen: await isOrderOpen(tx, orderId), now })
  if (!change) return { payment, from: payment.state as State, moved: false }
  return write(tx, payment, change, by, now)
}

/** The order waits for money, and its goods are there. */
async function isOrderOpen(tx: Tx, orderId: string): Promise<boolean> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true, stock: true } })
  return order.state === 'open' && order.stock === 'held'
}

async function write(tx: Tx, payment: Payment, change: Change, by: By, now: Date): Promise<Recorded> {
  const from = payment.state as State
  const { moved, data, event } = written(payment, change, by, now)
  if (change.attention) await openAttention(tx, payment.id, change.attention.kind, change.attention.detail)
  if (!data) return { payment, from, moved }

  const updated = await tx.payment.update({ where: { id: payment.id, version: payment.version }, data })
  if (event) await tx.paymentEvent.create({ data: event })
  if (moved) await applyToOrder(tx, updated, from, now)
  if (moved) await followGoods(tx, updated, now)
  if (moved) crashPoint(`record.before_commit.${updated.state}`)
  return { payment: updated, from, moved }
}
