import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { defaultLocale, locales, words } from '@/lib/i18n'
import { writeMail } from '@/lib/mail/write'
import { alertDetails } from './details'
import { alertLine, alertLink } from './words'

// One that was written before alerts had a language names none.
const payload = z.object({ to: z.string(), alerts: z.array(z.string()), locale: z.enum(locales).default(defaultLocale) })

/** One mail for all that was raised at once. The outbox's key makes it once. */
export async function mailAlerts(tx: Tx, outboxKey: string, given: unknown): Promise<void> {
  const { to, alerts, locale } = payload.parse(given)
  const rows = await tx.alert.findMany({ where: { id: { in: alerts.map(BigInt) } }, orderBy: { id: 'asc' } })
  const details = rows.map(({ kind, detail }) => alertDetails.parse({ ...(detail as object), kind }))
  const [first] = details
  if (!first) return
  const t = words(locale, 'keeping')
  const text = [
    ...details.flatMap((detail) => [alertLine(detail, locale), alertLink(detail), '']),
    t('alert.why', { shop: env().appUrl }),
  ].join('\n')
  const subject = details.length === 1 ? alertLine(first, locale) : t('alert.many', { count: details.length })
  await writeMail(tx, { outboxKey, to, subject: `${t('alert.prefix')} ${subject}`, text })
}
