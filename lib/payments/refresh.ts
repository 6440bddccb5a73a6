// Three doors lead here: the page's poll, the provider's callback, the reconciler. Each only causes a look at
// the provider's truth; what follows from it is decided by the machine and written by record.
import { databaseNow, db } from '@/lib/db'
import { log } from '@/lib/log'
import { advance } from './advance'
import { takeLook } from './budget'
import { claimDue, claimNow, release, type Claim } from './claims'
import type { By, Cause } from './record'
import { nextCheckAt } from './schedule'

const actors: Record<Cause, string> = { start: 'shopper', poll: 'shopper', callback: 'provider', reconcile: 'system', shopper: 'shopper', merchant: 'merchant' }

/**
 * Looks if a look is due and nobody else is looking: any number of waiting pages cost one check an interval.
 * Who asks waits `waitMs` at most; the look itself goes on.
 */
export async function refreshIfDue(paymentId: string, cause: Cause, waitMs = 3_000): Promise<void> {
  const claim = await claimDue(paymentId)
  if (claim) await within(waitMs, workWithinBudget(claim, { cause, actor: actors[cause] }))
}

/** For looks that can wait: out of calls for this second, the payment is put off a little and stays claimable. */
export async function workWithinBudget(claim: Claim, by: By): Promise<void> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: claim.paymentId }, select: { gateway: true } })
  if (await takeLook(payment.gateway)) return work(claim, by)
  await release(claim, new Date((await databaseNow()).getTime() + 500 + Math.random() * 1000))
}

/**
 * Looks now, for somebody who knows that something happened. Waits for a look under way, since it may have
 * begun too early to see it; looks that begin together are one. Resolves false when `waitMs` were over first:
 * then what was begun goes on, since a call that takes money must not be cut short by who happened to cause it.
 */
export async function refreshPayment(paymentId: string, cause: Cause, options: { waitMs?: number; actor?: string | undefined } = {}): Promise<boolean> {
  const { waitMs = 5_000, actor = actors[cause] } = options
  const since = await databaseNow()
  const endsAt = performance.now() + waitMs
  for (;;) {
    const claim = await claimNow(paymentId, since)
    if (claim === 'fresh') return true
    if (claim !== 'busy') return within(endsAt - performance.now(), work(claim, { cause, actor }))
    if (performance.now() > endsAt) return false
    await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 60))
  }
}

/** True when the work was done in time. Work that goes on alone reports its own trouble. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), Math.max(0, ms))))
  const inTime = await Promise.race([work.then(() => true), over])
  clearTimeout(timer)
  if (!inTime) work.catch((err: unknown) => log.error({ err }, 'a look that nobody waited for any longer failed; the payment stays due'))
  return inTime
}

/**
 * Looks itself, whoever looked before, for a decision that hangs on what is so now: true only when the provider
 * said it within `waitMs`. What was begun goes on.
 */
export async function hearNow(paymentId: string, by: By, waitMs: number): Promise<boolean> {
  let heard = false
  const looking = withClaim(paymentId, waitMs, async (claim) => {
    heard = await advance(claim, by)
  })
  return (await within(waitMs, looking)) && heard
}

/** Does what a claimed payment needs. */
export const work = (claim: Claim, by: By): Promise<void> =>
  holding(claim, async () => {
    await advance(claim, by)
  })

/** No look that has begun is as good as the step: later than any of them. */
const whoeverLooked = new Date('9999-01-01T00:00:00Z')

/**
 * Runs a person's step about one payment while nobody else talks to its provider. 'busy' when somebody did for
 * longer than `waitMs`: the intent is recorded, and they, or whoever comes next, carry it out.
 */
export async function withClaim(paymentId: string, waitMs: number, step: (claim: Claim) => Promise<void>): Promise<'done' | 'busy'> {
  const started = performance.now()
  for (;;) {
    const claim = await claimNow(paymentId, whoeverLooked)
    if (typeof claim !== 'string') {
      await holding(claim, () => step(claim))
      return 'done'
    }
    if (performance.now() - started > waitMs) return 'busy'
    await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 60))
  }
}

/** Whatever happens, the claim is given back and the time of the next look is set. */
async function holding(claim: Claim, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } finally {
    const payment = await db().payment.findUnique({ where: { id: claim.paymentId } })
    if (payment) await release(claim, nextCheckAt(payment, await databaseNow()))
  }
}
