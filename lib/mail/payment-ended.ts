import { z } from 'zod'
import { formatDateTime } from '@/lib/dates'
import { databaseNow, type Tx } from '@/lib/db'
import { mailedOrder, mailShopper, speaking } from './order-mail'

/** The ends without money that a shopper did not choose. */
export const toldEnds = ['declined', 'expired', 'failed', 'cancelled', 'unheard'] as const
export const endedPayload = z.object({ orderId: z.string(), paymentId: z.string(), end: z.enum(toldEnds) })

const over: readonly string[] = ['declined', 'cancelled', 'expired', 'failed', 'late_unhonoured']

/** Says that a payment came to nothing, or to nothing that was heard of, and until when another can be tried. No news once the shopper is paying again, or has paid. */
export async function mailPaymentEnded(tx: Tx, outboxKey: string, { orderId, end }: z.infer<typeof endedPayload>): Promise<void> {
  const order = await mailedOrder(tx, orderId)
  const payments = await tx.payment.findMany({ where: { orderId }, select: { state: true } })
  if (order.state !== 'open' || payments.some(({ state }) => !over.includes(state))) return
  const { t, number, locale } = speaking(order)
  const again = order.holdUntil > (await databaseNow(tx)) ? t('failed.again', { time: formatDateTime(order.holdUntil, locale) }) : null
  await mailShopper(tx, outboxKey, order, { subject: t('failed.subject', { number }), paragraphs: [t(`failed.${end}`, { number }), again] })
}
