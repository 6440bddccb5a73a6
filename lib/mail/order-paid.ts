import type { Tx } from '@/lib/db'
import { goodsOf, mailedOrder, mailShopper, speaking } from './order-mail'

/** Says that an order is paid. Where its money was taken as its goods left, nobody is getting them ready any more. */
export async function mailOrderPaid(tx: Tx, outboxKey: string, orderId: string): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const { t, number } = speaking(order)
  await mailShopper(tx, outboxKey, order, { subject: t('paid.subject', { number }), paragraphs: [t(order.fulfilment && order.fulfilment !== 'packed' ? 'paid.textLeft' : 'paid.text', { number }), goodsOf(order)] })
}
