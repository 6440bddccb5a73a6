import type { Tx } from '@/lib/db'
import { goodsOf, mailedOrder, mailShopper, speaking } from './order-mail'

/** Says that an order has come in, and where it can be found. */
export async function mailOrderPlaced(tx: Tx, outboxKey: string, orderId: string): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const { t, number } = speaking(order)
  await mailShopper(tx, outboxKey, order, { subject: t('placed.subject', { number }), paragraphs: [t('placed.text'), goodsOf(order)] })
}
