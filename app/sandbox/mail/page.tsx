import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MailMessage } from '@/components/sandbox/mail-message'
import { Refresh } from '@/components/sandbox/refresh'
import { Shell } from '@/components/sandbox/shell'
import { EmptyState } from '@/components/ui/empty-state'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { newestMails } from '@/lib/mail/queries'
import { clockTime } from '../phone/view'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('mail.title') }
}

/** What the shop has mailed. Mails carry secret links: shown only while no gateway takes real money. */
export default async function MailPage() {
  const locale = await enterSandbox()
  if (!env().everyModeIsSandbox) notFound()
  const t = words(locale, 'sandbox')
  const mails = await newestMails()
  return (
    <Shell words={shellWords(locale)} here="mail" title={t('mail.title')} lead={t('mail.lead')}>
      <Refresh everyMs={5000} />
      {!mails.length && (
        <EmptyState title={t('mail.empty')}>
          <p className="text-lg text-muted">{t('mail.emptyText')}</p>
        </EmptyState>
      )}
      <ul className="grid max-w-text gap-5">
        {mails.map((mail) => (
          <MailMessage key={mail.id} recipient={`${t('mail.to')} ${mail.to}`} time={clockTime(mail.createdAt)} subject={mail.subject} text={mail.text} />
        ))}
      </ul>
    </Shell>
  )
}
