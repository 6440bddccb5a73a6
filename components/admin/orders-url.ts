import type { OrderFilter } from '@/lib/orders/merchant-queries'
import type { OrderSort } from '@/lib/orders/sorts'

export type OrdersView = {
  readonly filter: OrderFilter
  readonly search: string
  readonly sort: OrderSort
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** What an address says of a list of orders; what is as usual is left out. */
export function ordersQuery({ filter, search, sort, before, after }: OrdersView): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (filter !== 'all') query.set('state', filter)
  if (sort !== 'newest') query.set('sort', sort)
  if (before) query.set('before', before)
  if (after) query.set('after', after)
  return query.toString()
}

/** The address of a list of orders. */
export function ordersUrl(view: OrdersView): string {
  const text = ordersQuery(view)
  return text ? `/admin?${text}` : '/admin'
}

/** The first page of a view. */
export const topOf = ({ filter, search, sort }: OrdersView): OrdersView => ({ filter, search, sort })
