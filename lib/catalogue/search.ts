// A search finds the way that is short. Where some word is rare, the index of words names the products that have it,
// and the most popular of those that have the others too are the answer. Where every word is common, the products are
// read from the most popular on, and the page is full soon.
import { db, Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { findCards } from './cards'
import { keyset } from './keyset'
import { pageSize, toListing, type Edge, type Listing, type Position } from './paging'
import { searchWords } from './search-words'
import type { ProductCard } from './types'
import { findTerm, type Term } from './vocabulary'

/** How much work a search may be, in products and in places of the index of words. */
export const usualBounds = {
  /** In at most so many products a word is rare: that many are read and sorted. */
  rare: 4_000,
  /** Products read from the most popular on, before giving up. */
  reach: 4_000,
  /** Of two words in more products than this each, the index takes too long to say where both are. */
  meetable: 40_000,
}
export type Bounds = typeof usualBounds

export type Found = Listing<ProductCard> & { readonly how: 'nothing-asked' | 'exact' | 'similar' | 'none' }

// Nothing but a to z and 0 to 9 comes here (search-words.ts), so quotes are all the care it needs.
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`)
const anyOf = ({ words, beginning }: Term) => `(${[...quoted(words), ...(beginning === null ? [] : [`'${beginning}':*`])].join(' | ')})`
/** As a tsquery: something of each term. */
export const allOf = (terms: readonly Term[]) => terms.map(anyOf).join(' & ')
/** Without the beginning, which would make the index collect whatever begins so: its most common words stand for it. */
const spelled = (terms: readonly Term[]) => terms.map(({ words }) => `(${quoted(words).join(' | ')})`).join(' & ')

type Asked = {
  readonly terms: readonly Term[]
  readonly position: Position
  readonly limit: number
  readonly bounds: Bounds
  /** Also what the shop hides. */
  readonly hidden: boolean
}
const shown = ({ hidden }: Pick<Asked, 'hidden'>) => (hidden ? Prisma.sql`true` : Prisma.sql`NOT hidden`)

/** At most `rare` products that the index of words names for `by`; of them those that have all the terms, sorted. */
function candidatesQuery({ by, ...asked }: Asked & { by: string }): Prisma.Sql {
  const { terms, position, limit, bounds } = asked
  const { past, order } = keyset('popular', position)
  return Prisma.sql`
    WITH candidate AS MATERIALIZED (
      SELECT id, popularity AS value, search FROM product WHERE search @@ ${by}::tsquery AND ${shown(asked)} LIMIT ${bounds.rare}::int
    ), page AS (
      SELECT id, value FROM candidate WHERE search @@ ${allOf(terms)}::tsquery AND ${past} ORDER BY ${order} LIMIT ${limit}::int
    )
    SELECT (SELECT count(*)::int FROM candidate) AS seen, (SELECT json_agg(page ORDER BY ${order}) FROM page) AS rows`
}

function popularQuery(asked: Asked): Prisma.Sql {
  const { terms, position, limit, bounds } = asked
  const { value, beyond, order } = keyset('popular', position)
  return Prisma.sql`
    SELECT id, value FROM (
      SELECT id, ${value} AS value, search, hidden FROM product WHERE ${beyond} ORDER BY ${order} LIMIT ${bounds.reach}::int
    ) AS near WHERE ${shown(asked)} AND search @@ ${allOf(terms)}::tsquery ORDER BY ${order} LIMIT ${limit}::int`
}

const stopQuery = ({ position, bounds }: Asked) => {
  const { value, beyond, order } = keyset('popular', position)
  return Prisma.sql`SELECT id, ${value} AS value FROM product WHERE ${beyond} ORDER BY ${order} OFFSET ${bounds.reach - 1}::int LIMIT 1`
}

type Ids = { readonly rows: readonly Edge[]; readonly stopped: Edge | null }

async function candidates(asked: Asked & { by: string }) {
  const [found] = await db().$queryRaw<[{ seen: number; rows: Edge[] | null }]>(candidatesQuery(asked))
  return { seen: found.seen, rows: found.rows ?? [] }
}

/** The ids of products that have all the terms, the most popular first. */
export async function findIds(
  terms: readonly Term[],
  position: Position,
  limit: number,
  { hidden = false, ...bounds }: Bounds & { hidden?: boolean } = usualBounds,
): Promise<Ids> {
  const asked = { terms, position, limit, bounds, hidden }
  const short = terms.filter(({ frequency }) => frequency <= bounds.rare)
  if (short.length) return { rows: (await candidates({ ...asked, by: allOf(short) })).rows, stopped: null }
  const rows = await db().$queryRaw<Edge[]>(popularQuery(asked))
  if (rows.length === limit) return { rows, stopped: null }
  const [stopped] = await db().$queryRaw<Edge[]>(stopQuery(asked))
  if (!stopped) return { rows, stopped: null }
  // Hardly any of the most popular have it. Where the index can tell quickly who does, it is asked; else the page is
  // what was found, and goes on where looking ended.
  const askIndex = terms.length === 1 ? !rows.length : Math.min(...terms.map(({ frequency }) => frequency)) <= bounds.meetable
  const named = askIndex ? await candidates({ ...asked, by: spelled(terms) }) : null
  if (named && (named.seen < bounds.rare || !rows.length)) return { rows: named.rows, stopped: null }
  return { rows, stopped: rows.length ? stopped : null }
}

/** What was typed, in the catalogue's words; words that nothing is like are left out. */
export async function readTerms(words: readonly string[]): Promise<Term[]> {
  const found = await Promise.all(words.map((word, at) => findTerm(word, at === words.length - 1)))
  return found.filter((term) => term !== null)
}

const either = (terms: readonly Term[]): Term => ({
  words: [...new Set(terms.flatMap(({ words }) => words))],
  beginning: terms.find(({ beginning }) => beginning !== null)?.beginning ?? null,
  frequency: terms.reduce((sum, { frequency }) => sum + frequency, 0),
  corrected: true,
})

/**
 * The products a few words lead to: `exact` when each has every word as it was typed. With `every`, only products that
 * have all the words, slips of the finger mended; else also those that have some. With `hidden`, also what the shop hides.
 */
export async function findByWords(
  words: readonly string[],
  position: Position,
  limit: number,
  { every = false, hidden = false } = {},
): Promise<Ids & { how: 'exact' | 'similar' }> {
  const terms = await readTerms(words)
  if (!terms.length || (every && terms.length < words.length)) return { rows: [], stopped: null, how: 'similar' }
  const how = terms.length === words.length && terms.every(({ corrected }) => !corrected) ? 'exact' : 'similar'
  const bounds = { ...usualBounds, hidden }
  const all = await findIds(terms, position, limit, bounds)
  if (all.rows.length || all.stopped || terms.length === 1 || every) return { ...all, how }
  // Nothing is all of it: then what is some of it.
  return { ...(await findIds([either(terms)], position, limit, bounds)), how: 'similar' }
}

/** Products with every word typed, its last one perhaps unfinished; when there are none, those it most likely meant. */
export async function searchProducts(typed: string, position: Position, locale: Locale): Promise<Found> {
  const words = searchWords(typed)
  if (!words.length) return { items: [], after: null, before: null, how: typed.trim() ? 'none' : 'nothing-asked' }
  const { rows, stopped, how } = await findByWords(words, position, pageSize + 1)
  const listing = toListing(rows, position, (edge) => edge, pageSize, stopped)
  const items = await findCards(
    listing.items.map(({ id }) => id),
    locale,
  )
  return { ...listing, items, how: items.length ? how : 'none' }
}
