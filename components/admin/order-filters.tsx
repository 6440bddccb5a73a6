import { Search } from 'lucide-react'
import Link from 'next/link'
import { controlClass } from '@/components/ui/field'
import { words, type Locale } from '@/lib/i18n'
import type { OrderFilter } from '@/lib/orders/merchant-queries'
import { ordersUrl, topOf, type OrdersView } from './orders-url'
import { SearchKey } from './search-key'

type OrderFiltersProps = {
  locale: Locale
  view: OrdersView
  filters: readonly OrderFilter[]
  /** How many wait for a person to confirm them, or to pack them. */
  waiting: Readonly<Partial<Record<OrderFilter, number>>>
}

type OrderSearchProps = { locale: Locale; view: OrdersView; /** False: only numbers are searched. */ particulars: boolean }

/** Which order is looked for, in the address. */
export function OrderSearch({ locale, view, particulars }: OrderSearchProps) {
  const t = words(locale, 'admin')
  return (
    <form action="/admin" role="search" className="relative max-md:order-last max-md:w-full md:ml-auto md:max-w-md md:min-w-60 md:flex-1">
      {view.filter !== 'all' && <input type="hidden" name="state" value={view.filter} />}
      {view.sort !== 'newest' && <input type="hidden" name="sort" value={view.sort} />}
      <label htmlFor="q" className="sr-only">
        {t('orders.search')}
      </label>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-muted" />
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={view.search}
        placeholder={t(particulars ? 'orders.searchHint' : 'orders.searchHintNumber')}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={100}
        className={`${controlClass} pl-11 text-ellipsis`}
      />
      <SearchKey inputId="q" />
    </form>
  )
}

/** Which orders are shown: a row of states, in the address. On a narrow screen it is pushed sideways, out of the page's edge. */
export function OrderFilters({ locale, view, filters, waiting }: OrderFiltersProps) {
  const t = words(locale, 'admin')
  return (
    <nav aria-label={t('orders.filter')} className="-mx-4 [scrollbar-width:none] overflow-x-auto px-4 sm:-mx-6 sm:px-6">
      <ul className="flex gap-1.5 py-1 lg:flex-wrap xl:gap-1">
        {filters.map((filter) => (
          <li key={filter} className="flex-none">
            <Link
              href={ordersUrl({ ...topOf(view), filter })}
              prefetch={false}
              aria-current={filter === view.filter ? 'true' : undefined}
              className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 text-sm font-semibold whitespace-nowrap no-underline hover:border-line-strong aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper lg:px-3"
            >
              {t(`orders.${filter}`)}
              <Count of={waiting[filter] ?? 0} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Of a hundred and more nobody wants to know how many. */
function Count({ of: count }: { of: number }) {
  if (count === 0) return null
  return <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-on-accent tabular-nums">{count > 99 ? '99+' : count}</span>
}
