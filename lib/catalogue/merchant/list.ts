// The merchant's list of products, the newest first. Category and low stock are answered by an index each, alone and
// together. Words go the way that is short, as in lib/catalogue/search.ts: those that few products have are looked up;
// where every word is common, the list is read in its own order, so far and no further, and says where to go on.
import { db, Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { keyset } from '../keyset'
import { toListing, type Edge, type Listing, type Position } from '../paging'
import { allOf, readTerms } from '../search'
import { searchWords } from '../search-words'
import { stockState } from '../stock-state'
import type { StockState } from '../types'

export type ProductsQuery = {
  /** Words of a name, or a whole item number. */
  readonly search: string
  /** Slug of a category, or null for all. */
  readonly category: string | null
  /** Only what has few or none left of some size. */
  readonly low: boolean
  readonly position: Position
}

export type MerchantRow = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly category: string
  /** Whole krónur, VAT included. */
  readonly price: number
  readonly drawing: string
  /** Not in the shop. */
  readonly hidden: boolean
  /** On the shelf over all sizes, and of those held for orders that may still be paid. */
  readonly onHand: number
  readonly held: number
  readonly sizes: readonly { readonly size: string; readonly available: number; readonly stock: StockState }[]
}

/** `unfinished`: looking ended before the page was full and before the list was; the neighbouring page goes on there. */
export type MerchantPage = Listing<MerchantRow> & { readonly unfinished: boolean }

export const usualBounds = { size: 50, rare: 4_000, reach: 5_000 }
type Bounds = typeof usualBounds

const and = (conditions: readonly Prisma.Sql[]) => (conditions.length ? Prisma.join([...conditions], ' AND ') : Prisma.sql`true`)

type Asked = {
  /** Ids, or null for all. */
  readonly category: number | null
  readonly only: number | null
  readonly low: boolean
  readonly position: Position
  readonly bounds: Bounds
}

const narrowed = ({ only, low }: Asked) => [
  ...(only === null ? [] : [Prisma.sql`id = ${only}::int`]),
  ...(low ? [Prisma.sql`low_stock`] : []),
]

/**
 * The part of the list ahead, and its order. A category is written as both ends of a range and stands in the order: as
 * an equality it would leave the planner free to read all products by their ids, hoping to meet one of the category soon.
 */
function ahead(asked: Asked): { where: Prisma.Sql; order: Prisma.Sql } {
  const { category, position } = asked
  const { beyond, order } = keyset('newest', position)
  if (category === null) return { where: and([...narrowed(asked), beyond]), order }
  const rising = position?.direction === 'before'
  const [way, than, end] = [Prisma.raw(rising ? 'ASC' : 'DESC'), Prisma.raw(rising ? '>' : '<'), Prisma.raw(rising ? '<=' : '>=')]
  const begin = position
    ? Prisma.sql`(category_id, id) ${than} (${category}::int, ${position.edge.id}::int)`
    : Prisma.sql`category_id <= ${category}::int`
  return {
    where: and([...narrowed(asked), begin, Prisma.sql`category_id ${end} ${category}::int`]),
    order: Prisma.sql`category_id ${way}, id ${way}`,
  }
}

/** The products that fit, in the list's order, by index alone. */
export function plainQuery(asked: Asked): Prisma.Sql {
  const { where, order } = ahead(asked)
  return Prisma.sql`SELECT id, id AS value FROM product WHERE ${where} ORDER BY ${order} LIMIT ${asked.bounds.size + 1}::int`
}

/** Those that fit of the products the index of words names, which are few. */
export function namedQuery(asked: Asked, words: string): Prisma.Sql {
  const { past, order } = keyset('newest', asked.position)
  const fits = [...narrowed(asked), ...(asked.category === null ? [] : [Prisma.sql`category_id = ${asked.category}::int`])]
  return Prisma.sql`
    WITH named AS MATERIALIZED (SELECT id, id AS value, category_id, low_stock FROM product WHERE search @@ ${words}::tsquery)
    SELECT id, value FROM named WHERE ${and([...fits, past])} ORDER BY ${order} LIMIT ${asked.bounds.size + 1}::int`
}

export function walkQuery(asked: Asked, words: string): Prisma.Sql {
  const { where, order } = ahead(asked)
  return Prisma.sql`
    SELECT id, value FROM (
      SELECT id, id AS value, search FROM product WHERE ${where} ORDER BY ${order} LIMIT ${asked.bounds.reach}::int
    ) AS near WHERE search @@ ${words}::tsquery ORDER BY ${keyset('newest', asked.position).order} LIMIT ${asked.bounds.size + 1}::int`
}

