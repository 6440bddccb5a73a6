// One page of a category, found without a look at most of it. A list that many products fit is read in its own order
// until the page is full. One that few fit is read the other way round: all that fit, by an index over what they
// differ in, and those are sorted. Both give up after so many rows, which happens only where a choice is common
// enough to fill an index and still hardly to be met in the list's order; then the page is short and says where to go on.
import { db, Prisma } from '@/lib/db'
import type { Facets } from './facets'
import { isFiltered, type Filters, type ListChoice } from './filters'
import { keyset, type Keyset } from './keyset'
import { pageSize, toListing, type Edge, type Listing, type Position } from './paging'
import { sizeBits } from './size-bit'

/** Rows of an index passed over before giving up, either way: some milliseconds. */
export const usualReach = 15_000

export type Row = Edge
const edgeOf = ({ id, value }: Row): Edge => ({ id, value })
const and = (conditions: readonly Prisma.Sql[]) => (conditions.length ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`)
const asEdge = (rows: readonly Row[]) => (rows[0] ? edgeOf(rows[0]) : null)

const priceIn = ({ from, to }: Filters): Prisma.Sql[] => [
  ...(from === null ? [] : [Prisma.sql`price >= ${from}::int`]),
  ...(to === null ? [] : [Prisma.sql`price <= ${to}::int`]),
]

/** The bits of a size may be another size's too, so what they let through is asked of its variants. */
function sizeFits({ size, inStock }: Filters): Prisma.Sql[] {
  const bits = inStock ? Prisma.sql`in_stock` : Prisma.sql`sizes`
  if (!size.length) return inStock ? [Prisma.sql`in_stock <> 0`] : []
  const there = inStock ? Prisma.sql`v.on_hand > v.held` : Prisma.sql`true`
  return [
    Prisma.sql`${bits} & ${sizeBits(size)}::bigint <> 0`,
    Prisma.sql`(SELECT bool_or(${there}) FROM variant v WHERE v.product_id = near.id AND NOT v.hidden AND v.size = ANY(${[...size]}::text[]))`,
  ]
}

type Asked = { readonly categoryId: number; readonly filters: Filters; readonly keys: Keyset; readonly reach: number }

/** The part of the list ahead, in its order. Where that is by price, a range of prices is a part of the list. */
const ahead = ({ categoryId, filters, keys }: Asked, byPrice: boolean) =>
  and([Prisma.sql`category_id = ${categoryId}::int AND NOT hidden`, keys.beyond, ...(byPrice ? priceIn(filters) : [])])

const walkQuery = (asked: Asked, byPrice: boolean) => {
  const { filters, keys, reach } = asked
  const fits = and([
    ...(filters.garment.length ? [Prisma.sql`garment = ANY(${[...filters.garment]}::text[])`] : []),
    ...(filters.colour.length ? [Prisma.sql`colour = ANY(${[...filters.colour]}::text[])`] : []),
    ...priceIn(filters),
    ...sizeFits(filters),
  ])
  return Prisma.sql`
    SELECT id, value FROM (
      SELECT id, ${keys.value} AS value, garment, colour, price, sizes, in_stock FROM product
      WHERE ${ahead(asked, byPrice)} ORDER BY ${keys.order} LIMIT ${reach}::int
    ) AS near WHERE ${fits} ORDER BY ${keys.order} LIMIT ${pageSize + 1}::int`
}

const stopQuery = (asked: Asked, byPrice: boolean) => Prisma.sql`
  SELECT id, ${asked.keys.value} AS value FROM product
  WHERE ${ahead(asked, byPrice)} ORDER BY ${asked.keys.order} OFFSET ${asked.reach - 1}::int LIMIT 1`

/**
 * All that fit, sorted. Every key of the index is named, also where nothing was chosen: then it is read in as many
 * short pieces as there are combinations, none longer than what it finds.
 */
function gatherQuery({ categoryId, filters, keys, reach }: Asked, facets: Facets): Prisma.Sql {
  const bits = sizeBits(filters.size)
  const sets = filters.size.length ? facets.every.sizes.filter((set) => (set & bits) !== 0n) : facets.every.sizes
  const of = (chosen: readonly string[], all: readonly string[]) => [...(chosen.length ? chosen : all)]
  return Prisma.sql`
    WITH near AS MATERIALIZED (
      SELECT id, ${keys.value} AS value, sizes, in_stock FROM product
      WHERE ${and([
        Prisma.sql`category_id = ${categoryId}::int AND NOT hidden`,
        Prisma.sql`garment = ANY(${of(filters.garment, facets.every.garment)}::text[])`,
        Prisma.sql`sizes = ANY(${sets}::bigint[])`,
        Prisma.sql`colour = ANY(${of(filters.colour, facets.every.colour)}::text[])`,
        ...priceIn(filters),
      ])}
      LIMIT ${reach + 1}::int
    ), page AS (
      SELECT id, value FROM near WHERE ${and([keys.past, ...sizeFits(filters)])} ORDER BY ${keys.order} LIMIT ${pageSize + 1}::int
    )
    SELECT (SELECT count(*)::int FROM near) AS seen, (SELECT json_agg(page ORDER BY ${keys.order}) FROM page) AS rows`
}

export async function listIds(
  categoryId: number,
  facets: () => Promise<Facets>,
  { sort, filters }: ListChoice,
  position: Position,
  reach = usualReach,
): Promise<Listing<Row>> {
  const asked = { categoryId, filters, keys: keyset(sort, position), reach }
  const byPrice = sort === 'price-up' || sort === 'price-down'
  const walked = await db().$queryRaw<Row[]>(walkQuery(asked, byPrice))
  if (walked.length > pageSize || !isFiltered(filters)) return toListing(walked, position, edgeOf)
  const stopped = asEdge(await db().$queryRaw<Row[]>(stopQuery(asked, byPrice)))
  if (!stopped) return toListing(walked, position, edgeOf)
  const [gathered] = await db().$queryRaw<[{ seen: number; rows: Row[] | null }]>(gatherQuery(asked, await facets()))
  if (gathered.seen <= reach) return toListing(gathered.rows ?? [], position, edgeOf)
  return toListing(walked, position, edgeOf, pageSize, stopped)
}
