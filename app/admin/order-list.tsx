import Link from 'next/link'
import { BulkOrders } from '@/components/admin/bulk-orders'
import { bulkWords } from '@/components/admin/bulk-words'
import { OrdersPager } from '@/components/admin/orders-pager'
import { OrdersTable } from '@/components/admin/orders-table'
import type { OrdersView } from '@/components/admin/orders-url'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { now } from '@/lib/clock'
import { words, type Locale } from '@/lib/i18n'
import type { OrdersPage } from '@/lib/orders/merchant-queries'
import { bulk } from './orders/actions'

type OrderListProps = { page: OrdersPage; view: OrdersView; particulars: boolean; mayChoose: boolean; locale: Locale }

/** The orders of one page, and for those who may what is done to several of them at once. */
export function OrderList({ page, view, particulars, mayChoose, locale }: OrderListProps) {
  const t = words(locale, 'admin')
  const some = page.rows.length > 0
  const list = some ? (
    <>
      <OrdersTable rows={page.rows} locale={locale} now={now()} particulars={particulars} mayChoose={mayChoose} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="hidden text-sm text-muted lg:block">{t(mayChoose ? 'orders.keysChoose' : 'orders.keys')}</p>
        <OrdersPager locale={locale} view={view} page={page} />
      </div>
    </>
  ) : (
    <Nothing unfiltered={!view.search && view.filter === 'all'} locale={locale} />
  )
  if (!mayChoose) return <div className="grid gap-3">{list}</div>
  // Around an empty list too: what came of the last of them can still be read.
  return (
    <BulkOrders action={bulk} some={some} {...bulkWords(locale)}>
      {list}
    </BulkOrders>
  )
}

function Nothing({ unfiltered, locale }: { unfiltered: boolean; locale: Locale }) {
  const t = words(locale, 'admin')
  return (
    <EmptyState
      title={t(unfiltered ? 'orders.emptyTitle' : 'orders.noneTitle')}
      className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12"
    >
      <p className="text-muted">{t(unfiltered ? 'orders.emptyText' : 'orders.noneText')}</p>
      {!unfiltered && (
        <Link href="/admin" className={buttonClass({ variant: 'secondary' })}>
          {t('orders.showAll')}
        </Link>
      )}
    </EmptyState>
  )
}
