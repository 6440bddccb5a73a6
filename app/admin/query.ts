import { z } from 'zod'
import { orderFilters } from '@/lib/orders/merchant-queries'
import { orderSorts } from '@/lib/orders/sorts'

// Whatever can't be read counts as not said: an old or mistyped link still shows orders.
const key = z.string().max(30).optional().catch(undefined)
const shape = z.object({
  q: z.string().trim().max(100).catch(''),
  state: z.enum(orderFilters).catch('all'),
  sort: z.enum(orderSorts).catch('newest'),
  before: key,
  after: key,
})

/** Which orders the address of a list asks for. */
export function readOrdersQuery(query: unknown) {
  const { q: search, state: filter, sort, before, after } = shape.parse(query)
  return { filter, search, sort, before, after }
}
