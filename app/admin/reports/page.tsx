import type { Metadata } from 'next'
import { ExportLink } from '@/components/admin/export/export-link'
import { exportWords } from '@/components/admin/export/export-words'
import { listUrl } from '@/components/admin/list-url'
import { Tiles } from '@/components/admin/reports/tiles'
import { EmptyState } from '@/components/ui/empty-state'
import { needed } from '@/lib/auth/roles'
import { requireRole } from '@/lib/auth/staff'
import { now } from '@/lib/clock'
import { startOfDay } from '@/lib/days'
import { words } from '@/lib/i18n'
import { cookieLocale } from '@/lib/i18n/cookie'
import { formatMoney, isk } from '@/lib/money'
import { readReport } from '@/lib/reports/queries'
import { Head } from './head'
import { readPeriod, readProductOrder, reportsPath } from './query'
import { ByDay, ByGateway, ByProduct, Vat } from './sales-parts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await cookieLocale(), 'admin')('reports.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const today = startOfDay(now())
  const query = await searchParams
  const { period, said } = readPeriod(query, today)
  const by = readProductOrder(query)
  await requireRole(needed.readReports, listUrl(reportsPath, said))
  const locale = await cookieLocale()
  const report = await readReport(period, { by, locale })
  const t = words(locale, 'admin')
  const kr = (amount: number) => formatMoney(isk(amount), locale)
  const { total } = report
  const part = { report, locale, said }
  return (
    <div className="grid grid-cols-1 gap-5">
      <Head
        locale={locale}
        which="sales"
        said={said}
        today={today}
        kept={by === 'sales' ? {} : { by }}
        aside={<ExportLink href={listUrl(`${reportsPath}/export`, said)} label={t('list.export')} words={exportWords(locale)} />}
      />
      {total.orders === 0 && total.refunds === 0 ? (
        <EmptyState
          title={t('reports.emptyTitle')}
          className="w-full max-w-none rounded-card border border-dashed border-line-strong py-12"
        >
          <p className="text-muted">{t('reports.emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <Tiles
            tiles={[
              [t('reports.sales'), kr(total.sales)],
              [t('reports.orders'), String(total.orders)],
              [t('reports.average'), total.orders ? kr(Math.round(total.sales / total.orders)) : '–'],
              [t('reports.refunds'), kr(total.refunds)],
              [t('reports.net'), kr(total.sales - total.refunds)],
            ]}
          />
          <div className="grid gap-5 lg:grid-cols-2 [&>*]:min-w-0">
            <ByDay {...part} />
            {report.gateways.length > 0 && <ByGateway {...part} />}
            {report.products.best.length > 0 && <ByProduct {...part} by={by} />}
            <div className="lg:col-span-2">
              <Vat {...part} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
