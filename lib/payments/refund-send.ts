// The calls of a refund: one at a time, all with the same key, until there is an answer.
import { randomUUID } from 'node:crypto'
import type { Payment, Refund } from '@/lib/generated/prisma/client'
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import type { Outcome } from '@/lib/gateways/gateway'
import { log } from '@/lib/log'
import type { Currency } from '@/lib/money'
import { enqueue } from '@/lib/outbox/commands'
import { openAttention } from './attention'
import { crashPoint } from './crash-point'
import { gatewayNamed } from './gateways'
import { recorderFor } from './recorder'
import { lockPayment, requestHash } from './refund-rules'
import { isSettled, nextTryAt } from './refund-states'

export type RefundClaim = { readonly refundId: string; readonly token: string }

/** Sends one claimed refund and writes down what came of it. */
export async function sendRefund({ refundId, token }: RefundClaim): Promise<void> {
  crashPoint('refund.intended')
  const refund = await begin({ refundId, token })
  if (!refund) return
  const { payment } = refund
  const gateway = gatewayNamed(payment.gateway)
  if (!gateway.refund || !payment.transactionId) throw new Error(`refund ${refundId}: its payment can't be refunded`)
  const currency = refund.currency as Currency
  const outcome = await gateway.refund(
    {
      transactionId: payment.transactionId,
      reference: payment.reference,
      amount: { amount: payment.amount, currency },
      idempotencyKey: refund.idempotencyKey,
      refund: { amount: refund.amount, currency },
      lines: [],
      reason: refund.reason,
    },
    // Never past the claim, half of which was left: after it another worker may be at the same refund.
    { recorder: recorderFor(payment.id), budgetMs: env().claimLeaseMs * 0.45 },
  )
  crashPoint('refund.answered')
  await conclude({ refundId, token }, payment.id, outcome)
}

type Begun = Refund & { readonly payment: Payment }

/** Commits that a call is about to be made. A refund found `sent` had a caller who died: that call may have succeeded. */
async function begin({ refundId, token }: RefundClaim): Promise<Begun | null> {
  const refund = await db().refund.findUniqueOrThrow({ where: { id: refundId }, include: { payment: true } })
  if (requestHash(refund.payment, refund) !== refund.requestHash) {
    await openAttention(db(), refund.paymentId, 'refund_unclear', `refund ${refundId}: not what its key was made for; nothing was sent`)
    await db().$executeRaw`UPDATE refund SET next_try_at = NULL, claim_until = 'epoch' WHERE id = ${refundId}`
    return null
  }
  const begun = await db().$executeRaw`
    UPDATE refund SET state = 'sent', tries = tries + 1, updated_at = clock_timestamp(),
      unknown_since = CASE WHEN state = 'sent' THEN coalesce(unknown_since, updated_at) ELSE unknown_since END
    WHERE id = ${refundId} AND claim_token = ${token} AND claim_until > clock_timestamp() + ${env().claimLeaseMs / 2} * interval '1 millisecond' AND state IN ('requested', 'sent', 'unknown')`
  return begun === 1 ? db().refund.findUniqueOrThrow({ where: { id: refundId }, include: { payment: true } }) : null
}

async function conclude({ refundId, token }: RefundClaim, paymentId: string, outcome: Outcome<unknown>): Promise<void> {
  await inTransaction(async (tx) => {
    const payment = await lockPayment(tx, paymentId)
    const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId } })
    // A success is a success whoever hears it; anything else counts only from whoever still holds the claim.
    if (!payment || isSettled(refund.state) || (outcome.kind !== 'done' && refund.claimToken !== token)) return
    const now = await databaseNow(tx)
    const change = verdict(refund, outcome, now)
    await tx.refund.update({ where: { id: refundId }, data: { ...change, updatedAt: now, claimToken: null, claimUntil: new Date(0) } })
    if (change.state === 'succeeded') await givenBack(tx, payment, refund)
    if (change.state !== 'succeeded' && change.state !== 'refused' && change.nextTryAt === null) {
      const why = outcome.kind === 'refused' ? `refused with ${outcome.code}, after a try that may have succeeded` : `no clear answer after ${refund.tries} tries`
      await openAttention(tx, paymentId, 'refund_unclear', `refund of ${refund.amount} ${refund.currency}: ${why}`)
    }
  })
}

