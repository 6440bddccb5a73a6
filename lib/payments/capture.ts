import { db } from '@/lib/db'
import { Steps } from './advance'
import { record } from './record'
import { refreshPayment, withClaim } from './refresh'

/**
 * The merchant takes the money of a reservation. A fresh look comes first, so that a reservation that has
 * lapsed is not confirmed on paper. `unknown` when the provider's word could not be had.
 */
export async function confirmReservation(paymentId: string, actor: string): Promise<'confirmed' | 'unknown' | 'not_reserved'> {
  const by = { cause: 'merchant', actor } as const
  const outcome = await withClaim(paymentId, 4_000, async (claim) => {
    const payment = await db().payment.findUnique({ where: { id: paymentId } })
    if (!payment?.transactionId) return
    const steps = new Steps(payment, by, claim)
    // Confirming by hand exists only where the capture is ours, and never against a shopper who cancelled.
    if ((await steps.look()) === 'reserved') await steps.capture((fresh) => fresh.captureMode === 'manual' && !fresh.needsYes)
  })
  if (outcome === 'busy') return 'unknown'
  const after = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  if (after.state === 'confirmed') return 'confirmed'
  return after.state === 'confirming' || after.state === 'confirm_unknown' ? 'unknown' : 'not_reserved'
}

/** The shopper whose cancel came too late wants it after all: the reservation is captured as any other. */
export async function renewYes(paymentId: string): Promise<'ok' | 'over'> {
  const by = { cause: 'shopper', actor: 'shopper' } as const
  const before = await db().payment.findUnique({ where: { id: paymentId }, select: { version: true } })
  if (!before) return 'over'
  const { payment } = await record(paymentId, { signal: 'renew_yes', onlyIf: (p) => p.needsYes }, by)
  if (payment.version === before.version) return 'over'
  await refreshPayment(paymentId, 'shopper')
  return 'ok'
}

/** The shopper whose cancel came too late means it: the reservation is never captured and lapses. */
export async function giveUp(paymentId: string): Promise<'ok' | 'over'> {
  const { moved } = await record(paymentId, { signal: 'give_up', reason: 'cancelled', onlyIf: (p) => p.needsYes }, { cause: 'shopper', actor: 'shopper' })
  return moved ? 'ok' : 'over'
}

/** The merchant lets a reservation go: it is never captured and lapses at the provider. */
export async function releaseReservation(paymentId: string, actor: string): Promise<'ok' | 'over'> {
  const { moved } = await record(paymentId, { signal: 'give_up', reason: 'cancelled' }, { cause: 'merchant', actor })
  return moved ? 'ok' : 'over'
}
