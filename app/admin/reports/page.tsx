import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { FiguresTable } from '@/components/admin/figures-table'
import { FilterPills } from '@/components/admin/filter-pills'
import { gatewayName } from '@/components/admin/gateway-name'
import { listUrl } from '@/components/admin/list-url'
import { SalesChart } from '@/components/admin/sales-chart'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { addDays, readDay, startOfDay, writeDay } from '@/lib/days'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatDay } from '@/lib/i18n/dates'
import { formatMoney, isk } from '@/lib/money'
import { readReport } from '@/lib/reports/queries'
import { readPeriod, reportsPath, spans } from './query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('reports.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const today = startOfDay(now())
  const { period, said } = readPeriod(await searchParams, today)
  await requireRole(needed.readReports, listUrl(reportsPath, said))
  const [locale, report] = await Promise.all([cookieLocale(), readReport(period)])
  const t = words(locale, 'admin')
  const kr = (amount: number) => formatMoney(isk(amount), locale)
  const dayText = (day: string) => formatDay(readDay(day) ?? today, locale)
  const { days, total } = report
  const best = days.reduce((a, b) => (b.sales > a.sales ? b : a))
  const pills = (['week', 'month', 'quarter'] as const).map((span) => {
    const from = writeDay(addDays(today, 1 - spans[span]))
    return { key: span, text: t(`reports.${span}`), href: listUrl(reportsPath, { from, to: writeDay(today) }), current: said.from === from && said.to === writeDay(today) }
  })
  const tiles = [
    [t('reports.sales'), kr(total.sales)],
    [t('reports.orders'), String(total.orders)],
    [t('reports.average'), total.orders ? kr(Math.round(total.sales / total.orders)) : '–'],
    [t('reports.refunds'), kr(total.refunds)],
    [t('reports.net'), kr(total.sales - total.refunds)],
  ] as const
  const vatSum = report.vat.reduce((sum, row) => ({ gross: sum.gross + row.gross, vat: sum.vat + row.vat }), { gross: 0, vat: 0 })
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-3xl font-bold">{t('reports.title')}</h1>
          <p className="max-w-text text-muted">{t('reports.lead')}</p>
        </div>
        <a href={listUrl(`${reportsPath}/export`, said)} download className={buttonClass({ variant: 'secondary', size: 'small' })}>
          <Download aria-hidden className="size-4" />
          {t('list.export')}
        </a>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <FilterPills label={t('reports.period')} pills={pills} />
        <form action={reportsPath} className="grid w-full grid-cols-2 items-end gap-3 sm:flex sm:w-auto">
          <Field name="from" type="date" label={t('reports.from')} defaultValue={said.from} />
          <Field name="to" type="date" label={t('reports.to')} defaultValue={said.to} />
          <Button type="submit" variant="secondary">
            {t('list.apply')}
          </Button>
        </form>
      </div>
      {total.orders === 0 && total.refunds === 0 ? (
        <EmptyState title={t('reports.emptyTitle')} className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12">
          <p className="text-muted">{t('reports.emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
            {tiles.map(([term, value]) => (
              <div key={term} className="rounded-card border border-line bg-surface p-4">
                <dt className="text-sm text-muted">{term}</dt>
                <dd className="text-xl font-bold tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="grid gap-5 lg:grid-cols-2 [&>*]:min-w-0">
            <section aria-label={t('reports.sales')} className="grid content-start gap-3 rounded-card border border-line bg-surface p-4 sm:p-5">
              <h2 className="text-lg font-semibold">{t('reports.sales')}</h2>
              <SalesChart
                days={days}
                description={t('reports.chart', { from: dayText(said.from), to: dayText(said.to), most: kr(best.sales), day: dayText(best.day) })}
                labels={{ top: kr(best.sales), from: dayText(said.from), to: dayText(said.to) }}
              />
            </section>
            <FiguresTable
              title={t('reports.byDay')}
              head={[t('reports.day'), t('reports.orders'), t('reports.sales'), t('reports.refunds')]}
              rows={days.toReversed().map(({ day, orders, sales, refunds }) => [dayText(day), orders, kr(sales), kr(refunds)])}
              sum={[t('reports.sum'), total.orders, kr(total.sales), kr(total.refunds)]}
            />
            <FiguresTable
              title={t('reports.byProduct')}
              head={[t('reports.product'), t('reports.quantity'), t('reports.sales')]}
              rows={report.products.map(({ name, quantity, sales }) => [name, quantity, kr(sales)])}
            />
            <div className="grid content-start gap-5">
              <FiguresTable
                title={t('reports.byGateway')}
                head={[t('reports.gateway'), t('reports.orders'), t('reports.sales')]}
                rows={report.gateways.map(({ gateway, orders, sales }) => [gatewayName(gateway, locale), orders, kr(sales)])}
              />
              <FiguresTable
                title={t('reports.vat')}
                head={[t('reports.rate'), t('reports.gross'), t('reports.without'), t('reports.vatAmount')]}
                rows={report.vat.map(({ rate, gross, vat }) => [`${rate} %`, kr(gross), kr(gross - vat), kr(vat)])}
                sum={[t('reports.sum'), kr(vatSum.gross), kr(vatSum.gross - vatSum.vat), kr(vatSum.vat)]}
                note={t('reports.vatNote')}
              />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
