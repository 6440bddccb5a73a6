import type { OrderFilter } from '@/lib/orders/merchant-queries'

export type OrdersView = { readonly filter: OrderFilter; readonly search: string; readonly before?: number | undefined; readonly after?: number | undefined }

/** The address of a list of orders; what is as usual is left out. */
export function ordersUrl({ filter, search, before, after }: OrdersView): string {
  const query = new URLSearchParams()
  if (search) query.set('q', search)
  if (filter !== 'all') query.set('state', filter)
  if (before) query.set('before', String(before))
  if (after) query.set('after', String(after))
  const text = query.toString()
  return text ? `/admin?${text}` : '/admin'
}
