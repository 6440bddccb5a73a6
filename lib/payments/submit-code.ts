// The one-time code a customer reads out at a till. It is passed on and forgotten: not stored, not logged.
import type { Payment } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { Steps } from './advance'
import type { Claim } from './claims'
import { record, type By } from './record'
import { withClaim } from './refresh'

/** How many codes one payment bears: four digits must not be guessed. The database's CHECK payment_code_tries agrees. */
export const mostCodes = 5

/**
 * `taken`: the provider took it. `wrong`: it did not, and the payment stays open. `no_more`: that was the last one,
 * and the payment is called off. `unclear`: the answer was lost; the payment tells. `over`: no code is wanted now.
 */
export type CodeAnswer = 'taken' | 'wrong' | 'no_more' | 'unclear' | 'over'

export async function submitCode(paymentId: string, code: string, actor: string): Promise<CodeAnswer> {
  const by: By = { cause: 'merchant', actor }
  let answer: CodeAnswer = 'unclear'
  // Nobody else asks the provider about this payment meanwhile, and two codes are never on their way at once.
  await withClaim(paymentId, 6_000, async (claim) => {
    answer = await pass(claim, code, by)
  })
  return answer
}

const read = (paymentId: string): Promise<Payment> => db().payment.findUniqueOrThrow({ where: { id: paymentId } })

async function pass(claim: Claim, code: string, by: By): Promise<CodeAnswer> {
  const { paymentId, token } = claim
  const payment = await read(paymentId)
  if (payment.state !== 'needs_code' || !payment.transactionId) return 'over'
  const steps = new Steps(payment, by, claim)
  // An earlier code's answer was lost: it may have been right, and another would then be taken for something else.
  if (payment.unknownSince) {
    if ((await steps.look()) === null) return 'unclear'
    if ((await read(paymentId)).state !== 'needs_code') return 'taken'
  }
  // Counted, and committed, before the call: with automatic capture the right code takes the money.
  const counted = await db().$executeRaw`
    UPDATE payment SET code_tries = code_tries + 1
    WHERE id = ${paymentId} AND state = 'needs_code' AND code_tries < ${mostCodes}
      AND claim_token = ${token} AND claim_until > clock_timestamp() + ${env().claimLeaseMs / 2} * interval '1 millisecond'`
  if (counted === 0) return payment.codeTries < mostCodes ? 'unclear' : 'over'
  const answer = await steps.submitCode(code)
  if (answer !== 'wrong') return answer
  if (payment.codeTries + 1 < mostCodes) return 'wrong'
  const { moved } = await record(paymentId, { signal: 'cancel', cancelBy: 'merchant', reason: 'wrong_code' }, by)
  if (moved) await steps.cancel()
  return 'no_more'
}
