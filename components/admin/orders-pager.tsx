import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { words, type Locale } from '@/lib/i18n'
import type { OrdersPage } from '@/lib/orders/merchant-queries'
import { ordersUrl, topOf, type OrdersView } from './orders-url'

/** By key, not by number of page: the next page is as quick after a thousand as after one. */
export function OrdersPager({ locale, view, page }: { locale: Locale; view: OrdersView; page: OrdersPage }) {
  const t = words(locale, 'admin')
  const top = topOf(view)
  // What is further up is newer only where the newest is first.
  const say = view.sort === 'newest' ? ({ first: 'newest', up: 'newer', down: 'older' } as const) : ({ first: 'first', up: 'previous', down: 'next' } as const)
  if (page.older === null && page.newer === null) return null
  const look = buttonClass({ variant: 'secondary', size: 'small' })
  return (
    <nav aria-label={t('orders.pages')} className="flex flex-wrap justify-end gap-2">
      {page.newer !== null && (
        <>
          <Link href={ordersUrl(top)} prefetch={false} className={buttonClass({ variant: 'ghost', size: 'small' })}>
            {t(`orders.${say.first}`)}
          </Link>
          <Link href={ordersUrl({ ...top, after: page.newer })} prefetch={false} rel="prev" className={look}>
            <ChevronLeft aria-hidden className="size-4" />
            {t(`orders.${say.up}`)}
          </Link>
        </>
      )}
      {page.older !== null && (
        <Link href={ordersUrl({ ...top, before: page.older })} prefetch={false} rel="next" className={look}>
          {t(`orders.${say.down}`)}
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
