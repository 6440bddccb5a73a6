import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageSize, readPosition, sorts, type Sort } from '@/lib/catalogue/paging'
import { noFilters } from '@/lib/catalogue/filters'
import { findCategory, findProduct, listCategory } from '@/lib/catalogue/queries'
import { searchProducts } from '@/lib/catalogue/search'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'

const many = 2 * pageSize + 7
const slug = `listi-${newId().toLowerCase().replaceAll('_', '-')}`
/** A word no other product has. */
const word = `zq${slug.replace(/[^a-z0-9]/g, '')}`

beforeAll(async () => {
  await db().category.create({
    data: {
      slug,
      nameIs: 'Listi',
      nameEn: 'List',
      descriptionIs: '',
      descriptionEn: '',
      position: 98,
      products: {
        create: Array.from({ length: many }, (_, i) => ({
          slug: `${slug}-${i}`,
          nameIs: `Vara ${i}`,
          nameEn: `Thing ${i}`,
          descriptionIs: '',
          descriptionEn: '',
          // Ties on purpose: many share a price and a popularity.
          price: 1_000 + (i % 3) * 500,
          popularity: i % 2,
          vatRate: 24,
          drawing: 'x',
          garment: 'hat',
          colour: 'white',
          weight: 100,
          searchText: `${word} vara ${i}`,
          variants: { create: [{ sku: `${slug}-${i}`, size: 'M', position: 0, onHand: i % 5, held: 0 }] },
        })),
      },
    },
  })
})

afterAll(async () => {
  await db().variant.deleteMany({ where: { product: { category: { slug } } } })
  await db().product.deleteMany({ where: { category: { slug } } })
  await db().category.delete({ where: { slug } })
})

const page = (sort: Sort, query: { after?: string; before?: string }) =>
  listCategory(slug, { sort, filters: noFilters }, readPosition(query), 'is')

describe.each(sorts)('a category sorted by %s', (sort) => {
  it('shows every product once on the way down, and the same pages on the way up', async () => {
    const down = [await page(sort, {})]
    for (let last = down[0]; last?.after; down.push(last)) last = await page(sort, { after: last.after })
    const seen = down.flatMap(({ items }) => items.map(({ id }) => id))
    expect(seen.length).toBe(many)
    expect(new Set(seen).size).toBe(many)

    const up = [down.at(-1)]
    for (let first = up[0]; first?.before; up.unshift(first)) first = await page(sort, { before: first.before })
    // The last page is short, so the pages above it are full ones counted from below.
    expect(up.flatMap((listing) => listing?.items.map(({ id }) => id) ?? [])).toEqual(seen)
  })
})

it('a list by price rises, and falls', async () => {
  const up = (await page('price-up', {})).items.map(({ price }) => price)
  const down = (await page('price-down', {})).items.map(({ price }) => price)
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  expect(down).toEqual(down.toSorted((a, b) => b - a))
})

it('a product is sold out when no size of it can be had', async () => {
  const { items } = await page('newest', {})
  for (const { slug: product, soldOut } of items) {
    const found = await findProduct(product, 'en')
    expect(soldOut, product).toBe(found?.sizes.every(({ stock }) => stock === 'sold_out'))
  }
})

it('a search finds all of the words, and pages on', async () => {
  const first = await searchProducts(`${word} VARA`, null, 'en')
  expect([first.how, first.items.length]).toEqual(['exact', pageSize])
  const second = await searchProducts(`${word} VARA`, readPosition({ after: first.after }), 'en')
  expect(second.items.some(({ id }) => first.items.some((item) => item.id === id))).toBe(false)
})

it('a search for a word with a slip in it finds what is like it, and for nothing like anything nothing', async () => {
  const slip = word.slice(0, -1)
  expect((await searchProducts(`${slip}xx`, null, 'is')).how).toBe('similar')
  expect(await searchProducts('xjqwvxjqwv', null, 'is')).toMatchObject({ how: 'none', items: [] })
  expect(await searchProducts('   ', null, 'is')).toMatchObject({ how: 'nothing-asked' })
  expect(await searchProducts('🧶', null, 'is')).toMatchObject({ how: 'none' })
})

it.each(['', '\u0000', "'", '../x', 'x'.repeat(500)])('no product and no category is called %j', async (name) => {
  expect(await findProduct(name, 'is')).toBeNull()
  expect(await findCategory(name, 'is')).toBeNull()
  expect((await listCategory(name, { sort: 'popular', filters: noFilters }, null, 'is')).items).toEqual([])
})
