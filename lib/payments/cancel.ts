import { db } from '@/lib/db'
import { Steps } from './advance'
import { record, type By } from './record'
import { withClaim } from './refresh'


/**
 * Asks for an end without money. It is a request: it can lose against the customer's yes, and then the
 * payment says so. `over` when there is nothing left to call off.
 */
export async function cancelPayment(paymentId: string, { actor, who }: { actor: string; who: 'shopper' | 'merchant' }): Promise<'asked' | 'over' | 'not_found'> {
  const payment = await db().payment.findUnique({ where: { id: paymentId }, select: { id: true } })
  if (!payment) return 'not_found'
  const by: By = { cause: who, actor }
  const asked = await record(paymentId, { signal: 'cancel', cancelBy: who, reason: 'cancelled' }, by)
  const { state, cancelBy } = asked.payment
  const underWay = cancelBy === who && ['cancelling', 'sent', 'unknown'].includes(state)
  if (!asked.moved && !underWay) return 'over'
  if (state === 'cancelling') await carryOut(paymentId, by)
  return 'asked'
}

/** At once if nobody else is talking to the provider; otherwise whoever is, or comes next, does it. */
const carryOut = (paymentId: string, by: By) =>
  withClaim(paymentId, 1_500, async (claim) => {
    const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } })
    if (payment.state === 'cancelling' && payment.transactionId) await new Steps(payment, by, claim).cancel()
  })
