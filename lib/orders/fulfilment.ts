// Taking a step with the goods of a paid order: kept for good, told to the shopper, in the audit.
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/outbox/commands'
import { isLeaving, isMailed, isToBeFulfilled, isToBePacked, nextSteps, steps, type Step } from './steps'

export const longestTrackingUrl = 500

/** A link as it is pasted, or nothing. The message is a key of the words of fulfilment, `problem.*`. */
export const trackingUrl = z
  .string()
  .trim()
  .max(longestTrackingUrl, 'link_long')
  // No name and password in it, no characters that would break the line of a mail.
  .refine((typed) => typed === '' || isLink(typed), 'link_wrong')
  .transform((typed) => typed || null)

function isLink(typed: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}<>"]+$/u.test(typed) || !URL.canParse(typed)) return false
  const { username, password, hostname } = new URL(typed)
  return !username && !password && hostname !== ''
}

export const stepName = z.enum(steps, 'step_wrong')

export type StepWish = {
  readonly number: number
  readonly step: Step
  readonly trackingUrl: string | null
  /** Who does it, "user:<id>". */
  readonly actor: string
  /** The place of the step in the order's row of steps, as the page showed it: 1 for the first. */
  readonly position: number
  /** The hidden field of one rendered form: a second click finds the first's step. */
  readonly formKey: string
}

/**
 * `stale`: somebody took another step meanwhile, or the form has been used. `not_paid`: not paid, paid back in full,
 * or sold at a till. `not_now`: this step does not follow the latest one. `gone`: no order has the number.
 */
export type StepAnswer = 'taken' | 'stale' | 'not_paid' | 'not_now' | 'link_missing' | 'gone'

/**
 * Takes the step under the caller's order lock, or tells why not. `money_first`: it is in order, and the order's money
 * is only reserved: lib/payments/fulfil.ts takes that first.
 */
export async function takeStepIn(tx: Tx, orderId: string, { position, ...wish }: StepWish): Promise<StepAnswer | 'money_first'> {
  const { step, actor, formKey } = wish
  const trackingUrl = linkOf(wish)
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { steps: { orderBy: { position: 'desc' } } } })
  const earlier = order.steps.find((one) => one.formKey === formKey)
  if (earlier) return earlier.step === step && earlier.trackingUrl === trackingUrl && earlier.actor === actor ? 'taken' : 'stale'
  if (position !== (order.steps[0]?.position ?? 0) + 1) return 'stale'
  if (!isToBePacked(order)) return 'not_paid'
  if (!nextSteps(order).includes(step)) return 'not_now'
  // Sent again says only where to look now.
  if (order.fulfilment === 'sent' && !trackingUrl) return 'link_missing'
  if (isLeaving(step) && !isToBeFulfilled(order)) return 'money_first'
  return (await writeStep(tx, order, wish)) ? 'taken' : 'stale'
}

/** A link is kept only with what was sent. */
export const linkOf = ({ step, trackingUrl }: Pick<StepWish, 'step' | 'trackingUrl'>): string | null =>
  step === 'sent' ? trackingUrl : null

type Written = Pick<StepWish, 'step' | 'trackingUrl' | 'actor' | 'formKey'>

/** The next step of an order, told to the shopper and in the audit, under the caller's order lock. False for a form that was used. `at`: now, unless it is told with something else. */
export async function writeStep(
  tx: Tx,
  { id: orderId, number }: { id: string; number: number },
  wish: Written,
  at?: Date,
): Promise<boolean> {
  const { step, actor, formKey } = wish
  const last = await tx.orderStep.findFirst({ where: { orderId }, orderBy: { position: 'desc' }, select: { position: true } })
  const position = (last?.position ?? 0) + 1
  // A form's key belongs to one form: that of another order meets the unique index.
  const { count } = await tx.orderStep.createMany({
    data: [{ orderId, position, step, trackingUrl: linkOf(wish), actor, formKey, at }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  await tx.order.update({ where: { id: orderId }, data: { fulfilment: step } })
  await audit(tx, { actor, action: `order.${step}`, subject: `order:${number}` })
  if (isMailed[step])
    await enqueue(tx, { causeKey: `order-step:${orderId}:${position}`, kind: 'mail.order_step', payload: { orderId, position } })
  return true
}

/** The steps of an order, the first first. */
export const stepsOf = (orderId: string) =>
  db().orderStep.findMany({
    where: { orderId },
    orderBy: { position: 'asc' },
    select: { id: true, at: true, position: true, step: true, trackingUrl: true, actor: true },
  })
