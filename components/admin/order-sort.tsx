import Link from 'next/link'
import { words, type Locale } from '@/lib/i18n'
import type { OrderSort } from '@/lib/orders/sorts'
import { ordersUrl, topOf, type OrdersView } from './orders-url'

/** What comes first in the list, in the address. */
export function OrderSortLinks({ view, sorts, locale }: { view: OrdersView; sorts: readonly OrderSort[]; locale: Locale }) {
  const t = words(locale, 'orderList')
  return (
    <nav aria-label={t('sort.label')} className="-mr-2.5 ml-auto flex items-center gap-1 text-sm">
      <span aria-hidden className="pr-1 text-muted">
        {t('sort.label')}
      </span>
      {sorts.map((sort) => (
        <Link
          key={sort}
          href={ordersUrl({ ...topOf(view), sort })}
          prefetch={false}
          aria-current={sort === view.sort ? 'true' : undefined}
          className="inline-flex min-h-11 items-center rounded-field px-2.5 text-muted no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {t(`sort.${sort}`)}
        </Link>
      ))}
    </nav>
  )
}
