import { z } from 'zod'
import { readPosition } from '@/lib/catalogue/paging'

// Whatever can't be read counts as not said: an old or mistyped link still shows products.
const shape = z.object({
  q: z.string().trim().max(100).catch(''),
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .nullable()
    .catch(null),
  low: z.literal('1').optional().catch(undefined),
})

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Which products the address of a list asks for. */
export function readProductsQuery(query: Query) {
  const { q, category, low } = shape.parse(query)
  return { view: { search: q, category, low: low !== undefined }, position: readPosition(query) }
}
