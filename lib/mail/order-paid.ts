import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, type Currency } from '@/lib/money'
import { orderToken } from '@/lib/orders/token'

/** Writes the mail that says an order is paid, in the shopper's language. The outbox's key makes it once. */
export async function mailOrderPaid(tx: Tx, outboxKey: string, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: { orderBy: { id: 'asc' } } } })
  const locale = order.locale as Locale
  const t = words(locale, 'mail')
  const money = (amount: number) => formatMoney({ amount, currency: order.currency as Currency }, locale)
  const text = [
    t('paid.greeting', { name: order.name }),
    t('paid.thanks', { number: String(order.number) }),
    ...order.lines.map((line) => `${line.quantity} × ${line.name} (${line.size})  ${money(line.lineTotal)}`),
    `${t('paid.delivery')}  ${money(order.deliveryPrice)}`,
    `${t('paid.total')}  ${money(order.total)}  (${t('paid.vat', { amount: money(order.vatTotal) })})`,
    '',
    t('paid.link'),
    `${env().appUrl}/${locale}/orders/${orderToken(order.id)}`,
  ].join('\n')
  await tx.mail.createMany({ data: [{ outboxKey, to: order.email, subject: t('paid.subject', { number: String(order.number) }), text }], skipDuplicates: true })
}
