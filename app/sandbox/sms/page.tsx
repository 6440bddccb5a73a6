import type { Metadata } from 'next'
import { Refresh } from '@/components/sandbox/refresh'
import { Shell } from '@/components/sandbox/shell'
import { SmsMessage } from '@/components/sandbox/sms-message'
import { EmptyState } from '@/components/ui/empty-state'
import { words } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { listSms } from '@/lib/sandbox/netgiro/sms'
import { clockTime, spaced } from '../phone/view'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { installApp } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('sms.title') }
}

/** The text messages of every customer. */
export default async function SmsPage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const messages = await listSms()
  return (
    <Shell words={shellWords(locale)} here="sms" title={t('sms.title')} lead={t('sms.lead')}>
      <Refresh everyMs={3000} />
      {!messages.length && (
        <EmptyState title={t('sms.empty')}>
          <p className="text-lg text-muted">{t('sms.emptyText')}</p>
        </EmptyState>
      )}
      <ul className="grid max-w-text gap-5">
        {messages.map((sms) => {
          const amount = formatMoney(isk(sms.amount ?? 0), locale)
          return (
            <SmsMessage
              key={sms.id}
              recipient={`${t('sms.to')} ${spaced(sms.recipient)}`}
              time={clockTime(sms.sentAt)}
              text={sms.kind === 'code' ? t('sms.code', { code: sms.code ?? '', amount }) : t('sms.install', { amount })}
              install={
                sms.canInstall && sms.cartId
                  ? { cartId: sms.cartId, action: installApp, label: t('sms.installed'), pendingLabel: t('sms.installing') }
                  : undefined
              }
            />
          )
        })}
      </ul>
    </Shell>
  )
}
