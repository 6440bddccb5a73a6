import { z } from 'zod'
import { orderFilters } from '@/lib/orders/merchant-queries'

// Whatever can't be read counts as not said: an old or mistyped link still shows orders.
const number = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined)
const shape = z.object({ q: z.string().trim().max(100).catch(''), state: z.enum(orderFilters).catch('all'), before: number, after: number })

/** Which orders the address of a list asks for. */
export function readOrdersQuery(query: unknown) {
  const { q: search, state: filter, before, after } = shape.parse(query)
  return { filter, search, before, after }
}
