// What a person in the admin may do to a payment. Who asked, and why, is written down before it is tried;
// what came of it is in the payment's own events.
import { auditAlone } from '@/lib/audit/audit'
import { db } from '@/lib/db'
import { cancelPayment } from './cancel'
import { confirmReservation, releaseReservation } from './capture'
import { refreshPayment } from './refresh'

type Deed = { readonly paymentId: string; readonly actor: string; readonly reason?: string }

async function note(action: string, { paymentId, actor, reason }: Deed): Promise<boolean> {
  const payment = await db().payment.findUnique({ where: { id: paymentId }, select: { id: true } })
  if (payment) await auditAlone({ actor, action, subject: `payment:${paymentId}`, ...(reason && { reason }) })
  return payment !== null
}

/** `slow`: the provider had not answered in time; it is asked again. `gone`: no such payment. */
export async function checkByHand(deed: Deed): Promise<'done' | 'slow' | 'gone'> {
  if (!(await note('payment.check', deed))) return 'gone'
  return (await refreshPayment(deed.paymentId, 'merchant', { actor: deed.actor })) ? 'done' : 'slow'
}

export async function confirmByHand(deed: Deed): Promise<'confirmed' | 'unknown' | 'not_reserved' | 'gone'> {
  return (await note('payment.confirm', deed)) ? confirmReservation(deed.paymentId, deed.actor) : 'gone'
}

export async function cancelByHand(deed: Deed & { reason: string }): Promise<'asked' | 'over' | 'gone'> {
  if (!(await note('payment.cancel', deed))) return 'gone'
  const answer = await cancelPayment(deed.paymentId, { actor: deed.actor, who: 'merchant' })
  return answer === 'not_found' ? 'gone' : answer
}

/** Lets a reservation lapse at the provider instead of taking the money. */
export async function releaseByHand(deed: Deed & { reason: string }): Promise<'ok' | 'over' | 'gone'> {
  return (await note('payment.release', deed)) ? releaseReservation(deed.paymentId, deed.actor) : 'gone'
}
