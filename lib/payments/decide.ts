// What one thing said about a payment changes, and what of that is written. Pure: record.ts reads what the decision
// depends on under its locks, asks here, and writes the answer.
import type { Payment } from '@/lib/generated/prisma/client'
import type { Reason, Seen } from '@/lib/gateways/gateway'
import type { AttentionKind } from './attention'
import { decideSignal, decideTruth, type CancelBy, type Facts, type Signal, type State } from './machine'
import { nextCheckAt } from './schedule'

export type Cause = 'start' | 'poll' | 'callback' | 'reconcile' | 'shopper' | 'merchant'
export type By = { readonly cause: Cause; readonly actor: string }

/** What the provider says is so. */
export type SaidSeen = { readonly seen: Seen; readonly transactionId?: string; readonly checkEveryMs?: number }
/** What we or a person decide. */
export type SaidSignal = {
  readonly signal: Signal
  readonly transactionId?: string
  readonly reason?: Reason
  readonly cancelBy?: CancelBy
  /** Decided inside the lock; false leaves everything as it is. */
  readonly onlyIf?: (payment: Payment, at: Present) => boolean
}
export type Said = SaidSeen | SaidSignal

/** What a signal depends on besides the row; read under the locks. */
export type Present = { readonly orderOpen: boolean; readonly now: Date }

type Marks = Partial<Pick<Payment, 'transactionId' | 'cancelBy' | 'needsYes' | 'captureBy' | 'honouredAt' | 'checkEveryMs' | 'unknownSince' | 'nextCheckAt' | 'checkCount'>>

export type Change = {
  readonly to: State
  readonly reason?: Reason | null
  readonly marks: Marks
  readonly attention?: { readonly kind: AttentionKind; readonly detail: string } | undefined
  /** Nothing a reader of the history would want to see. */
  readonly quiet?: boolean
}

/** What the provider's word changes. It always says something, if only that nothing is new. */
export function changeBySeen(payment: Payment, said: SaidSeen, facts: Facts): Change {
  const state = payment.state as State
  const { seen } = said
  const marks: Marks = {
    ...(payment.unknownSince && { unknownSince: null }),
    ...(said.checkEveryMs && said.checkEveryMs !== payment.checkEveryMs && { checkEveryMs: said.checkEveryMs }),
  }
  const bound = bind(payment, said.transactionId)
  if (bound === 'other') return { to: state, marks, attention: { kind: 'contradiction', detail: `another transaction was named: ${said.transactionId}` }, quiet: true }
  if (bound) marks.transactionId = bound

  const mismatch = mismatchOf(payment, seen)
  if (mismatch) return { to: state, marks, attention: { kind: 'amount_mismatch', detail: mismatch }, quiet: !marks.transactionId }

  const move = decideTruth(state, seen.truth, facts)
  if (move.needsYes) marks.needsYes = true
  // The merchant's own cancel lost against the customer's yes: the merchant decides what becomes of it.
  if (move.to === 'reserved' && payment.cancelBy === 'merchant') marks.captureBy = 'merchant'
  const attention = move.odd ? ({ kind: 'contradiction', detail: `${seen.truth} was seen while ${state}` } as const) : undefined
  return { to: move.to, reason: seen.reason ?? (move.to === 'expired' ? 'no_answer' : undefined), marks, attention, quiet: move.to === state && !marks.transactionId }
}

/** What a signal changes; null when it may not be given now. */
export function changeBySignal(payment: Payment, said: SaidSignal, present: Present): Change | null {
  const to = decideSignal(payment.state as State, said.signal, payment as { cancelBy: CancelBy | null })
  if (!to) return null
  if (said.onlyIf && !said.onlyIf(payment, present)) return null
  const bound = bind(payment, said.transactionId)
  if (bound === 'other') return null
  const marks: Marks = { ...(bound && { transactionId: bound }) }
  if (said.signal === 'bind' && !bound) return null
  if (said.signal === 'cancel') {
    if (payment.cancelBy === said.cancelBy) return null
    marks.cancelBy = said.cancelBy
  }
  if (said.signal === 'renew_yes') marks.needsYes = false
  if (said.signal === 'honour') marks.honouredAt = present.now
  // Whoever dies before the call is made is replaced at once, by the next look.
  if (said.signal === 'goods_leave') Object.assign(marks, { captureBy: 'leaving', nextCheckAt: present.now, checkCount: 0 })
  if (said.signal === 'goods_stay') marks.captureBy = 'goods'
  if (said.signal === 'start_lost' || said.signal === 'capture_lost') marks.unknownSince = payment.unknownSince ?? present.now
  // In the same transaction as the end: nobody may die between the two.
  const attention = said.signal === 'deadline' && payment.captureMode !== 'manual' ? unbound : undefined
  return { to, reason: said.reason, marks, attention }
}

const unbound = { kind: 'unbound', detail: 'the provider never named this payment, which needs no yes of ours: look for it in its portal' } as const

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

export type Written = {
  readonly moved: boolean
  /** What the row gets; null when nothing of it changes. */
  readonly data: (Marks & Partial<Payment>) | null
  /** What the history gets, when there is something to tell. */
  readonly event: { readonly paymentId: string; readonly version: number; readonly from: State; readonly to: State; readonly cause: Cause; readonly actor: string; readonly reason: string | null; readonly at: Date } | null
}

/** A change as it is written: the row's new members and the event that tells of it. */
export function written(payment: Payment, change: Change, by: By, now: Date): Written {
  const from = payment.state as State
  const moved = change.to !== from
  if (change.quiet && !moved && !Object.keys(change.marks).length) return { moved, data: null, event: null }

  const loud = moved || !change.quiet
  const version = payment.version + (loud ? 1 : 0)
  const data = {
    ...change.marks,
    state: change.to,
    version,
    reason: moved ? (change.reason ?? null) : (change.reason ?? payment.reason),
    updatedAt: now,
    ...(moved && { checkCount: 0, nextCheckAt: nextCheckAt({ ...payment, ...change.marks, state: change.to, checkCount: 0 }, now) }),
  }
  const event = { paymentId: payment.id, version, from, to: change.to, cause: by.cause, actor: by.actor, reason: change.reason ?? null, at: now }
  return { moved, data, event: loud ? event : null }
}
