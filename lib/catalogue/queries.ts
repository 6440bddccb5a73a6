import { db, Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { findCards } from './cards'
import { findFacets } from './facets'
import type { ListChoice, Offer } from './filters'
import { listIds } from './list-category'
import type { Listing, Position } from './paging'
import { stockState } from './stock-state'
import type { Category, Product, ProductCard } from './types'

/** The first of each shelf, one short reading of the index after the other. */
export const shelvesQuery = (perShelf: number) => Prisma.sql`
  SELECT c.id AS "categoryId", best.id FROM category c CROSS JOIN LATERAL
    (SELECT id, popularity FROM product WHERE category_id = c.id AND NOT hidden ORDER BY popularity DESC, id DESC LIMIT ${perShelf}::int) AS best
  ORDER BY c.position, best.popularity DESC, best.id DESC`

export const relatedQuery = (slug: string, butNot: number, count: number) => Prisma.sql`
  SELECT id FROM product WHERE category_id = (SELECT id FROM category WHERE slug = ${slug}) AND NOT hidden AND id <> ${butNot}::int
  ORDER BY popularity DESC, id DESC LIMIT ${count}::int`

const nothing = { items: [], after: null, before: null }

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

/** What the filters of a category offer, or null when there is no such category. */
export async function findOffer(slug: string): Promise<Offer | null> {
  const row = isSlug(slug) ? await db().category.findUnique({ where: { slug }, select: { id: true } }) : null
  return row && (await findFacets(row.id)).offer
}

/** One page of a category, narrowed to the filters. */
export async function listCategory(slug: string, choice: ListChoice, position: Position, locale: Locale): Promise<Listing<ProductCard>> {
  const row = isSlug(slug) ? await db().category.findUnique({ where: { slug }, select: { id: true } }) : null
  if (!row) return nothing
  const listing = await listIds(row.id, () => findFacets(row.id), choice, position)
  return {
    ...listing,
    items: await findCards(
      listing.items.map(({ id }) => id),
      locale,
    ),
  }
}

/** Every category in shelf order, each with its most popular products. */
export async function listShelves(perShelf: number, locale: Locale): Promise<{ category: Category; products: ProductCard[] }[]> {
  const [rows, best] = await Promise.all([
    db().category.findMany({ orderBy: { position: 'asc' } }),
    db().$queryRaw<{ categoryId: number; id: number }[]>(shelvesQuery(perShelf)),
  ])
  const cards = new Map(
    (
      await findCards(
        best.map(({ id }) => id),
        locale,
      )
    ).map((card) => [card.id, card]),
  )
  const of = (categoryId: number) =>
    best.flatMap((row) => (row.categoryId === categoryId ? [cards.get(row.id)] : [])).filter((card) => card !== undefined)
  return rows.map((row) => ({ category: toCategory(row, locale), products: of(row.id) }))
}

/** Everything the page of a product shows, or null when there is none. */
export async function findProduct(slug: string, locale: Locale): Promise<Product | null> {
  if (!isSlug(slug)) return null
  const row = await db().product.findUnique({
    where: { slug, hidden: false },
    include: { category: true, variants: { where: { hidden: false }, orderBy: { position: 'asc' } } },
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
  const rows = await db().$queryRaw<{ id: number }[]>(relatedQuery(product.category.slug, product.id, count))
  return findCards(
    rows.map(({ id }) => id),
    locale,
  )
}
