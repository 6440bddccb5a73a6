import { db, Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { pageSize, toListing, type Listing, type Position, type Sort } from './paging'
import { searchWords } from './search-words'
import { stockState } from './stock-state'
import type { Category, Product, ProductCard } from './types'

const cardFields = {
  id: true,
  slug: true,
  nameIs: true,
  nameEn: true,
  price: true,
  drawing: true,
  popularity: true,
  category: { select: { nameIs: true, nameEn: true } },
  variants: { select: { onHand: true, held: true } },
} satisfies Prisma.ProductSelect

type CardRow = Prisma.ProductGetPayload<{ select: typeof cardFields }>

const toCard = (row: CardRow, locale: Locale): ProductCard => ({
  id: row.id,
  slug: row.slug,
  name: locale === 'is' ? row.nameIs : row.nameEn,
  shelf: locale === 'is' ? row.category.nameIs : row.category.nameEn,
  price: row.price,
  drawing: row.drawing,
  soldOut: row.variants.every((v) => v.onHand <= v.held),
})

const order = {
  popular: { field: 'popularity', direction: 'desc', ids: 'asc' },
  newest: { field: 'id', direction: 'desc', ids: 'desc' },
  'price-up': { field: 'price', direction: 'asc', ids: 'asc' },
  'price-down': { field: 'price', direction: 'desc', ids: 'asc' },
} as const satisfies Record<Sort, { field: 'popularity' | 'price' | 'id'; direction: 'asc' | 'desc'; ids: 'asc' | 'desc' }>

const opposite = { asc: 'desc', desc: 'asc' } as const
const beyond = { asc: 'gt', desc: 'lt' } as const

const nothing = { items: [], after: null, before: null }

/** One page of the products that fit, in the order asked for; the neighbours' edges with it. */
async function listProducts(
  where: Prisma.ProductWhereInput,
  sort: Sort,
  position: Position,
  locale: Locale,
): Promise<Listing<ProductCard>> {
  const { field, direction, ids } = order[sort]
  const backwards = position?.direction === 'before'
  const way = backwards ? opposite[direction] : direction
  const idWay = backwards ? opposite[ids] : ids
  const edge = position?.edge
  const rows = await db().product.findMany({
    where: {
      AND: [
        where,
        edge ? { OR: [{ [field]: { [beyond[way]]: edge.value } }, { [field]: edge.value, id: { [beyond[idWay]]: edge.id } }] } : {},
      ],
    },
    orderBy: [{ [field]: way }, { id: idWay }],
    take: pageSize + 1,
    select: cardFields,
  })
  const listing = toListing(rows, position, (row) => ({ value: row[field], id: row.id }))
  return { ...listing, items: listing.items.map((row) => toCard(row, locale)) }
}

// What no slug of ours looks like is not asked for: a NUL would be the database's error.
const isSlug = (text: string): boolean => /^[a-z0-9-]{1,120}$/.test(text)

type CategoryRow = { slug: string; nameIs: string; nameEn: string; descriptionIs: string; descriptionEn: string }

const toCategory = (row: CategoryRow, locale: Locale): Category => ({
  slug: row.slug,
  name: locale === 'is' ? row.nameIs : row.nameEn,
  description: locale === 'is' ? row.descriptionIs : row.descriptionEn,
})

/** A category by its slug, or null. */
export async function findCategory(slug: string, locale: Locale): Promise<Category | null> {
  const row = isSlug(slug) ? await db().category.findUnique({ where: { slug } }) : null
  return row && toCategory(row, locale)
}

/** One page of a category. */
export async function listCategory(slug: string, sort: Sort, position: Position, locale: Locale): Promise<Listing<ProductCard>> {
  return isSlug(slug) ? listProducts({ category: { slug } }, sort, position, locale) : nothing
}

/** Every category in shelf order, each with its most popular products. */
export async function listShelves(perShelf: number, locale: Locale): Promise<{ category: Category; products: ProductCard[] }[]> {
  const rows = await db().category.findMany({
    orderBy: { position: 'asc' },
    include: { products: { orderBy: [{ popularity: 'desc' }, { id: 'asc' }], take: perShelf, select: cardFields } },
  })
  return rows.map((row) => ({ category: toCategory(row, locale), products: row.products.map((p) => toCard(p, locale)) }))
}

/** Everything the page of a product shows, or null when there is none. */
export async function findProduct(slug: string, locale: Locale): Promise<Product | null> {
  if (!isSlug(slug)) return null
  const row = await db().product.findUnique({
    where: { slug },
    include: { category: true, variants: { orderBy: { position: 'asc' } } },
  })
  if (!row) return null
  return {
    id: row.id,
    slug: row.slug,
    name: locale === 'is' ? row.nameIs : row.nameEn,
    description: locale === 'is' ? row.descriptionIs : row.descriptionEn,
    category: toCategory(row.category, locale),
    price: row.price,
    vatRate: row.vatRate,
    drawing: row.drawing,
    garment: row.garment,
    colour: row.colour,
    weight: row.weight,
    sizes: row.variants.map((v) => {
      const available = Math.max(0, v.onHand - v.held)
      return { variantId: v.id, size: v.size, available, stock: stockState(available) }
    }),
  }
}

/** Others of the same category, the most popular first. */
export async function listRelated(product: Product, count: number, locale: Locale): Promise<ProductCard[]> {
  const rows = await db().product.findMany({
    where: { category: { slug: product.category.slug }, id: { not: product.id } },
    orderBy: [{ popularity: 'desc' }, { id: 'asc' }],
    take: count,
    select: cardFields,
  })
  return rows.map((row) => toCard(row, locale))
}

export type Found = Listing<ProductCard> & { readonly how: 'nothing-asked' | 'exact' | 'similar' | 'none' }

/** Products with every word typed in their names; when there are none, those whose names look most like it. */
export async function searchProducts(typed: string, position: Position, locale: Locale): Promise<Found> {
  const words = searchWords(typed)
  if (!words.length) return { ...nothing, how: typed.trim() ? 'none' : 'nothing-asked' }
  const exact = await listProducts({ AND: words.map((word) => ({ searchText: { contains: word } })) }, 'popular', position, locale)
  if (exact.items.length || position) return { ...exact, how: exact.items.length ? 'exact' : 'none' }
  const similar = await searchSimilar(words.join(' '), locale)
  return { ...nothing, items: similar, how: similar.length ? 'similar' : 'none' }
}

async function searchSimilar(words: string, locale: Locale): Promise<ProductCard[]> {
  const [, ranked] = await db().$transaction([
    // The operator's threshold; with it the trigram index is read, not the table.
    db().$executeRaw`SET LOCAL pg_trgm.word_similarity_threshold = 0.4`,
    db().$queryRaw<{ id: number }[]>`
      SELECT id FROM product
      WHERE ${words} <% search_text
      ORDER BY word_similarity(${words}, search_text) DESC, popularity DESC, id
      LIMIT ${pageSize}`,
  ])
  const ids = ranked.map((r) => r.id)
  const rows = await db().product.findMany({ where: { id: { in: ids } }, select: cardFields })
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => toCard(row, locale))
}
