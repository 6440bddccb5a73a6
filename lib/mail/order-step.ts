import type { Tx } from '@/lib/db'
import { goodsOf, mailedOrder, mailShopper, speaking } from './order-mail'

type StepOf = { readonly orderId: string; readonly position: number }

/** Says that an order can be collected, or was sent, and where its parcel can be followed. */
export async function mailOrderStep(tx: Tx, outboxKey: string, { orderId, position }: StepOf): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const { step, trackingUrl } = await tx.orderStep.findUniqueOrThrow({ where: { orderId_position: { orderId, position } } })
  const { t, number } = speaking(order)
  const sentBefore = step === 'sent' && (await tx.orderStep.count({ where: { orderId, step, position: { lt: position } } })) > 0
  const kind = sentBefore ? 'sentAgain' : step === 'sent' ? 'sent' : 'ready'
  await mailShopper(tx, outboxKey, order, {
    subject: t(`${kind}.subject`, { number }),
    paragraphs: [t(`${kind}.text`, { number }), trackingUrl && [t('tracking'), trackingUrl], sentBefore ? null : goodsOf(order)],
  })
}
