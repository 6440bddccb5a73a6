import Link from 'next/link'
import type { AuditRow } from '@/lib/audit/log-queries'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay } from '@/lib/i18n/dates'
import { deedText } from './deed-text'
import { StoredView } from './stored-view'

type AuditListProps = {
  rows: readonly AuditRow[]
  locale: Locale
  names: ReadonlyMap<string, string>
  /** Subject → the number of its order. */
  orders: ReadonlyMap<string, number>
}

export function AuditList({ rows, locale, names, orders }: AuditListProps) {
  const t = words(locale, 'admin')
  const nameOf = (actor: string) => names.get(actor) ?? (actor === 'stranger' ? t('auditLog.stranger') : t('timeline.actor.unknown'))
  return (
    <ol aria-label={t('auditLog.title')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
      {rows.map((row) => {
        const order = orders.get(row.subject)
        return (
          <li key={String(row.id)} className="grid gap-x-5 gap-y-1 border-line px-4 py-3 not-first:border-t sm:px-5 md:grid-cols-[11rem_minmax(0,1fr)_auto] md:items-baseline">
            <time dateTime={row.at.toISOString()} className="text-sm text-muted tabular-nums">
              {formatDay(row.at, locale)} {formatClock(row.at, locale)}
            </time>
            <div className="min-w-0">
              <p>
                <span className="font-semibold">{nameOf(row.actor)}</span> <span className="text-muted">·</span> {deedText(row.action, locale)}
              </p>
              {row.reason && <p className="text-sm break-words text-muted">{t('timeline.why', { why: row.reason })}</p>}
              {row.detail !== null && (
                <details className="text-sm">
                  <summary className="inline-flex min-h-8 cursor-pointer items-center text-muted underline decoration-line-strong underline-offset-4 hover:text-ink">{t('auditLog.detail')}</summary>
                  <StoredView title={row.subject} view={row.detail} nothing={t('timeline.nothingKept')} />
                </details>
              )}
            </div>
            {order !== undefined && (
              <Link href={`/admin/orders/${order}`} prefetch={false} className="inline-flex min-h-11 items-center text-sm font-semibold tabular-nums underline decoration-line-strong underline-offset-4 md:min-h-0">
                {t('list.order', { number: String(order) })}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}