type Change = { readonly state: string; readonly nextTryAt: Date | null; readonly unknownSince?: Date; readonly code?: string }

function verdict(refund: Refund, outcome: Outcome<unknown>, now: Date): Change {
  if (outcome.kind === 'done') return { state: 'succeeded', nextTryAt: null }
  if (outcome.kind === 'refused') {
    // A refusal of a repetition may be a refusal to repeat: only when no earlier try can have succeeded does it free the amount.
    return refund.unknownSince ? { state: 'unknown', nextTryAt: null, code: outcome.code } : { state: 'refused', nextTryAt: null, code: outcome.code }
  }
  const next = nextTryAt(refund.tries, now)
  if (outcome.cause === 'not_sent') return { state: refund.unknownSince ? 'unknown' : 'requested', nextTryAt: next }
  return { state: 'unknown', nextTryAt: next, unknownSince: refund.unknownSince ?? now }
}

/** What follows once money was given back: the order says so of itself, and the shopper is told. */
export async function givenBack(tx: Tx, payment: Payment, { id, amount }: Pick<Refund, 'id' | 'amount'>): Promise<void> {
  const { orderId } = payment
  const extent = await applyToOrder(tx, payment)
  await enqueue(tx, { causeKey: `refund:${id}`, kind: 'mail.order_refunded', payload: { orderId, amount, extent } })
}

/** A surplus payment's refund is none of the order's. */
async function applyToOrder(tx: Tx, payment: Payment): Promise<'part' | 'whole' | 'surplus'> {
  if (payment.state !== 'confirmed') return 'surplus'
  const { _sum } = await tx.refund.aggregate({ where: { paymentId: payment.id, state: 'succeeded' }, _sum: { amount: true } })
  const state = (_sum.amount ?? 0) >= payment.amount ? 'refunded' : 'part_refunded'
  await tx.order.updateMany({ where: { id: payment.orderId, state: { in: ['paid', 'part_refunded'] } }, data: { state } })
  return state === 'refunded' ? 'whole' : 'part'
}

/** Sends refunds that are due: those whose worker died, and those without an answer so far. */
export async function resendDueRefunds(limit = 20): Promise<number> {
  const claims = await claim(limit)
  const results = await Promise.allSettled(claims.map(sendRefund))
  for (const [i, result] of results.entries()) {
    if (result.status === 'rejected') log.error({ err: result.reason, refund: claims[i]?.refundId }, 'a refund could not be sent; it stays due')
  }
  return claims.length
}

async function claim(limit: number): Promise<RefundClaim[]> {
  const token = randomUUID()
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE refund SET claim_token = ${token}, claim_until = clock_timestamp() + ${env().claimLeaseMs} * interval '1 millisecond'
    WHERE id = ANY (ARRAY(
      SELECT id FROM refund
      WHERE state IN ('requested', 'sent', 'unknown') AND next_try_at <= clock_timestamp() AND claim_until < clock_timestamp()
      ORDER BY next_try_at LIMIT ${limit} FOR UPDATE SKIP LOCKED))
    RETURNING id`
  return rows.map(({ id }) => ({ refundId: id, token }))
}

/** Claims one unsettled refund, due or not, if nobody has it. */
export async function claimRefund(refundId: string): Promise<RefundClaim | null> {
  const token = randomUUID()
  const changed = await db().$executeRaw`
    UPDATE refund SET claim_token = ${token}, claim_until = clock_timestamp() + ${env().claimLeaseMs} * interval '1 millisecond'
    WHERE id = ${refundId} AND state IN ('requested', 'sent', 'unknown') AND claim_until < clock_timestamp()`
  return changed === 1 ? { refundId, token } : null
}
