import { Prisma } from '@/lib/db'
import type { Position, Sort } from './paging'

const columns = { popular: 'popularity', newest: 'id', 'price-up': 'price', 'price-down': 'price' } as const satisfies Record<Sort, string>

export type Keyset = {
  /** The column the list is sorted by. */
  readonly value: Prisma.Sql
  /** True of the products beyond the edge; the index is entered there. */
  readonly beyond: Prisma.Sql
  /** The same of rows that already carry the column by the name `value`. */
  readonly past: Prisma.Sql
  /** For ORDER BY, over columns named `value` and `id`. */
  readonly order: Prisma.Sql
}

/**
 * Where a list is read from and which way. The id runs the same way as the value, so that both together are one
 * comparison the index answers, however many products share a value.
 */
export function keyset(sort: Sort, position: Position): Keyset {
  const value = Prisma.raw(columns[sort])
  const rising = (sort === 'price-up') !== (position?.direction === 'before')
  const way = Prisma.raw(rising ? 'ASC' : 'DESC')
  const than = Prisma.raw(rising ? '>' : '<')
  const edge = position?.edge
  const beyond = (column: Prisma.Sql) =>
    edge ? Prisma.sql`(${column}, id) ${than} (${edge.value}::int, ${edge.id}::int)` : Prisma.sql`true`
  return {
    value,
    beyond: beyond(value),
    past: beyond(Prisma.sql`value`),
    order: Prisma.sql`value ${way}, id ${way}`,
  }
}
