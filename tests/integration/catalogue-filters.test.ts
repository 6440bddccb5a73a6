// Lists narrowed by filters, held against the same products filtered and sorted here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFacets } from '@/lib/catalogue/facets'
import { noFilters, type Filters } from '@/lib/catalogue/filters'
import { listIds, usualReach } from '@/lib/catalogue/list-category'
import { readPosition, sorts, type Sort } from '@/lib/catalogue/paging'
import { findOffer, listCategory } from '@/lib/catalogue/queries'
import { sizeBit } from '@/lib/catalogue/size-bit'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { holdStock, releaseStock } from '@/lib/orders/stock'

const slug = `siur-${newId().toLowerCase().replaceAll('_', '-')}`
let categoryId = 0

const garments = ['hat', 'socks'] as const
const colours = ['moss', 'black', 'fog'] as const
const sizes = ['S', 'M', 'L']
const many = 150

type Made = { id: number; garment: string; colour: string; price: number; popularity: number; stock: Map<string, number> }
const made: Made[] = []

beforeAll(async () => {
  const text = { nameIs: 'Síur', nameEn: 'Filters', descriptionIs: '', descriptionEn: '' }
  categoryId = (await db().category.create({ data: { slug, ...text, position: 97 } })).id
  for (let i = 0; i < many; i++) {
    const garment = garments[i % 2] ?? 'hat'
    const colour = colours[i % 3] ?? 'moss'
    // Ties on purpose, and a garment whose colour hardly ever meets it.
    const [price, popularity] = [1_000 + (i % 7) * 100, i % 5]
    const stock = new Map(sizes.slice(0, 1 + (i % 3)).map((size, place) => [size, (i + place) % 4 === 0 ? 0 : 2]))
    const { id } = await db().product.create({
      data: {
        slug: `${slug}-${i}`,
        categoryId,
        ...text,
        price,
        popularity,
        vatRate: 24,
        drawing: 'x',
        garment,
        colour,
        weight: 1,
        searchText: slug.replaceAll('-', ' '),
        variants: { create: [...stock].map(([size, onHand], position) => ({ sku: `${slug}-${i}-${size}`, size, position, onHand })) },
      },
    })
    made.push({ id, garment, colour, price, popularity, stock })
  }
})

afterAll(async () => {
  await db().variant.deleteMany({ where: { product: { categoryId } } })
  await db().product.deleteMany({ where: { categoryId } })
  await db().category.delete({ where: { id: categoryId } })
})

const choose = (filters: Partial<Filters>): Filters => ({ ...noFilters, ...filters })

const choices: Partial<Filters>[] = [
  {},
  { garment: ['hat'] },
  { colour: ['moss', 'fog'] },
  { size: ['L'] },
  { size: ['S', 'L'], inStock: true },
  { inStock: true },
  { from: 1_200, to: 1_400 },
  { to: 1_000 },
  { from: 1_650 },
  { garment: ['socks'], colour: ['black'], size: ['M'], from: 1_100, to: 1_500, inStock: true },
  { from: 5_000 },
  { garment: ['blanket'] },
]

const fits = ({ garment, colour, price, stock }: Made, filters: Filters) => {
  const there = filters.size.length ? filters.size.filter((size) => stock.has(size)) : [...stock.keys()]
  return (
    (!filters.garment.length || filters.garment.some((each) => each === garment)) &&
    (!filters.colour.length || filters.colour.some((each) => each === colour)) &&
    price >= (filters.from ?? 0) &&
    price <= (filters.to ?? Infinity) &&
    there.length > 0 &&
    (!filters.inStock || there.some((size) => (stock.get(size) ?? 0) > 0))
  )
}

const value = { popular: 'popularity', newest: 'id', 'price-up': 'price', 'price-down': 'price' } as const satisfies Record<
  Sort,
  keyof Made
>

function expected(sort: Sort, filters: Filters): number[] {
  const way = sort === 'price-up' ? 1 : -1
  const by = value[sort]
  return made
    .filter((product) => fits(product, filters))
    .sort((a, b) => way * (a[by] - b[by] || a.id - b.id))
    .map(({ id }) => id)
}

/** The whole list, page by page from the top, and then page by page back from its end. */
async function leafThrough(sort: Sort, filters: Filters, reach: number): Promise<{ down: number[]; up: number[] }> {
  const facets = () => findFacets(categoryId)
  const page = (query: { after?: string; before?: string }) => listIds(categoryId, facets, { sort, filters }, readPosition(query), reach)
  let here = await page({})
  const down = here.items.map(({ id }) => id)
  let end: string | null = null
  for (let pages = 0; here.after && pages < 100; pages++) {
    end = here.after
    here = await page({ after: here.after })
    down.push(...here.items.map(({ id }) => id))
  }
  const last = here.items.map(({ id }) => id)
  const up: number[] = [...last]
  let before = here.before ?? end
  for (let pages = 0; before && pages < 100; pages++) {
    const previous = await page({ before })
    up.unshift(...previous.items.map(({ id }) => id))
    before = previous.before
  }
  return { down, up: here.before ? up : down }
}

// What is far, near and hardly in reach: read in order, gathered by the facets, and given up and gone on with.
describe.each([usualReach, 60, 26])('with %i rows in reach', (reach) => {
  describe.each(sorts)('sorted by %s', (sort) => {
    it.each(choices)('a category shows what fits %j, every product once, down and up', async (choice) => {
      const filters = choose(choice)
      const { down, up } = await leafThrough(sort, filters, reach)
      expect(down).toEqual(expected(sort, filters))
      expect(up).toEqual(down)
    })
  })
})

