// What one payment needs next, by its state. Called by whoever holds the claim; every step can be lost after
// its call, and the next claim goes on from what was committed.
import type { Payment } from '@/lib/generated/prisma/client'
import { databaseNow, db } from '@/lib/db'
import { env } from '@/lib/env'
import type { CallContext, Gateway, Outcome, PaymentRef, Seen } from '@/lib/gateways/gateway'
import type { Currency } from '@/lib/money'
import { openAttention } from './attention'
import { type Claim } from './claims'
import { crashPoint } from './crash-point'
import { gatewayNamed } from './gateways'
import { warnOfEnd } from './hold'
import { keepGoods } from './keep-goods'
import type { State } from './machine'
import { record, type By } from './record'
import { recorderFor } from './recorder'

/** The time after its deadline in which a payment's own end is waited for, before we ask for one, milliseconds. */
export const graceMs = 20_000
const unknownTooLongMs = 15 * 60_000

/** Resolves true when the provider said what is so. */
export async function advance(claim: Claim, by: By): Promise<boolean> {
  crashPoint('claim.taken')
  const { paymentId } = claim
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  const now = await databaseNow()
  const state = payment.state as State
  // Whoever was sending is gone: its lease ran out, or we would not hold the claim.
  if (state === 'created') {
    await record(paymentId, { signal: 'never_sent', reason: 'provider_down' }, by)
    return false
  }
  if (state === 'sent') await record(paymentId, { signal: 'start_lost' }, by)
  if (state === 'confirming') await record(paymentId, { signal: 'capture_lost' }, by)
  if (!payment.transactionId) {
    await giveUpWaiting(payment, now, by)
    return false
  }

  const steps = new Steps(payment, by, claim)
  const truth = await steps.look()
  if (!truth) {
    await noteUnknown(payment, now)
    return false
  }
  const after = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
  const undecided = after.state === 'pending' || after.state === 'needs_code'
  if (truth === 'reserved' && isOursToCapture(after)) await steps.capture()
  else if (truth === 'reserved') await warnOfEnd(after, now)
  else if (undecided && now.getTime() > after.expiresAt.getTime() + graceMs) {
    await record(paymentId, { signal: 'cancel', cancelBy: 'expiry' }, by)
    await steps.cancel()
  } else if (after.state === 'cancelling') await steps.cancel()
  return true
}

/** A reservation the shop takes the money of by itself. The provider's own callback mode is never captured by us. */
const isOursToCapture = (p: Payment): boolean => p.state === 'reserved' && p.captureMode === 'manual' && (p.captureBy === 'shop' || p.captureBy === 'leaving') && !p.needsYes

async function giveUpWaiting(payment: Payment, now: Date, by: By): Promise<void> {
  if (now.getTime() < payment.expiresAt.getTime() + graceMs) return
  await record(payment.id, { signal: 'deadline', reason: 'no_answer' }, by)
}

async function noteUnknown(payment: Payment, now: Date): Promise<void> {
  await db().payment.updateMany({ where: { id: payment.id, unknownSince: null }, data: { unknownSince: now } })
  if (payment.unknownSince && now.getTime() - payment.unknownSince.getTime() > unknownTooLongMs) {
    await openAttention(db(), payment.id, 'unknown_too_long', `no clear answer since ${payment.unknownSince.toISOString()}`)
  }
}

/** The calls to the provider about one payment, within one claim. */
export class Steps {
  private readonly gateway: Gateway
  private readonly ref: PaymentRef
  private readonly recorder

  constructor(private readonly payment: Payment, private readonly by: By, private readonly claim: Claim) {
    if (!payment.transactionId) throw new Error('a payment without a transaction has nothing to be asked about')
    this.gateway = gatewayNamed(payment.gateway)
    this.ref = {
      transactionId: payment.transactionId,
      reference: payment.reference,
      amount: { amount: payment.amount, currency: payment.currency as Currency },
    }
    this.recorder = recorderFor(payment.id)
  }

