import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { listUrl } from '@/components/admin/list-url'
import { OrderFilters } from '@/components/admin/order-filters'
import { OrderSortLinks } from '@/components/admin/order-sort'
import { ordersUrl } from '@/components/admin/orders-url'
import { buttonClass } from '@/components/ui/button'
import { atLeast, needed } from '@/lib/auth/roles'
import { currentStaff, requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { countGoods, countToConfirm, listOrders, orderFilters } from '@/lib/orders/merchant-queries'
import { orderSorts } from '@/lib/orders/sorts'
import { viewsOf } from '@/lib/orders/views'
import { OrderList } from './order-list'
import { readOrdersQuery } from './query'
import { SavedViews } from './views/saved-views'

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
  const [page, toConfirm, toPack, packed, toCollect, views] = await Promise.all([
    listOrders({ ...view, particulars }),
    countToConfirm(),
    countGoods('to_pack'),
    countGoods('packed'),
    countGoods('to_collect'),
    viewsOf(staff.id),
  ])
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
      <OrderFilters
        locale={locale}
        view={view}
        filters={orderFilters}
        waiting={{ to_confirm: toConfirm, to_pack: toPack, packed, to_collect: toCollect }}
        particulars={particulars}
      />
      {!particulars && <p className="text-sm text-muted">{t('orders.masked')}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <SavedViews views={views} view={view} locale={locale} />
        {page.rows.length > 0 && <OrderSortLinks view={view} sorts={orderSorts} locale={locale} />}
      </div>
      <OrderList page={page} view={view} particulars={particulars} mayChoose={atLeast(staff.role, needed.checkPayment)} locale={locale} />
    </div>
  )
}