it('a category offers what its products differ in, in the shop’s order, and nothing the shop has no word for', async () => {
  await db().categoryFacet.create({ data: { categoryId, kind: 'colour', value: 'tartan' } })
  expect(await findOffer(slug)).toEqual({ garment: ['hat', 'socks'], colour: ['black', 'moss', 'fog'], size: ['S', 'M', 'L'] })
  expect(await findOffer('no-such-category')).toBeNull()
})

it('a list says what can be bought as soon as a purchase is committed, and not before', async () => {
  const filters = choose({ size: ['M'], inStock: true, garment: ['socks'] })
  const isListed = async (id: number) => {
    const { items } = await listCategory(
      slug,
      { sort: 'newest', filters },
      readPosition({ after: String(id + 1) + '-' + String(id + 1) }),
      'is',
    )
    return items[0]?.id === id
  }
  const product = made.find((each) => each.garment === 'socks' && each.stock.get('M') === 2)
  if (!product) throw new Error('no such product')
  const { id: variantId } = await db().variant.findFirstOrThrow({ where: { productId: product.id, size: 'M' } })
  expect(await isListed(product.id)).toBe(true)
  await db().$transaction(async (tx) => {
    await holdStock(tx, [{ variantId, quantity: 2 }])
    expect(await isListed(product.id)).toBe(true)
  })
  expect(await isListed(product.id)).toBe(false)
  await db().$transaction((tx) => releaseStock(tx, [{ variantId, quantity: 2 }]))
  expect(await isListed(product.id)).toBe(true)
  await expect(
    db().$transaction(async (tx) => {
      await holdStock(tx, [{ variantId, quantity: 2 }])
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await isListed(product.id)).toBe(true)
})

it('purchases that take the last pieces of the same products in opposite order never wait for each other', async () => {
  const data = (n: number) => ({
    slug: `${slug}-lock-${n}`,
    categoryId,
    nameIs: '',
    nameEn: '',
    descriptionIs: '',
    descriptionEn: '',
    price: 100,
    vatRate: 24,
    drawing: 'x',
    garment: 'hat',
    colour: 'moss',
    weight: 1,
    searchText: 'x',
  })
  const [a, b] = [await db().product.create({ data: data(1) }), await db().product.create({ data: data(2) })]
  const variant = (productId: number, size: string) =>
    db().variant.create({ data: { productId, size, sku: `${slug}-lock-${productId}-${size}`, position: 0, onHand: 1 } })
  // By their ids: a b b a. One purchase takes a then b, the other b then a.
  const [a1, b1, b2, a2] = [await variant(a.id, 'S'), await variant(b.id, 'S'), await variant(b.id, 'M'), await variant(a.id, 'M')]
  const buy = async (variants: readonly { id: number }[]) => {
    const lines = variants.map(({ id }) => ({ variantId: id, quantity: 1 }))
    for (let round = 0; round < 15; round++) {
      // Not inTransaction: it would try again after a deadlock, and nobody would know.
      await db().$transaction((tx) => holdStock(tx, lines))
      await db().$transaction((tx) => releaseStock(tx, lines))
    }
    await db().$transaction((tx) => holdStock(tx, lines))
  }
  await Promise.all([buy([a1, b2]), buy([b1, a2])])
  const rows = await db().product.findMany({ where: { id: { in: [a.id, b.id] } }, select: { inStock: true, sizes: true } })
  expect(rows).toEqual([0, 1].map(() => ({ inStock: 0n, sizes: sizeBit('S') | sizeBit('M') })))
})

it('a size is the same bit here and in the database', async () => {
  for (const size of ['XS', 'XXL', '100 g', 'Ein stærð', '', '140 × 200 cm', "'; --"]) {
    const [row] = await db().$queryRaw<[{ bit: bigint }]>`SELECT size_bit(${size}) AS bit`
    // The highest of the 63 is the last that is no sign.
    expect(row.bit, size).toBe(sizeBit(size))
    expect(row.bit > 0n).toBe(true)
  }
})

it('what is noted of a product’s sizes follows when one is added, renamed or taken away', async () => {
  const { id: productId } = await db().product.create({
    data: {
      slug: `${slug}-sizes`,
      categoryId,
      nameIs: '',
      nameEn: '',
      descriptionIs: '',
      descriptionEn: '',
      price: 100,
      vatRate: 24,
      drawing: 'x',
      garment: 'hat',
      colour: 'moss',
      weight: 1,
      searchText: 'x',
    },
  })
  const noted = () => db().product.findUniqueOrThrow({ where: { id: productId }, select: { sizes: true, inStock: true } })
  const { id } = await db().variant.create({ data: { productId, sku: `${slug}-sizes`, size: 'S', position: 0, onHand: 3 } })
  expect(await noted()).toEqual({ sizes: sizeBit('S'), inStock: sizeBit('S') })
  await db().variant.update({ where: { id }, data: { size: 'Risastór' } })
  expect(await noted()).toEqual({ sizes: sizeBit('Risastór'), inStock: sizeBit('Risastór') })
  expect((await findOffer(slug))?.size).toContain('Risastór')
  await db().variant.update({ where: { id }, data: { onHand: 0 } })
  expect(await noted()).toEqual({ sizes: sizeBit('Risastór'), inStock: 0n })
  await db().variant.delete({ where: { id } })
  expect(await noted()).toEqual({ sizes: 0n, inStock: 0n })
})
