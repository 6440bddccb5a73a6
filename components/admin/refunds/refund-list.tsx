import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay } from '@/lib/i18n/dates'
import { formatMoney, type Currency } from '@/lib/money'
import type { RefundRow } from '@/lib/payments/refund'
import type { RefundState } from '@/lib/payments/refund-states'

const tones = { requested: 'warn', sent: 'info', unknown: 'warn', succeeded: 'good', refused: 'bad' } as const satisfies Record<RefundState, Tone>

type RefundListProps = {
  rows: readonly RefundRow[]
  currency: Currency
  names: ReadonlyMap<string, string>
  locale: Locale
  /** What may be done about one without a clear answer. */
  actionsFor: (row: RefundRow) => ReactNode
}

/** Every refund of a payment, and how it went. */
export function RefundList({ rows, currency, names, locale, actionsFor }: RefundListProps) {
  const t = words(locale, 'admin')
  return (
    <ol className="grid gap-4">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1.5 border-line not-first:border-t not-first:pt-4">
          <p className="flex items-center justify-between gap-3">
            <span className="font-semibold tabular-nums">{formatMoney({ amount: row.amount, currency }, locale)}</span>
            <Badge tone={tones[row.state]}>{t(`refund.state.${row.state}`)}</Badge>
          </p>
          <p className="text-sm">{row.reason}</p>
          <p className="text-sm text-muted">
            {t('refund.by', { name: names.get(row.actor) ?? t('timeline.actor.unknown'), day: formatDay(row.createdAt, locale), time: formatClock(row.createdAt, locale) })}
          </p>
          {row.state !== 'succeeded' && (
            <p className="text-sm text-muted">
              {t(`refund.stateText.${row.state === 'unknown' && row.nextTryAt === null ? 'unknownPerson' : row.state}`)} {details(row, locale)}
            </p>
          )}
          {actionsFor(row)}
        </li>
      ))}
    </ol>
  )
}

function details(row: RefundRow, locale: Locale): string {
  const t = words(locale, 'admin')
  const parts = [
    t('refund.tries', { count: row.tries }),
    row.code && t('refund.code', { code: row.code }),
    row.nextTryAt && row.state !== 'refused' && t('refund.nextTry', { time: formatClock(row.nextTryAt, locale) }),
  ]
  return `${parts.filter(Boolean).join(' · ')}.`
}