  /** Asks what is so and records it; null when that can't be known now. */
  async look(): Promise<Seen['truth'] | null> {
    const outcome = await this.gateway.check(this.ref, this.context())
    if (outcome.kind === 'done') {
      await record(this.payment.id, { seen: outcome.value }, this.by)
      return outcome.value.truth
    }
    await this.noteTrouble(outcome)
    return null
  }

  /** Takes the money of a reservation, once: the intent is committed first, and only one worker gets to commit it. */
  async capture(onlyIf: (payment: Payment) => boolean = isOursToCapture): Promise<void> {
    const claimed = await record(
      this.payment.id,
      { signal: 'capture', onlyIf: (payment, { orderOpen, now }) => orderOpen && this.holds(payment, now) && onlyIf(payment) },
      this.by,
    )
    if (!claimed.moved) return
    const outcome = await this.gateway.capture(this.ref, this.context())
    if (outcome.kind === 'done' && outcome.value.truth === 'confirmed') {
      await record(this.payment.id, { seen: outcome.value }, this.by)
      return
    }
    await this.noteTrouble(outcome)
    // No, or no clear answer: only a fresh look tells what became of it.
    await record(this.payment.id, { signal: 'capture_lost' }, this.by)
    const truth = await this.look()
    // A clear no, and the reservation still stands: the goods stay, and a person decides again.
    if (outcome.kind === 'refused' && truth === 'reserved') await keepGoods(this.payment.id, 'refused', this.by)
  }

  /** Passes on a one-time code. Whenever the answer is not a clear yes or no, what came of it is looked up. */
  async submitCode(code: string): Promise<'taken' | 'wrong' | 'unclear'> {
    if (!this.gateway.submitCode) throw new Error(`${this.gateway.name} takes no codes`)
    const outcome = await this.gateway.submitCode(this.ref, code, this.context())
    if (outcome.kind === 'refused' && outcome.reason === 'wrong_code') return 'wrong'
    if (outcome.kind === 'done') await record(this.payment.id, { seen: outcome.value }, this.by)
    else {
      await this.noteTrouble(outcome)
      if (outcome.kind === 'unknown') await noteUnknown(this.payment, await databaseNow())
    }
    const truth = outcome.kind === 'done' ? outcome.value.truth : await this.look()
    if (truth === 'reserved') await this.capture()
    const { state } = await db().payment.findUniqueOrThrow({ where: { id: this.payment.id } })
    return state === 'needs_code' ? 'unclear' : 'taken'
  }

  /** Asks for an end without money, then looks: a cancel can lose against the customer's yes. */
  async cancel(): Promise<void> {
    const outcome = await this.gateway.cancel(this.ref, this.context())
    if (outcome.kind === 'done') await record(this.payment.id, { seen: outcome.value }, this.by)
    else await this.look()
  }

  private async noteTrouble(outcome: Outcome<Seen>): Promise<void> {
    if (outcome.kind !== 'unknown') return
    if (outcome.cause === 'contradiction' || outcome.cause === 'unknown_code') {
      await openAttention(db(), this.payment.id, 'contradiction', `the provider's answer can't be understood: ${outcome.cause}`)
    }
    if (outcome.cause === 'bad_signature') await openAttention(db(), this.payment.id, 'bad_signature', 'an answer was not signed by the provider')
  }

  /** The claim is still ours, with time enough for the call; a worker that was held up must not begin to take money. */
  private holds(payment: Payment, now: Date): boolean {
    return payment.claimToken === this.claim.token && payment.claimUntil.getTime() - now.getTime() > env().claimLeaseMs / 2
  }

  private context(): CallContext {
    // Never past the claim: after it another worker may be at the same payment.
    return { recorder: this.recorder, budgetMs: Math.max(1, this.claim.endsAt - performance.now()) }
  }
}
