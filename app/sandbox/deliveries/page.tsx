import type { Metadata } from 'next'
import { DeliveryCard } from '@/components/sandbox/delivery-card'
import { Refresh } from '@/components/sandbox/refresh'
import { Shell } from '@/components/sandbox/shell'
import type { Tone } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { words } from '@/lib/i18n'
import { runDue } from '@/lib/sandbox/netgiro/background'
import { listDeliveries, type ListedDelivery } from '@/lib/sandbox/netgiro/deliveries'
import { clockTime } from '../phone/view'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('deliveries.title') }
}

const tones: Record<ListedDelivery['status'], Tone> = {
  due: 'info',
  sending: 'info',
  acknowledged: 'good',
  refused: 'bad',
  failed: 'bad',
  blocked: 'warn',
  lost: 'warn',
}

/** Every attempt at a callback: what went out, signed how, and what became of it. */
export default async function DeliveriesPage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  await runDue()
  const deliveries = await listDeliveries()
  return (
    <Shell words={shellWords(locale)} here="deliveries" title={t('deliveries.title')} lead={t('deliveries.lead')}>
      <Refresh everyMs={3000} />
      {!deliveries.length && (
        <EmptyState title={t('deliveries.empty')}>
          <p className="text-lg text-muted">{t('deliveries.emptyText')}</p>
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {deliveries.map((delivery) => (
          <DeliveryCard
            key={delivery.id}
            kind={t(`deliveries.${delivery.kind}`)}
            reference={delivery.reference}
            time={clockTime(delivery.sentAt ?? delivery.dueAt)}
            attempt={t('deliveries.attempt', { attempt: delivery.attempt }) + (delivery.duplicate ? ` (${t('deliveries.duplicate')})` : '')}
            status={t(`deliveries.status.${delivery.status}`)}
            tone={tones[delivery.status]}
            answer={delivery.httpStatus ? `HTTP ${delivery.httpStatus}` : delivery.error}
            url={delivery.url}
            faults={delivery.faults.map((name) => t(`faults.names.${name}` as 'faults.names.slow')).join(', ')}
            requestLabel={t('deliveries.request')}
            request={requestText(delivery)}
          />
        ))}
      </ul>
    </Shell>
  )
}

function requestText({ url, nonce, signature, body }: ListedDelivery): string {
  const headers = nonce ? `netgiro_nonce: ${nonce}\nnetgiro_signature: ${signature}\n` : ''
  return `POST ${url}\n${headers}\n${body}`
}
