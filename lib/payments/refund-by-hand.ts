// What a person may do about a refund that has no clear answer. Who, and why, is written down with it.
import { audit, auditAlone } from '@/lib/audit/audit'
import { db, inTransaction } from '@/lib/db'
import { lockPayment } from './refund-rules'
import { claimRefund, givenBack, sendRefund } from './refund-send'
import { isSettled, type RefundState } from './refund-states'

type Answer = RefundState | 'busy' | 'gone'

/** Sends an unsettled refund once more, now, with the key it has. */
export async function retryRefund(refundId: string, actor: string): Promise<Answer> {
  const refund = await db().refund.findUnique({ where: { id: refundId } })
  if (!refund) return 'gone'
  if (isSettled(refund.state)) return refund.state as RefundState
  const claim = await claimRefund(refundId)
  if (!claim) return 'busy'
  await auditAlone({ actor, action: 'payment.refund_retry', subject: `payment:${refund.paymentId}`, detail: { refundId } })
  await sendRefund(claim)
  return (await db().refund.findUniqueOrThrow({ where: { id: refundId } })).state as RefundState
}

export type Settlement = { readonly refundId: string; readonly made: boolean; readonly actor: string; readonly reason: string }

/**
 * Ends a refund nobody can get an answer to, by what a person read in the provider's own books. Only once no more
 * tries are made by themselves, and none is under way: else a try could contradict the person.
 */
export async function settleRefund({ refundId, made, actor, reason }: Settlement): Promise<Answer> {
  const found = await db().refund.findUnique({ where: { id: refundId }, select: { paymentId: true } })
  if (!found) return 'gone'
  return inTransaction(async (tx) => {
    const payment = await lockPayment(tx, found.paymentId)
    const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } })
    if (!payment || isSettled(refund.state)) return refund.state as RefundState
    const state = made ? 'succeeded' : 'refused'
    const settled = await tx.$executeRaw`
      UPDATE refund SET state = ${state}, updated_at = clock_timestamp()
      WHERE id = ${refundId} AND state = 'unknown' AND next_try_at IS NULL AND claim_until < clock_timestamp()`
    if (settled !== 1) return 'busy'
    await audit(tx, { actor, action: made ? 'payment.refund_made' : 'payment.refund_not_made', subject: `payment:${payment.id}`, reason, detail: { refundId } })
    if (made) await givenBack(tx, payment, refund)
    return state
  })
}
