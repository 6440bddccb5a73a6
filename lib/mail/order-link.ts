import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { locales, words } from '@/lib/i18n'
import { addressMark } from '@/lib/orders/find'
import { orderToken } from '@/lib/orders/token'
import { writeMail } from './write'

export const orderLinkPayload = z.object({ number: z.number(), mark: z.string(), locale: z.enum(locales) })

/** Mails an order's secret link to the order's own address, if that is the one that was typed; writes nothing else. */
export async function mailOrderLink(tx: Tx, outboxKey: string, { number, mark, locale }: z.output<typeof orderLinkPayload>): Promise<void> {
  const order = await tx.order.findUnique({ where: { number }, select: { id: true, name: true, email: true, forgottenAt: true } })
  if (!order?.email || order.forgottenAt || addressMark(order.email) !== mark) return
  const t = words(locale, 'accountMail')
  const lines = [
    t('greeting', { name: order.name }),
    t('orderLink.text', { number: String(number) }),
    `${env().appUrl}/${locale}/orders/${orderToken(order.id)}`,
    '',
    t('orderLink.notMe'),
  ]
  await writeMail(tx, { outboxKey, to: order.email, subject: t('orderLink.subject', { number: String(number) }), text: lines.join('\n') })
}
