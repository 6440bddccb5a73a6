import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import type { AttentionKind } from '@/lib/payments/attention'

type AttentionItemProps = {
  item: { kind: string; detail: string; openedAt: Date; orderNumber: number }
  locale: Locale
  /** The way to clear it, for those who may. */
  children?: ReactNode
}

/** What is wrong, where, since when, and what to do about it. */
export function AttentionItem({ item, locale, children }: AttentionItemProps) {
  const t = words(locale, 'admin')
  const kind = item.kind as AttentionKind
  return (
    <article className="grid gap-2 rounded-card border border-line bg-surface p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <h2 className="flex items-start gap-2.5 text-lg font-semibold">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 flex-none text-bad" />
          {t(`attention.kind.${kind}`)}
        </h2>
        <Link href={`/admin/orders/${item.orderNumber}`} prefetch={false} className="inline-flex min-h-11 items-center font-semibold tabular-nums underline decoration-line-strong underline-offset-4 sm:min-h-0">
          {t('attention.order', { number: String(item.orderNumber) })}
        </Link>
      </div>
      <p>{t(`attention.todo.${kind}`)}</p>
      <p className="text-sm text-muted">
        {t('attention.since', { day: formatDay(item.openedAt, locale), time: formatTime(item.openedAt, locale) })} · {item.detail}
      </p>
      {children}
    </article>
  )
}
