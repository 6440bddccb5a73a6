// The next step with an order's goods. Where their money is only reserved, it is taken when they leave: that it is to be
// taken, and which step it is for, is committed first; the call is made outside; the step is taken, mailed and written
// down in the transaction that learns that the money is there (follow-goods.ts), whoever learns it.
import { audit, auditAlone } from '@/lib/audit/audit'
import { namesOfActors } from '@/lib/auth/queries'
import { db, inTransaction, type Tx } from '@/lib/db'
import { lockOrder } from '@/lib/orders/commands'
import { linkOf, stepName, takeStepIn, type StepAnswer, type StepWish } from '@/lib/orders/fulfilment'
import type { Step } from '@/lib/orders/steps'
import { advance } from './advance'
import { keepGoods } from './keep-goods'
import { recordIn, type By } from './record'
import { withClaim } from './refresh'

/**
 * `money_unknown`: nobody can tell yet whether it was taken; the step follows by itself once it is. `money_refused`: the
 * provider said no, and the reservation stands. `money_over`: the reservation is over. In none of them was anything
 * taken, told or mailed about the goods.
 */
export type FulfilAnswer = StepAnswer | 'money_unknown' | 'money_refused' | 'money_over'

export async function fulfil(wish: StepWish): Promise<FulfilAnswer> {
  const order = await db().order.findUnique({ where: { number: wish.number }, select: { id: true } })
  if (!order) return 'gone'
  const begun = await inTransaction((tx) => begin(tx, order.id, wish))
  if (typeof begun === 'string') return begun
  const by: By = { cause: 'merchant', actor: wish.actor }
  // When somebody else is at it for longer, they carry it out, or the next look does.
  await withClaim(begun.paymentId, 4_000, async (claim) => {
    if ((await outcomeOf(wish.formKey)) === 'money_unknown') await advance(claim, by)
  })
  return outcomeOf(wish.formKey)
}

/** The step taken; or its money about to be, by this click or by an earlier one of the same form. */
async function begin(tx: Tx, orderId: string, wish: StepWish): Promise<StepAnswer | { paymentId: string }> {
  const { step, actor, formKey } = wish
  await lockOrder(tx, orderId)
  const earlier = await tx.orderLeaving.findUnique({ where: { formKey } })
  if (earlier) {
    const same = earlier.orderId === orderId && earlier.step === step && earlier.actor === actor && earlier.trackingUrl === linkOf(wish)
    return same ? { paymentId: earlier.paymentId } : 'stale'
  }
  if (await tx.orderLeaving.findFirst({ where: { orderId, endedAt: null } })) return 'stale'
  const answer = await takeStepIn(tx, orderId, wish)
  if (answer !== 'money_first') return answer
  const payment = await tx.payment.findFirst({ where: { orderId, state: 'reserved', captureBy: 'goods', captureMode: 'manual', needsYes: false } })
  // A form's key belongs to one form: one that took a step of another order takes none here.
  if (!payment || (await tx.orderStep.findUnique({ where: { formKey } }))) return 'stale'
  const { id: paymentId } = payment
  await tx.orderLeaving.create({ data: { orderId, paymentId, step, trackingUrl: linkOf(wish), actor, formKey } })
  await recordIn(tx, paymentId, { signal: 'goods_leave' }, { cause: 'merchant', actor })
  await audit(tx, { actor, action: 'payment.goods_leave', subject: `payment:${paymentId}` })
  return { paymentId }
}

const answers: Readonly<Record<string, FulfilAnswer>> = { taken: 'taken', refused: 'money_refused', over: 'money_over', kept: 'stale' }

async function outcomeOf(formKey: string): Promise<FulfilAnswer> {
  const { outcome } = await db().orderLeaving.findUniqueOrThrow({ where: { formKey } })
  return outcome === null ? 'money_unknown' : (answers[outcome] as FulfilAnswer)
}

/** The goods stay after all, while nobody can tell yet about their money. `over`: it is decided already. */
export async function keepHere({ number, actor }: { number: number; actor: string }): Promise<'kept' | 'over' | 'gone'> {
  const order = await db().order.findUnique({ where: { number }, select: { leavings: { where: { endedAt: null } } } })
  if (!order) return 'gone'
  const [leaving] = order.leavings
  if (!leaving || !(await keepGoods(leaving.paymentId, 'kept', { cause: 'merchant', actor }))) return 'over'
  await auditAlone({ actor, action: 'payment.goods_stay', subject: `payment:${leaving.paymentId}` })
  return 'kept'
}

export type Leaving = { readonly step: Step; /** Whose name nobody knows any more: null. */ readonly by: string | null; readonly at: Date }

/** What is about to leave, for the order's page. */
export async function leavingOf(orderId: string): Promise<Leaving | null> {
  const leaving = await db().orderLeaving.findFirst({ where: { orderId, endedAt: null } })
  if (!leaving) return null
  const { step, actor, at } = leaving
  return { step: stepName.parse(step), by: (await namesOfActors([actor])).get(actor) ?? null, at }
}
