import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { mailedOrder, mailShopper, speaking } from './order-mail'

/** `extent`: some of the order's payment, the last of it, or of a payment that came beside it. Amount in the order's currency. */
export const refundedPayload = z.object({ orderId: z.string(), amount: z.int().positive(), extent: z.enum(['part', 'whole', 'surplus']) })

/** Says that money has gone back. */
export async function mailOrderRefunded(
  tx: Tx,
  outboxKey: string,
  { orderId, amount, extent }: z.infer<typeof refundedPayload>,
): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const { t, number, money } = speaking(order)
  const values = { number, amount: money(amount) }
  await mailShopper(tx, outboxKey, order, { subject: t('refunded.subject', values), paragraphs: [t(`refunded.${extent}`, values)] })
}