export function stopQuery(asked: Asked): Prisma.Sql {
  const { where, order } = ahead(asked)
  return Prisma.sql`SELECT id, id AS value FROM product WHERE ${where} ORDER BY ${order} OFFSET ${asked.bounds.reach - 1}::int LIMIT 1`
}

type Found = { readonly rows: readonly Edge[]; readonly stopped: Edge | null }
const nothing: Found = { rows: [], stopped: null }
const ask = (query: Prisma.Sql) => db().$queryRaw<Edge[]>(query)

/** The product an item number belongs to. */
async function bySku(search: string): Promise<number | null> {
  if (!/^[\w.-]{1,80}$/.test(search)) return null
  const found = await db().variant.findFirst({ where: { sku: { in: [search, search.toUpperCase()] } }, select: { productId: true } })
  return found?.productId ?? null
}

/** What is low in one category lies far apart: so many at a time are read by the index, more of them the planner would gather from everywhere. */
const reachOfLow = 500

async function byWords(search: string, wish: Asked): Promise<Found> {
  const { reach, ...bounds } = wish.bounds
  const asked = { ...wish, bounds: { ...bounds, reach: wish.low && wish.category !== null ? Math.min(reach, reachOfLow) : reach } }
  const words = searchWords(search)
  const terms = await readTerms(words)
  if (!terms.length || terms.length < words.length) return nothing
  const query = allOf(terms)
  if (terms.some(({ frequency }) => frequency <= asked.bounds.rare)) return { rows: await ask(namedQuery(asked, query)), stopped: null }
  const rows = await ask(walkQuery(asked, query))
  if (rows.length > asked.bounds.size) return { rows, stopped: null }
  const [stopped = null] = await ask(stopQuery(asked))
  return { rows, stopped }
}

type Ids = Listing<Edge> & { readonly unfinished: boolean }

/** One page of ids. Null when there is no such category. */
export async function listProductIds(
  { category, low, position, ...query }: ProductsQuery,
  bounds: Bounds = usualBounds,
): Promise<Ids | null> {
  const search = query.search.trim()
  const shelf = category === null ? null : await db().category.findUnique({ where: { slug: category }, select: { id: true } })
  if (category !== null && !shelf) return null
  const only = search ? await bySku(search) : null
  const asked = { category: shelf?.id ?? null, only, low, position, bounds }
  const { rows, stopped } = search && only === null ? await byWords(search, asked) : { rows: await ask(plainQuery(asked)), stopped: null }
  return { ...toListing(rows, position, (edge) => edge, bounds.size, stopped), unfinished: stopped !== null }
}

/** One page. Null when there is no such category. */
export async function listProducts(query: ProductsQuery, locale: Locale, bounds: Bounds = usualBounds): Promise<MerchantPage | null> {
  const listing = await listProductIds(query, bounds)
  return listing && { ...listing, items: await rowsOf(listing.items, locale) }
}

async function rowsOf(edges: readonly Edge[], locale: Locale): Promise<MerchantRow[]> {
  const ids = edges.map(({ id }) => id)
  const found = await db().product.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      nameIs: true,
      nameEn: true,
      price: true,
      drawing: true,
      hidden: true,
      category: { select: { nameIs: true, nameEn: true } },
      variants: { orderBy: { position: 'asc' }, select: { size: true, onHand: true, held: true, hidden: true } },
    },
  })
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { nameIs, nameEn, category, variants, ...rest } = row
    return {
      ...rest,
      name: locale === 'is' ? nameIs : nameEn,
      category: locale === 'is' ? category.nameIs : category.nameEn,
      onHand: variants.reduce((sum, { onHand }) => sum + onHand, 0),
      held: variants.reduce((sum, { held }) => sum + held, 0),
      sizes: variants.flatMap(({ size, onHand, held, hidden }) => {
        const available = Math.max(0, onHand - held)
        return hidden ? [] : [{ size, available, stock: stockState(available) }]
      }),
    }
  })
}

/** Every category, in shelf order, for a choice. */
export async function listCategories(locale: Locale): Promise<{ slug: string; name: string }[]> {
  const rows = await db().category.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { slug: true, nameIs: true, nameEn: true },
  })
  return rows.map(({ slug, nameIs, nameEn }) => ({ slug, name: locale === 'is' ? nameIs : nameEn }))
}
