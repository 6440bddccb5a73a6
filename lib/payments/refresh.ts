// Three doors lead here: the page's poll, the provider's callback, the reconciler. Each only causes a look at
// the provider's truth; what follows from it is decided by the machine and written by record.
import { db } from '@/lib/db'
import { advance } from './advance'
import { takeLook } from './budget'
import { claimDue, claimNow, databaseNow, release, type Claim } from './claims'
import type { By, Cause } from './record'
import { nextCheckAt } from './schedule'

const actors: Record<Cause, string> = { start: 'shopper', poll: 'shopper', callback: 'provider', reconcile: 'system', shopper: 'shopper', merchant: 'merchant' }

/** Looks if a look is due and nobody else is looking: any number of waiting pages cost one check an interval. */
export async function refreshIfDue(paymentId: string, cause: Cause, budgetMs?: number): Promise<void> {
  const claim = await claimDue(paymentId)
  if (claim) await workWithinBudget(claim, { cause, actor: actors[cause] }, budgetMs)
}

/** For looks that can wait: out of calls for this second, the payment is put off a little and stays claimable. */
export async function workWithinBudget(claim: Claim, by: By, budgetMs?: number): Promise<void> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: claim.paymentId }, select: { gateway: true } })
  if (await takeLook(payment.gateway)) return work(claim, by, budgetMs)
  await release(claim, new Date((await databaseNow()).getTime() + 500 + Math.random() * 1000))
}

/**
 * Looks now, for somebody who knows that something happened. Waits for a look under way, since it may have
 * begun too early to see it; looks that begin together are one. Resolves false when the budget ran out first.
 */
export async function refreshPayment(paymentId: string, cause: Cause, options: { budgetMs?: number; actor?: string } = {}): Promise<boolean> {
  const { budgetMs = 5_000, actor = actors[cause] } = options
  const since = await databaseNow()
  const started = performance.now()
  for (;;) {
    const left = budgetMs - (performance.now() - started)
    if (left <= 0) return false
    const claim = await claimNow(paymentId, since)
    if (claim === 'fresh') return true
    if (claim !== 'busy') {
      await work(claim, { cause, actor }, left)
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 60))
  }
}

/** Does what a claimed payment needs. */
export const work = (claim: Claim, by: By, budgetMs?: number): Promise<void> => holding(claim, () => advance(claim.paymentId, by, budgetMs))

/**
 * Runs a person's step about one payment while nobody else talks to its provider. 'busy' when somebody did for
 * longer than `waitMs`: the intent is recorded, and they, or whoever comes next, carry it out.
 */
export async function withClaim(paymentId: string, waitMs: number, step: () => Promise<void>): Promise<'done' | 'busy'> {
  const started = performance.now()
  for (;;) {
    const claim = await claimNow(paymentId, new Date(Date.now() + 86_400_000))
    if (typeof claim !== 'string') {
      await holding(claim, step)
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
