import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay } from '@/lib/i18n/dates'
import type { CallbackRow } from '@/lib/payments/callback-queries'
import { Facts } from './facts'
import { Foldable } from './foldable'
import { gatewayName } from './gateway-name'
import { asPaymentState } from './state-badge'
import { StoredView } from './stored-view'

export type Verdict = 'received' | 'accepted' | 'forged' | 'malformed' | 'mismatch' | 'refused'
const tones: Record<Verdict, Tone> = { received: 'warn', accepted: 'good', forged: 'bad', malformed: 'bad', mismatch: 'bad', refused: 'warn' }
const signatures = ['valid', 'invalid', 'absent'] as const

/** One callback: when, from whom, about what, how it was judged and what it changed; what was kept of it lies behind. */
export function CallbackItem({ row, locale, children }: { row: CallbackRow; locale: Locale; children?: ReactNode }) {
  const t = words(locale, 'admin')
  const verdict = row.verdict as Verdict
  const signature = signatures.find((one) => one === row.signature)
  const notes = [row.kind === 'cancel' && t('callbacks.ofCancel'), row.replayOf !== null && t('callbacks.again')].filter(Boolean)
  return (
    <li id={`callback-${row.id}`} className="grid gap-2 border-line px-4 py-3 not-first:border-t sm:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <time dateTime={row.receivedAt.toISOString()} className="text-sm text-muted tabular-nums">
          {formatDay(row.receivedAt, locale)} {formatClock(row.receivedAt, locale)}
        </time>
        <Link href={`/admin/orders/${row.orderNumber}`} prefetch={false} data-row className="inline-flex min-h-11 items-center font-semibold tabular-nums underline lg:min-h-0 decoration-line-strong underline-offset-4">
          {t('list.order', { number: String(row.orderNumber) })}
        </Link>
        <span className="text-sm text-muted">{[gatewayName(row.gateway, locale), ...notes].join(' · ')}</span>
        <span className="ml-auto">
          <Badge tone={tones[verdict]}>{t(`timeline.verdict.${verdict}`)}</Badge>
        </span>
      </div>
      <Foldable
        title={
          <span className={row.caused.length ? 'text-sm' : 'text-sm text-muted'}>
            {row.caused.length ? `${t('callbacks.caused')}: ${row.caused.map(({ to }) => t(`paymentState.${asPaymentState(to)}`)).join(' → ')}` : t('callbacks.causedNothing')}
          </span>
        }
      >
        <div className="grid gap-4 rounded-field bg-sunken p-4">
          <Facts
            className="[&_dd]:text-left"
            facts={[
              { term: t('callbacks.signature'), value: signature && t(`timeline.signatureIs.${signature}`) },
              { term: t('timeline.response'), value: row.replayOf !== null ? t('callbacks.nobodyWaited') : (row.answered ?? t('timeline.notAnswered')) },
              row.replayOf !== null && { term: t('callbacks.again'), value: t('callbacks.of', { id: String(row.replayOf) }) },
            ]}
          />
          <StoredView title={t('callbacks.stored')} view={row.body} nothing={t('callbacks.nothingKept')} />
          <p className="text-xs text-muted">{t('callbacks.keptNote')}</p>
        </div>
        {children}
      </Foldable>
    </li>
  )
}
