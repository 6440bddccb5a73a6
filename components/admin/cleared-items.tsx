import Link from 'next/link'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import type { AttentionKind } from '@/lib/payments/attention'
import type { ClearedAttention } from '@/lib/payments/attention-queries'
import { whyCleared } from './cleared-why'

type ClearedItemsProps = { items: readonly ClearedAttention[]; names: ReadonlyMap<string, string>; locale: Locale }

/** What is settled, by whom and why. */
export function ClearedItems({ items, names, locale }: ClearedItemsProps) {
  const t = words(locale, 'admin')
  return (
    <section aria-labelledby="cleared" className="grid gap-3 pt-6">
      <h2 id="cleared" className="text-xl font-semibold">
        {t('attention.recent')}
      </h2>
      <ul className="rounded-card border border-line">
        {items.map(({ id, kind, clearedAt, clearedBy, clearedWhy, payment }) => (
          <li key={String(id)} className="grid gap-0.5 px-5 py-3.5 not-first:border-t not-first:border-line">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">{t(`attention.kind.${kind as AttentionKind}`)}</span>
              <Link href={`/admin/orders/${payment.order.number}`} prefetch={false} className="tabular-nums underline decoration-line-strong underline-offset-4">
                {t('attention.order', { number: String(payment.order.number) })}
              </Link>
            </p>
            <p>{whyCleared({ clearedBy, clearedWhy }, locale)}</p>
            <p className="text-sm text-muted">
              {clearedAt &&
                t('attention.clearedBy', {
                  actor: clearedBy === 'system' ? t('timeline.actor.system') : (names.get(clearedBy ?? '') ?? t('timeline.actor.unknown')),
                  day: formatDay(clearedAt, locale),
                  time: formatTime(clearedAt, locale),
                })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
