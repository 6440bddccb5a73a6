import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { orderToken } from '@/lib/orders/token'
import { writeMail } from './write'

export const withdrawalPayload = z.object({ withdrawalId: z.string().regex(/^\d+$/).transform(BigInt) })

/** Says that a wish to return came in, and what follows: the proof the law lets a shopper have. */
export async function mailWithdrawal(tx: Tx, outboxKey: string, { withdrawalId }: z.output<typeof withdrawalPayload>): Promise<void> {
  const { order, lines } = await tx.withdrawal.findUniqueOrThrow({
    where: { id: withdrawalId },
    include: { order: true, lines: { orderBy: { orderLineId: 'asc' }, include: { orderLine: { select: { name: true, size: true } } } } },
  })
  if (!order.email || order.forgottenAt) return
  const locale = order.locale as Locale
  const t = words(locale, 'returns')
  const number = String(order.number)
  const goods = lines.map(({ quantity, orderLine: { name, size } }) => `${quantity} × ${name}${size && ` (${size})`}`)
  const text = [
    words(locale, 'accountMail')('greeting', { name: order.name }),
    t('mail.text', { number }),
    ...goods,
    '',
    t('mail.next'),
    '',
    t('mail.link'),
    `${env().appUrl}/${locale}/orders/${orderToken(order.id)}`,
  ]
  await writeMail(tx, { outboxKey, to: order.email, subject: t('mail.subject', { number }), text: text.join('\n') })
}
