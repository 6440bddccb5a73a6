import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { listUrl } from '@/components/admin/list-url'
import { OrderFilters } from '@/components/admin/order-filters'
import { OrdersPager } from '@/components/admin/orders-pager'
import { OrdersTable } from '@/components/admin/orders-table'
import { ordersUrl } from '@/components/admin/orders-url'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { atLeast, needed } from '@/lib/auth/roles'
import { currentStaff, requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { countToConfirm, listOrders, orderFilters } from '@/lib/orders/merchant-queries'
import { readOrdersQuery } from './query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('orders.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const view = readOrdersQuery(await searchParams)
  const { filter, search } = view
  // Whoever only sells has a front page of their own.
  const someone = await currentStaff()
  if (someone && !atLeast(someone.role, needed.read)) redirect('/admin/pos')
  const staff = await requireRole(needed.read, ordersUrl(view))
  const locale = await cookieLocale()
  const t = words(locale, 'admin')
  const particulars = atLeast(staff.role, needed.readParticulars)
  const [page, toConfirm] = await Promise.all([listOrders({ ...view, particulars }), countToConfirm()])
  const unfiltered = !search && filter === 'all'
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-bold">{t('orders.title')}</h1>
        {page.rows.length > 0 && (
          <a
            href={listUrl('/admin/orders/export', { q: search, state: filter === 'all' ? null : filter })}
            download
            title={particulars ? t('orders.mayHoldParticulars') : undefined}
            className={buttonClass({ variant: 'secondary', size: 'small' })}
          >
            <Download aria-hidden className="size-4" />
            {t('list.export')}
          </a>
        )}
      </div>
      <OrderFilters locale={locale} view={view} filters={orderFilters} toConfirm={toConfirm} particulars={particulars} />
      {!particulars && <p className="text-sm text-muted">{t('orders.masked')}</p>}
      {page.rows.length > 0 ? (
        <>
          <OrdersTable rows={page.rows} locale={locale} now={now()} particulars={particulars} />
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="hidden text-sm text-muted lg:block">{t('orders.keys')}</p>
            <OrdersPager locale={locale} view={view} page={page} />
          </div>
        </>
      ) : (
        <EmptyState title={t(unfiltered ? 'orders.emptyTitle' : 'orders.noneTitle')} className="rounded-card border border-dashed border-line-strong">
          <p className="text-muted">{t(unfiltered ? 'orders.emptyText' : 'orders.noneText')}</p>
          {!unfiltered && (
            <Link href="/admin" className={buttonClass({ variant: 'secondary' })}>
              {t('orders.showAll')}
            </Link>
          )}
        </EmptyState>
      )}
    </div>
  )
}
