// What every mail about an order has in common: whom it goes to, in which language, and the way to the order's page.
import type { Order, OrderLine } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, type Currency } from '@/lib/money'
import { orderToken } from '@/lib/orders/token'
import { writeMail } from './write'

export type MailedOrder = Order & { readonly lines: readonly OrderLine[] }

export const mailedOrder = (tx: Tx, orderId: string): Promise<MailedOrder> =>
  tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: { orderBy: { id: 'asc' } } } })

/** The words of an order's mails in its shopper's language, and its own values for them. */
export function speaking(order: MailedOrder) {
  const locale = order.locale as Locale
  const money = (amount: number) => formatMoney({ amount, currency: order.currency as Currency }, locale)
  return { t: words(locale, 'mail'), locale, money, number: String(order.number) }
}

/** What was ordered, a line each, and the sum. */
export function goodsOf(order: MailedOrder): string[] {
  const { t, money } = speaking(order)
  return [
    ...order.lines.map((line) => `${line.quantity} × ${line.name}${line.size && ` (${line.size})`}  ${money(line.lineTotal)}`),
    `${t('delivery')}  ${money(order.deliveryPrice)}`,
    `${t('total')}  ${money(order.total)}  (${t('vat', { amount: money(order.vatTotal) })})`,
  ]
}

type Letter = { readonly subject: string; readonly paragraphs: readonly (string | readonly string[] | null)[] }

/** Writes a mail to the shopper. The outbox's key makes it once. At a till nobody leaves an address, and of a deleted person none is kept: then there is none. */
export async function mailShopper(tx: Tx, outboxKey: string, order: MailedOrder, { subject, paragraphs }: Letter): Promise<void> {
  if (!order.email || order.forgottenAt) return
  const { t } = speaking(order)
  const all = [
    t('greeting', { name: order.name }),
    ...paragraphs.filter((paragraph) => paragraph !== null),
    [t('link'), `${env().appUrl}/${order.locale}/orders/${orderToken(order.id)}`],
  ]
  const text = all.map((paragraph) => (typeof paragraph === 'string' ? paragraph : paragraph.join('\n'))).join('\n\n')
  await writeMail(tx, { outboxKey, to: order.email, subject, text })
}
