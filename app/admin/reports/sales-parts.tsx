import { FilterPills } from '@/components/admin/filter-pills'
import { gatewayName } from '@/components/admin/gateway-name'
import { listUrl } from '@/components/admin/list-url'
import { ChartCard } from '@/components/admin/reports/chart-card'
import { FiguresTable } from '@/components/admin/reports/figures-table'
import { Legend } from '@/components/admin/reports/legend'
import { RankChart } from '@/components/admin/reports/rank-chart'
import { SalesChart } from '@/components/admin/reports/sales-chart'
import { readDay } from '@/lib/days'
import { words, type Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/i18n/dates'
import { formatMoney, isk } from '@/lib/money'
import { productOrders, type ProductOrder } from '@/lib/reports/goods'
import type { Report } from '@/lib/reports/queries'
import { reportsPath, type Said } from './query'

type Part = { report: Report; locale: Locale; said: Said }

function speaking(locale: Locale) {
  const day = (text: string) => {
    const date = readDay(text)
    return date ? formatDay(date, locale) : text
  }
  return { t: words(locale, 'admin'), f: words(locale, 'figures'), kr: (amount: number) => formatMoney(isk(amount), locale), day }
}

export function ByDay({ report: { days, total }, locale, said }: Part) {
  const { t, f, kr, day } = speaking(locale)
  const best = days.reduce((a, b) => (b.sales > a.sales ? b : a))
  return (
    <>
      <ChartCard
        title={f('byDayChart')}
        legend={
          <Legend
            items={[
              { text: t('reports.sales'), tone: 'sales' },
              { text: t('reports.refunds'), tone: 'back' },
            ]}
          />
        }
      >
        <SalesChart
          days={days}
          description={t('reports.chart', { from: day(said.from), to: day(said.to), most: kr(best.sales), day: day(best.day) })}
          labels={{ top: kr(best.sales), from: day(said.from), to: day(said.to) }}
        />
      </ChartCard>
      <FiguresTable
        title={t('reports.byDay')}
        head={[t('reports.day'), t('reports.orders'), t('reports.sales'), t('reports.refunds')]}
        rows={days.toReversed().map((row) => [day(row.day), row.orders, kr(row.sales), kr(row.refunds)])}
        sum={[t('reports.sum'), total.orders, kr(total.sales), kr(total.refunds)]}
      />
    </>
  )
}

export function ByGateway({ report: { gateways }, locale }: Part) {
  const { t, f, kr } = speaking(locale)
  const rows = gateways.map((row) => ({ ...row, name: gatewayName(row.gateway, locale) }))
  const said = rows.map(({ name, sales }) => f('share', { name, value: kr(sales) })).join(', ')
  const sum = (of: 'orders' | 'sales' | 'refunds') => rows.reduce((all, row) => all + row[of], 0)
  return (
    <>
      <ChartCard
        title={f('byGatewayChart')}
        legend={
          <Legend
            items={[
              { text: t('reports.sales'), tone: 'sales' },
              { text: t('reports.refunds'), tone: 'back' },
            ]}
          />
        }
      >
        <RankChart
          description={f('gatewayChart', { all: said })}
          bars={rows.map(({ name, sales, refunds }) => ({ name, value: sales, less: refunds, text: kr(sales) }))}
        />
      </ChartCard>
      <FiguresTable
        title={t('reports.byGateway')}
        head={[t('reports.gateway'), t('reports.orders'), t('reports.sales'), t('reports.refunds'), t('reports.net')]}
        rows={rows.map(({ name, orders, sales, refunds }) => [name, orders, kr(sales), kr(refunds), kr(sales - refunds)])}
        sum={[t('reports.sum'), sum('orders'), kr(sum('sales')), kr(sum('refunds')), kr(sum('sales') - sum('refunds'))]}
      />
    </>
  )
}

export function ByProduct({ report: { products }, locale, said, by }: Part & { by: ProductOrder }) {
  const { t, f, kr } = speaking(locale)
  const { best, rest } = products
  const text = (row: { quantity: number; sales: number }) => (by === 'sales' ? kr(row.sales) : f('pieces', { count: row.quantity }))
  const value = (row: { quantity: number; sales: number }) => (by === 'sales' ? row.sales : row.quantity)
  const others = rest.kinds > 0 ? [{ name: f('rest', { count: rest.kinds }), ...rest, rest: true }] : []
  const rows = [...best.map((row) => ({ ...row, rest: false })), ...others]
  const sum = (of: 'quantity' | 'sales') => rows.reduce((all, row) => all + row[of], 0)
  const all = best.slice(0, 3).map((row) => f('share', { name: row.name, value: text(row) }))
  const pills = productOrders.map((key) => ({
    key,
    text: f(`by.${key}`),
    href: listUrl(reportsPath, { ...said, by: key === 'sales' ? null : key }),
    current: key === by,
  }))
  return (
    <>
      <ChartCard title={f('byProductChart')} legend={<FilterPills label={f('by.label')} pills={pills} />}>
        <RankChart
          description={f('productChart', { all: all.join(', ') })}
          bars={rows.map((row) => ({ name: row.name, value: value(row), text: text(row), rest: row.rest }))}
        />
      </ChartCard>
      <FiguresTable
        title={t('reports.byProduct')}
        head={[t('reports.product'), t('reports.quantity'), t('reports.sales')]}
        rows={rows.map(({ name, quantity, sales }) => [name, quantity, kr(sales)])}
        sum={[t('reports.sum'), sum('quantity'), kr(sum('sales'))]}
        note={f('productNote')}
      />
    </>
  )
}

export function Vat({ report: { vat }, locale }: Part) {
  const { t, kr } = speaking(locale)
  const sum = vat.reduce((all, row) => ({ gross: all.gross + row.gross, vat: all.vat + row.vat }), { gross: 0, vat: 0 })
  return (
    <FiguresTable
      title={t('reports.vat')}
      head={[t('reports.rate'), t('reports.gross'), t('reports.without'), t('reports.vatAmount')]}
      rows={vat.map(({ rate, ...row }) => [`${rate}\u00a0%`, kr(row.gross), kr(row.gross - row.vat), kr(row.vat)])}
      sum={[t('reports.sum'), kr(sum.gross), kr(sum.gross - sum.vat), kr(sum.vat)]}
      note={t('reports.vatNote')}
    />
  )
}
