import type { Tx } from '@/lib/db'
import { goodsOf, mailedOrder, mailShopper, speaking } from './order-mail'

/** Says that an order is paid. */
export async function mailOrderPaid(tx: Tx, outboxKey: string, orderId: string): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const { t, number } = speaking(order)
  await mailShopper(tx, outboxKey, order, { subject: t('paid.subject', { number }), paragraphs: [t('paid.text', { number }), goodsOf(order)] })
}
