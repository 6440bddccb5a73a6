// What becomes of goods that leave when their money is taken, in the transaction that learns what became of the money.
import type { Payment } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { stepName, writeStep } from '@/lib/orders/fulfilment'
import { isToBeFulfilled } from '@/lib/orders/steps'
import { isActive, type State } from './machine'

/** The money is there: the step is taken, told and mailed with it. The reservation is over: nothing of that is. */
export async function followGoods(tx: Tx, payment: Payment, now: Date): Promise<void> {
  const { id: paymentId, state, captureBy, orderId } = payment
  if (captureBy === 'shop' || isActive(state as State)) return
  // Nobody need hurry for it any more: the one kind of item that goes by itself.
  const warned = { paymentId, kind: 'reservation_ends', clearedAt: null }
  await tx.attention.updateMany({ where: warned, data: { clearedAt: now, clearedBy: 'system', clearedWhy: 'the reservation is no longer open' } })
  if (captureBy !== 'leaving') return
  const leaving = await tx.orderLeaving.findFirst({ where: { paymentId, endedAt: null } })
  if (!leaving) return
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } })
  const paid = state === 'confirmed' && isToBeFulfilled(order)
  await tx.orderLeaving.update({ where: { id: leaving.id }, data: { outcome: paid ? 'taken' : 'over', endedAt: now } })
  if (!paid) return
  const { step, trackingUrl, actor, formKey } = leaving
  await writeStep(tx, order, { step: stepName.parse(step), trackingUrl, actor, formKey }, now)
}
