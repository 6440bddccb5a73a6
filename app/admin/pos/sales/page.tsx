import type { Metadata } from 'next'
import Link from 'next/link'
import { OrderBadge } from '@/components/admin/state-badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { formatMoney, isk } from '@/lib/money'
import { listSales } from '@/lib/payments/till-read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('pos.sales') }
}

/** One's own sales, to look one up or print its receipt again. */
export default async function Page() {
  const staff = await requireRole(needed.sell, '/admin/pos/sales')
  const [locale, sales] = await Promise.all([cookieLocale(), listSales(staff.actor)])
  const t = words(locale, 'admin')
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl font-bold">{t('pos.sales')}</h1>
          <p className="text-muted">{t('pos.salesLead')}</p>
        </div>
        <Link href="/admin/pos" className={buttonClass({ size: 'small' })}>
          {t('pos.till')}
        </Link>
      </div>
      {sales.length === 0 && <EmptyState title={t('pos.salesEmpty')} className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12" />}
      <ul className="grid overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {sales.map((sale) => (
          <li key={sale.id} className="border-line not-first:border-t">
            <Link href={`/admin/pos/${sale.payment.id}`} prefetch={false} className="grid min-h-14 grid-cols-[auto_1fr_auto_auto] items-center gap-x-4 px-5 py-2.5 no-underline tabular-nums hover:bg-sunken">
              <span className="font-semibold">{sale.number}</span>
              <span className="text-sm text-muted">
                {formatDay(sale.createdAt, locale)} {formatTime(sale.createdAt, locale)}
              </span>
              <OrderBadge state={sale.state} locale={locale} />
              <span className="min-w-24 text-right font-semibold">{formatMoney(isk(sale.total), locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
