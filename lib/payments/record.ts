// The only writer of payment rows. One transaction: locks (order, then payment, then stock), the decision
// (machine.ts), the event, and every effect the move has inside the database.
import type { Payment } from '@/lib/generated/prisma/client'
import { inTransaction, type Tx } from '@/lib/db'
import type { Reason, Seen } from '@/lib/gateways/gateway'
import { lockOrder } from '@/lib/orders/commands'
import { openAttention, type AttentionKind } from './attention'
import { crashPoint } from './crash-point'
import { applyToOrder, readFacts } from './effects'
import { decideSignal, decideTruth, type CancelBy, type Signal, type State } from './machine'
import { nextCheckAt } from './schedule'

export type Cause = 'start' | 'poll' | 'callback' | 'reconcile' | 'shopper' | 'merchant'
export type By = { readonly cause: Cause; readonly actor: string }

export type Said =
  | { readonly seen: Seen; readonly transactionId?: string; readonly checkEveryMs?: number }
  | {
      readonly signal: Signal
      readonly transactionId?: string
      readonly reason?: Reason
      readonly cancelBy?: CancelBy
      /** Decided inside the lock; false leaves everything as it is. */
      readonly onlyIf?: (payment: Payment, facts: { orderOpen: boolean; now: Date }) => boolean
    }

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

async function recordIn(tx: Tx, paymentId: string, said: Said, by: By): Promise<Recorded> {
  const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } })
  const { now } = await lockOrder(tx, orderId)
  await tx.$queryRaw`SELECT 1 FROM payment WHERE id = ${paymentId} FOR UPDATE`
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const change = 'seen' in said ? await fromTruth(tx, payment, said, now) : await fromSignal(tx, payment, said, now)
  if (!change) return { payment, from: payment.state as State, moved: false }
  return write(tx, payment, change, by, now)
}

type Change = {
  readonly to: State
  readonly reason?: Reason | null
  readonly marks: Partial<Pick<Payment, 'transactionId' | 'cancelBy' | 'needsYes' | 'captureBy' | 'honouredAt' | 'checkEveryMs' | 'unknownSince'>>
  readonly attention?: { kind: AttentionKind; detail: string }
  /** Nothing a reader of the history would want to see. */
  readonly quiet?: boolean
}

async function fromTruth(tx: Tx, payment: Payment, said: Extract<Said, { seen: Seen }>, now: Date): Promise<Change | null> {
  const state = payment.state as State
  const { seen } = said
  const marks: Change['marks'] = {
    ...(payment.unknownSince && { unknownSince: null }),
    ...(said.checkEveryMs && said.checkEveryMs !== payment.checkEveryMs && { checkEveryMs: said.checkEveryMs }),
  }
  const bound = bind(payment, said.transactionId)
  if (bound === 'other') return { to: state, marks, attention: { kind: 'contradiction', detail: `another transaction was named: ${said.transactionId}` }, quiet: true }
  if (bound) marks.transactionId = bound

  const mismatch = mismatchOf(payment, seen)
  if (mismatch) return { to: state, marks, attention: { kind: 'amount_mismatch', detail: mismatch }, quiet: !marks.transactionId }

  const move = decideTruth(state, seen.truth, await readFacts(tx, payment, now))
  if (move.needsYes) marks.needsYes = true
  // The merchant's own cancel lost against the customer's yes: the merchant decides what becomes of it.
  if (move.to === 'reserved' && payment.cancelBy === 'merchant') marks.captureBy = 'merchant'
  const attention = move.odd ? ({ kind: 'contradiction', detail: `${seen.truth} was seen while ${state}` } as const) : undefined
  return { to: move.to, reason: seen.reason ?? (move.to === 'expired' ? 'no_answer' : undefined), marks, attention, quiet: move.to === state && !marks.transactionId }
}

async function fromSignal(tx: Tx, payment: Payment, said: Extract<Said, { signal: Signal }>, now: Date): Promise<Change | null> {
  const state = payment.state as State
  const to = decideSignal(state, said.signal, payment as { cancelBy: CancelBy | null })
  if (!to) return null
  const order = await tx.order.findUniqueOrThrow({ where: { id: payment.orderId }, select: { state: true, stock: true } })
  const orderOpen = order.state === 'open' && order.stock === 'held'
  if (said.onlyIf && !said.onlyIf(payment, { orderOpen, now })) return null
  const bound = bind(payment, said.transactionId)
  if (bound === 'other') return null
  const marks: Change['marks'] = { ...(bound && { transactionId: bound }) }
  if (said.signal === 'bind' && !bound) return null
  if (said.signal === 'cancel') {
    if (payment.cancelBy === said.cancelBy) return null
    marks.cancelBy = said.cancelBy
  }
  if (said.signal === 'renew_yes') marks.needsYes = false
  if (said.signal === 'honour') marks.honouredAt = now
  if (said.signal === 'start_lost' || said.signal === 'capture_lost') marks.unknownSince = payment.unknownSince ?? now
  return { to, reason: said.reason, marks }
}

function bind(payment: Payment, transactionId: string | undefined): string | 'other' | undefined {
  if (!transactionId || transactionId === payment.transactionId) return undefined
  return payment.transactionId ? 'other' : transactionId
}

/** The provider's record against ours, where the provider gives one. */
function mismatchOf(payment: Payment, seen: Seen): string | null {
  if (seen.amount && (seen.amount.amount !== payment.amount || seen.amount.currency !== payment.currency)) {
    return `${seen.amount.amount} ${seen.amount.currency} instead of ${payment.amount} ${payment.currency}`
  }
  if (seen.reference !== undefined && seen.reference !== payment.reference) return 'the reference is of another payment'
  return null
}

async function write(tx: Tx, payment: Payment, change: Change, by: By, now: Date): Promise<Recorded> {
  const from = payment.state as State
  const moved = change.to !== from
  if (change.attention) await openAttention(tx, payment.id, change.attention.kind, change.attention.detail)
  if (change.quiet && !moved && !Object.keys(change.marks).length) return { payment, from, moved: false }

  const loud = moved || !change.quiet
  const version = payment.version + (loud ? 1 : 0)
  const updated = await tx.payment.update({
    where: { id: payment.id, version: payment.version },
    data: {
      ...change.marks,
      state: change.to,
      version,
      reason: moved ? (change.reason ?? null) : (change.reason ?? payment.reason),
      updatedAt: now,
      ...(moved && { checkCount: 0, nextCheckAt: nextCheckAt({ ...payment, ...change.marks, state: change.to, checkCount: 0 }, now) }),
    },
  })
  if (loud) {
    await tx.paymentEvent.create({
      data: { paymentId: payment.id, version, from, to: change.to, cause: by.cause, actor: by.actor, reason: change.reason ?? null, at: now },
    })
  }
  if (moved) await applyToOrder(tx, updated, from, now)
  if (moved) crashPoint(`record.before_commit.${updated.state}`)
  return { payment: updated, from, moved }
}
