// When a payment is looked at next. Pure; the wishes of the provider come first, then our own patience.
import type { State } from './machine'
import { isActive } from './machine'

type Scheduled = {
  readonly state: string
  readonly checkEveryMs: number
  readonly checkCount: number
  readonly captureBy: string
  readonly transactionId: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly watchUntil: Date
}

const second = 1000
const hour = 3_600 * second

/** Steps for payments whose truth could not be had, or whose money is on its way. */
const urgent = [1, 2, 4, 8, 15, 30, 60].map((s) => s * second)
const waiting = [1, 5, 15, 60].map((min) => min * 60 * second)
const patient = [1, 24].map((h) => h * hour)

const step = (steps: readonly number[], count: number): number => steps[Math.min(count, steps.length - 1)] as number

/** ±20 %, so that many payments never fall into step. */
const jitter = (ms: number): number => ms * (0.8 + Math.random() * 0.4)

/** The time of the next check, never sooner than the provider's pace where the customer is still deciding. */
export function nextCheckAt(payment: Scheduled, now: Date): Date {
  const at = (ms: number) => new Date(now.getTime() + ms)
  const pace = payment.checkEveryMs
  switch (payment.state as State) {
    case 'created':
    case 'sent':
      return now
    case 'pending':
    case 'needs_code': {
      const waited = now.getTime() - payment.createdAt.getTime()
      return at(pace * (waited < 2 * 60 * second ? 1 : 2))
    }
    case 'cancelling':
      return at(payment.checkCount === 0 ? 0 : Math.max(pace, jitter(step(urgent, payment.checkCount - 1))))
    case 'reserved':
      if (payment.captureBy !== 'merchant' && payment.captureBy !== 'goods') return at(payment.checkCount === 0 ? 0 : Math.max(pace, jitter(step(urgent, payment.checkCount - 1))))
      // A person decides, in hours or days: meanwhile it is only asked whether it still stands.
      return at(payment.checkCount === 0 ? 0 : Math.max(pace, jitter(step(waiting, payment.checkCount - 1))))
    case 'confirming':
    case 'confirm_unknown':
      return at(payment.checkCount === 0 ? 0 : Math.max(pace, jitter(step(urgent, payment.checkCount - 1))))
    case 'unknown':
      // Without a transaction there is nothing to ask; only the deadline is waited for.
      return payment.transactionId ? at(Math.max(pace, jitter(step(urgent, payment.checkCount)))) : new Date(Math.max(now.getTime() + 15 * second, 0))
    default: {
      const next = at(jitter(step(patient, payment.checkCount)))
      return !isActive(payment.state as State) && !payment.transactionId ? payment.watchUntil : next
    }
  }
}

/** How soon a page should ask us again, milliseconds; it may ask oftener than we ask the provider. */
export function pagePaceMs(payment: { readonly state: string; readonly checkEveryMs: number; readonly createdAt: Date }, now: Date): number {
  const waited = now.getTime() - payment.createdAt.getTime()
  if (payment.state !== 'pending' && payment.state !== 'needs_code') return second
  return Math.min(Math.max(payment.checkEveryMs / 2, second), 5 * second) * (waited < 2 * 60 * second ? 1 : 2)
}
