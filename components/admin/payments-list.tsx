import Link from 'next/link'
import type { ReactNode } from 'react'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay, formatTime, sameDay } from '@/lib/i18n/dates'
import { formatMoney } from '@/lib/money'
import type { PaymentRow } from '@/lib/payments/payment-queries'
import { ArrowRows } from './arrow-rows'
import { durationText } from './duration'
import { gatewayName } from './gateway-name'
import { PaymentWord } from './state-badge'

type PaymentsListProps = {
  rows: readonly PaymentRow[]
  locale: Locale
  now: Date
  /** Rows of payments under way say how long they have waited. */
  waiting: boolean
  /** What may be done with a payment. */
  children: (row: PaymentRow) => ReactNode
}

export function PaymentsList({ rows, locale, now, waiting, children }: PaymentsListProps) {
  const t = words(locale, 'admin')
  const moment = (date: Date) => (sameDay(date, now) ? formatClock(date, locale) : `${formatDay(date, locale)} ${formatTime(date, locale)}`)
  return (
    <ArrowRows>
      <ul aria-label={t('payments.caption')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-5 gap-y-1 border-line px-4 py-3 not-first:border-t sm:px-5">
            <Link href={`/admin/orders/${row.order.number}`} prefetch={false} data-row className="inline-flex min-h-11 items-center font-semibold tabular-nums underline decoration-line-strong underline-offset-4">
              {t('list.order', { number: String(row.order.number) })}
            </Link>
            <span className="min-w-28 text-right font-semibold tabular-nums max-sm:ml-auto">{formatMoney(row.amount, locale)}</span>
            <span className="min-w-44 max-lg:flex-1">
              <PaymentWord state={row.state} locale={locale} />
            </span>
            <span className="min-w-0 flex-1 basis-60 text-sm text-muted max-lg:order-last max-lg:basis-full">
              {[
                gatewayName(row.gateway, locale),
                waiting ? t('payments.waited', { duration: durationText(Math.max(0, now.getTime() - row.createdAt.getTime()), locale) }) : moment(row.createdAt),
                row.lastCheckAt ? t('payments.lastCheck', { time: moment(row.lastCheckAt) }) : t('payments.neverChecked'),
              ].join(' · ')}
              {row.unknownSince && <span className="font-semibold text-warn"> · {t('payments.unclear', { time: moment(row.unknownSince) })}</span>}
            </span>
            {children(row)}
          </li>
        ))}
      </ul>
    </ArrowRows>
  )
}
