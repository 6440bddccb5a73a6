// Lists are paged by where the last page ended, not by counting rows: a page deep in a million products
// costs what the first one does.
import { z } from 'zod'

export const pageSize = 24

export const sorts = ['popular', 'newest', 'price-up', 'price-down'] as const
export type Sort = (typeof sorts)[number]

/** The edge of a page: the sort value and the id of the product there. */
export type Edge = { readonly value: number; readonly id: number }

/** Where a page of a list begins: after an edge, before one, or at the top. */
export type Position = { readonly direction: 'after' | 'before'; readonly edge: Edge } | null

export type Listing<T> = {
  readonly items: readonly T[]
  /** For the address of the neighbouring pages; null when there is none. */
  readonly after: string | null
  readonly before: string | null
}

const int32 = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((n) => n <= 2_147_483_647)
const edge = z.tuple([int32, int32]).transform(([value, id]): Edge => ({ value, id }))

export const writeEdge = ({ value, id }: Edge): string => `${value}-${id}`

/** Whatever an address says, a list begins somewhere: what is no edge is the top. */
export function readPosition(query: { after?: unknown; before?: unknown }): Position {
  for (const direction of ['after', 'before'] as const) {
    const text = query[direction]
    const parsed = edge.safeParse(typeof text === 'string' ? text.split('-') : null)
    if (parsed.success) return { direction, edge: parsed.data }
  }
  return null
}

export const readSort = (text: unknown): Sort => z.enum(sorts).catch('popular').parse(text)

/**
 * Makes a page of the rows read for it, one more than fit telling whether the list goes on.
 * Rows read towards the top (`before`) come in backwards. `stopped` is where looking ended before the page was full
 * and before the list was: the neighbour begins there.
 */
export function toListing<T>(
  rows: readonly T[],
  position: Position,
  edgeOf: (row: T) => Edge,
  size = pageSize,
  stopped: Edge | null = null,
): Listing<T> {
  const more = rows.length > size
  const kept = rows.slice(0, size)
  const backwards = position?.direction === 'before'
  const items = backwards ? kept.reverse() : kept
  const first = items[0]
  const last = items.at(-1)
  const farEdge = backwards ? first : last
  const far = more && farEdge ? edgeOf(farEdge) : stopped
  const nearEdge = backwards ? last : first
  const near = position && nearEdge ? edgeOf(nearEdge) : null
  const write = (edge: Edge | null) => edge && writeEdge(edge)
  return backwards ? { items, after: write(near), before: write(far) } : { items, after: write(far), before: write(near) }
}
