// Giving money back. The intent is committed under the payment's lock before the provider hears of it, with a key
// of its own that every try carries: whatever is lost or done twice, the customer is paid once.
import type { Refund } from '@/lib/generated/prisma/client'
import { audit } from '@/lib/audit/audit'
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { isRefundable, leftOf, lockPayment, requestHash, spentOf } from './refund-rules'
import { sendRefund } from './refund-send'
import type { RefundState } from './refund-states'

export type RefundWish = {
  readonly paymentId: string
  /** Minor units of the payment's currency. */
  readonly amount: number
  readonly reason: string
  readonly actor: string
  /** The hidden field of one rendered form: a second click finds the first's refund. */
  readonly formKey: string
  /** The most this actor may give back of one payment, in all; null for no limit. */
  readonly limit?: number | null
}

export type RefundAnswer =
  | { readonly kind: 'asked'; readonly refundId: string; readonly state: RefundState }
  | { readonly kind: 'too_much'; readonly left: number }
  | { readonly kind: 'over_limit'; readonly left: number }
  | { readonly kind: 'not_refundable' }

/** Asks the provider to give back `amount`. The state answered is the one known when the first call ended. */
export async function requestRefund(wish: RefundWish): Promise<RefundAnswer> {
  const intended = await inTransaction((tx) => intend(tx, wish))
  if (intended.kind !== 'intended') return intended
  const { id } = intended.refund
  await sendRefund({ refundId: id, token: id })
  const { state } = await db().refund.findUniqueOrThrow({ where: { id }, select: { state: true } })
  return { kind: 'asked', refundId: id, state: state as RefundState }
}

async function intend(tx: Tx, wish: RefundWish): Promise<Exclude<RefundAnswer, { kind: 'asked' }> | { kind: 'asked'; refundId: string; state: RefundState } | { kind: 'intended'; refund: Refund }> {
  const payment = await lockPayment(tx, wish.paymentId)
  if (!payment || !isRefundable(payment)) return { kind: 'not_refundable' }
  const refunds = await tx.refund.findMany({ where: { paymentId: payment.id } })
  const earlier = refunds.find((refund) => refund.formKey === wish.formKey)
  if (earlier) return { kind: 'asked', refundId: earlier.id, state: earlier.state as RefundState }

  const left = leftOf(payment, refunds)
  if (wish.amount > left) return { kind: 'too_much', left }
  const own = spentOf(refunds.filter((refund) => refund.actor === wish.actor))
  if (typeof wish.limit === 'number' && own + wish.amount > wish.limit) return { kind: 'over_limit', left: Math.max(0, wish.limit - own) }

  const id = newId()
  const refund = await tx.refund.create({
    data: {
      id,
      paymentId: payment.id,
      amount: wish.amount,
      currency: payment.currency,
      idempotencyKey: id,
      requestHash: requestHash(payment, { idempotencyKey: id, amount: wish.amount, reason: wish.reason }),
      formKey: wish.formKey,
      reason: wish.reason,
      actor: wish.actor,
      // Ours to send until the lease runs out; then whoever reconciles does it.
      claimToken: id,
      claimUntil: new Date((await databaseNow(tx)).getTime() + env().claimLeaseMs),
    },
  })
  await audit(tx, { actor: wish.actor, action: 'payment.refund', subject: `payment:${payment.id}`, reason: wish.reason, detail: { refundId: id, amount: wish.amount } })
  return { kind: 'intended', refund }
}

export type RefundRow = Pick<Refund, 'id' | 'amount' | 'reason' | 'actor' | 'code' | 'tries' | 'nextTryAt' | 'createdAt' | 'updatedAt'> & { readonly state: RefundState }
export type Refunds = { readonly refundable: boolean; readonly rows: readonly RefundRow[]; readonly left: number; readonly succeeded: number; readonly spent: number }

/** The refunds of a payment, oldest first, and what is left to give back. */
export async function refundsOf(paymentId: string): Promise<Refunds> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId }, include: { refunds: { orderBy: { createdAt: 'asc' } } } })
  const { refunds } = payment
  return {
    refundable: isRefundable(payment),
    rows: refunds.map((refund) => ({ ...refund, state: refund.state as RefundState })),
    left: leftOf(payment, refunds),
    succeeded: spentOf(refunds.filter((refund) => refund.state === 'succeeded')),
    spent: spentOf(refunds),
  }
}
