import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ExportLink } from '@/components/admin/export/export-link'
import { exportWords } from '@/components/admin/export/export-words'
import { OrderFilters, OrderSearch } from '@/components/admin/order-filters'
import { OrderSortLinks } from '@/components/admin/order-sort'
import { ordersUrl, topOf } from '@/components/admin/orders-url'
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
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="text-3xl font-bold">{t('orders.title')}</h1>
        <OrderSearch locale={locale} view={view} particulars={particulars} />
        {page.rows.length > 0 && (
          <ExportLink
            href={ordersUrl(topOf(view)).replace('/admin', '/admin/orders/export')}
            label={t('list.export')}
            title={particulars ? t('orders.mayHoldParticulars') : undefined}
            words={exportWords(locale)}
          />
        )}
      </div>
      <OrderFilters
        locale={locale}
        view={view}
        filters={orderFilters}
        waiting={{ to_confirm: toConfirm, to_pack: toPack, packed, to_collect: toCollect }}
      />
      {!particulars && <p className="text-sm text-muted">{t('orders.masked')}</p>}
      <div className="-my-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <SavedViews views={views} view={view} locale={locale} />
        {page.rows.length > 0 && <OrderSortLinks view={view} sorts={orderSorts} locale={locale} />}
      </div>
      <OrderList page={page} view={view} particulars={particulars} mayChoose={atLeast(staff.role, needed.checkPayment)} locale={locale} />
    </div>
  )
}
