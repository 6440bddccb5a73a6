// The next step with the goods of one of several orders: each as if it were taken alone.
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { leavingStep, nextSteps, type Step } from '@/lib/orders/steps'
import { fulfil, type FulfilAnswer } from './fulfil'

export const goodsDeeds = ['pack', 'leave'] as const
export type GoodsDeed = (typeof goodsDeeds)[number]

/** `nothing`: that step does not follow, or it was taken already. */
export type GoodsOutcome = Exclude<FulfilAnswer, 'not_now' | 'not_paid' | 'link_missing'> | 'nothing'

/** `leave`: sent, or ready to collect, by how the goods reach the shopper. Without a tracking link. */
export async function stepForOne(deed: GoodsDeed, number: number, actor: string): Promise<GoodsOutcome> {
  const order = await db().order.findUnique({
    where: { number },
    select: {
      state: true, channel: true, reserved: true, delivery: true, fulfilment: true,
      steps: { orderBy: { position: 'desc' }, take: 1, select: { position: true } },
    },
  })
  if (!order) return 'gone'
  const step: Step | undefined = deed === 'leave' ? leavingStep(order) : nextSteps(order).find((one) => one === 'packed')
  if (!step) return 'nothing'
  const position = (order.steps[0]?.position ?? 0) + 1
  const answer = await fulfil({ number, step, trackingUrl: null, actor, position, formKey: newId() })
  // Between our look and the step somebody changed what it rests on.
  return answer === 'not_now' || answer === 'not_paid' || answer === 'link_missing' ? 'stale' : answer
}
