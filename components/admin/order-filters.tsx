import { Search } from 'lucide-react'
import Link from 'next/link'
import { controlClass } from '@/components/ui/field'
import { words, type Locale } from '@/lib/i18n'
import type { OrderFilter } from '@/lib/orders/merchant-queries'
import { ordersUrl, type OrdersView } from './orders-url'
import { SearchKey } from './search-key'

type OrderFiltersProps = {
  locale: Locale
  view: OrdersView
  filters: readonly OrderFilter[]
  /** How many reservations wait for a person. */
  toConfirm: number
  /** False: only numbers are searched. */
  particulars: boolean
}

/** Which orders are shown: a search and a row of states, both in the address. */
export function OrderFilters({ locale, view, filters, toConfirm, particulars }: OrderFiltersProps) {
  const t = words(locale, 'admin')
  return (
    <div className="grid gap-3 lg:grid-cols-[1fr_auto] lg:items-center">
      <form action="/admin" role="search" className="relative w-full lg:order-last lg:w-80">
        {view.filter !== 'all' && <input type="hidden" name="state" value={view.filter} />}
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
          className={`${controlClass} pl-11`}
        />
        <SearchKey inputId="q" />
      </form>
      <nav aria-label={t('orders.filter')} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <ul className="flex gap-1.5 py-1">
          {filters.map((filter) => (
            <li key={filter} className="flex-none">
              <Link
                href={ordersUrl({ filter, search: view.search })}
                prefetch={false}
                aria-current={filter === view.filter ? 'true' : undefined}
                className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface px-4 text-sm font-semibold whitespace-nowrap no-underline hover:border-line-strong aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {t(`orders.${filter}`)}
                {filter === 'to_confirm' && toConfirm > 0 && <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-on-accent tabular-nums">{toConfirm}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
