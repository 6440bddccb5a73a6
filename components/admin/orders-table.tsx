import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatDayOfYear, formatTime, sameDay } from '@/lib/i18n/dates'
import { formatMoney } from '@/lib/money'
import type { OrderRow } from '@/lib/orders/merchant-queries'
import type { Step } from '@/lib/orders/steps'
import { ArrowRows } from './arrow-rows'
import { gatewayName } from './gateway-name'
import { OrderBadge, PaymentWord } from './state-badge'

type OrdersTableProps = { rows: readonly OrderRow[]; locale: Locale; now: Date; particulars: boolean; mayChoose: boolean }

const steps: readonly Step[] = ['packed', 'ready', 'sent', 'collected']
const head = 'px-3 py-2.5 text-left text-sm font-semibold text-muted first:pl-5 last:pr-5'
const cell = 'max-lg:p-0 lg:px-3 lg:py-3 lg:last:pr-5'

/** Orders; a row is one link, with a box before it for those who may do something to several. Until a table fits, each row is a small card:
    of two lines on a tablet, of three on a phone. */
export function OrdersTable({ rows, locale, now, particulars, mayChoose }: OrdersTableProps) {
  const t = words(locale, 'admin')
  const columns = ['number', 'placed', ...(particulars ? (['customer'] as const) : []), 'state', 'payment', 'gateway'] as const
  return (
    <ArrowRows>
      <table className="block w-full overflow-hidden rounded-card border border-line bg-surface lg:table lg:border-separate lg:border-spacing-0">
        <caption className="sr-only">{t('orders.caption')}</caption>
        <thead className="sr-only lg:not-sr-only lg:table-header-group">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${head} ${column === 'gateway' ? 'max-xl:hidden' : ''}`}>
                {t(`orders.columns.${column}`)}
              </th>
            ))}
            <th scope="col" className={`${head} text-right`}>
              {t('orders.columns.total')}
            </th>
          </tr>
        </thead>
        <tbody className="block lg:table-row-group">
          {rows.map((row) => (
            <Row key={row.number} row={row} locale={locale} now={now} particulars={particulars} mayChoose={mayChoose} />
          ))}
        </tbody>
      </table>
    </ArrowRows>
  )
}

type RowProps = Omit<OrdersTableProps, 'rows'> & { row: OrderRow }

function Row({ row, locale, now, particulars, mayChoose }: RowProps) {
  const t = words(locale, 'admin')
  const { payment } = row
  const named = particulars && row.customer !== ''
  const step = steps.find((one) => one === row.fulfilment)
  return (
    <tr className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-line px-4 py-3 not-first:border-t hover:bg-sunken/60 has-checked:bg-sunken has-focus-visible:bg-sunken md:max-lg:grid-cols-[8.5rem_minmax(0,1fr)_11.5rem_7rem] md:max-lg:gap-y-0.5 md:max-lg:px-5 md:max-lg:py-2.5 lg:table-row lg:*:border-t lg:*:border-line">
      <th scope="row" className="p-0 text-left font-semibold whitespace-nowrap md:max-lg:row-span-2 lg:py-3 lg:pr-3 lg:pl-5">
        {mayChoose && (
          <label className="relative z-10 -my-3 -ml-3 inline-flex size-11 cursor-pointer items-center justify-center align-middle">
            <input type="checkbox" name={`order-${row.number}`} data-choose className="size-5 cursor-pointer accent-accent" />
            <span className="sr-only">{words(locale, 'orderList')('bulk.choose', { number: String(row.number) })}</span>
          </label>
        )}
        <Link
          href={`/admin/orders/${row.number}`}
          prefetch={false}
          data-row
          className="tabular-nums no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-field focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-accent"
        >
          {row.number}
          {row.attention && (
            <span className="ml-2 inline-block align-[-0.125em] text-bad" title={t('orders.attention')}>
              <TriangleAlert aria-hidden className="size-4" />
              <span className="sr-only">{t('orders.attention')}</span>
            </span>
          )}
        </Link>
      </th>
      <td className={`${cell} text-sm whitespace-nowrap text-muted tabular-nums max-md:row-start-3 md:max-lg:col-start-2 ${named ? 'md:max-lg:row-start-2' : 'md:max-lg:row-span-2 md:max-lg:row-start-1'}`}>
        {dayOf(row.createdAt, now, locale)} {formatTime(row.createdAt, locale)}
      </td>
      {particulars && <td className={`${cell} truncate empty:max-lg:hidden max-md:row-start-2 md:max-lg:col-start-2 md:max-lg:row-start-1 lg:max-xl:w-full lg:max-xl:max-w-0 xl:max-w-72`}>{row.customer}</td>}
      <td className={`${cell} max-md:col-start-2 max-md:row-start-2 max-md:text-right md:max-lg:col-start-3 md:max-lg:row-start-1 lg:whitespace-nowrap`}>
        <OrderBadge state={row.state} locale={locale} />
        {step && <span className="text-sm whitespace-nowrap text-muted max-md:block md:ml-2 lg:max-xl:block lg:max-xl:ml-0">{words(locale, 'fulfilment')(step)}</span>}
      </td>
      <td className={`${cell} whitespace-nowrap max-md:col-start-2 max-md:row-start-3 max-md:text-right md:max-lg:col-start-3 md:max-lg:row-start-2`}>
        {payment ? <PaymentWord state={payment.state} locale={locale} /> : <span className="text-sm text-muted">{t('orders.noPayment')}</span>}
      </td>
      <td className={`${cell} text-sm text-muted max-xl:hidden`}>{payment && gatewayName(payment.gateway, locale)}</td>
      <td className={`${cell} text-right font-semibold whitespace-nowrap tabular-nums max-md:col-start-2 max-md:row-start-1 md:max-lg:col-start-4 md:max-lg:row-span-2 md:max-lg:row-start-1`}>{formatMoney(row.total, locale)}</td>
    </tr>
  )
}

function dayOf(date: Date, now: Date, locale: Locale): string {
  const t = words(locale, 'admin')
  if (sameDay(date, now)) return t('orders.today')
  if (sameDay(date, new Date(now.getTime() - 86_400_000))) return t('orders.yesterday')
  // A year that is this one says nothing, twenty-five times over.
  return (date.getUTCFullYear() === now.getUTCFullYear() ? formatDayOfYear : formatDay)(date, locale)
}
