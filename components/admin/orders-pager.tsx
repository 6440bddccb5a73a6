import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { words, type Locale } from '@/lib/i18n'
import type { OrdersPage } from '@/lib/orders/merchant-queries'
import { ordersUrl, type OrdersView } from './orders-url'

/** By key, not by number of page: the next page is as quick after a thousand as after one. */
export function OrdersPager({ locale, view, page }: { locale: Locale; view: OrdersView; page: OrdersPage }) {
  const t = words(locale, 'admin')
  const { filter, search } = view
  if (page.older === null && page.newer === null) return null
  const look = buttonClass({ variant: 'secondary', size: 'small' })
  return (
    <nav aria-label={t('orders.pages')} className="flex flex-wrap justify-end gap-2">
      {page.newer !== null && (
        <>
          <Link href={ordersUrl({ filter, search })} prefetch={false} className={buttonClass({ variant: 'ghost', size: 'small' })}>
            {t('orders.newest')}
          </Link>
          <Link href={ordersUrl({ filter, search, after: page.newer })} prefetch={false} rel="prev" className={look}>
            <ChevronLeft aria-hidden className="size-4" />
            {t('orders.newer')}
          </Link>
        </>
      )}
      {page.older !== null && (
        <Link href={ordersUrl({ filter, search, before: page.older })} prefetch={false} rel="next" className={look}>
          {t('orders.older')}
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  )
}
