// The merchant's list of products: every product once, in order, whichever way it is found.
import { expect, test } from 'vitest'
import { listProducts, usualBounds, type ProductsQuery } from '@/lib/catalogue/merchant/list'
import { readPosition } from '@/lib/catalogue/paging'
import { db } from '@/lib/db'
import { stockState } from '@/lib/catalogue/stock-state'
import { aShelfProduct, aWord, productNow } from '../support/products'

type Wish = Partial<Omit<ProductsQuery, 'position'>>
const asked = ({ search = '', category = null, low = false }: Wish) => ({ search, category, low })

/** The ids of all pages, and how many pages there were. */
async function walk(wish: Wish, bounds = usualBounds): Promise<{ ids: number[]; pages: number }> {
  const ids: number[] = []
  for (let after: string | null | undefined, pages = 1; ; pages++) {
    const page = await listProducts({ ...asked(wish), position: readPosition({ after }) }, 'is', bounds)
    if (!page) throw new Error('no such category')
    ids.push(...page.items.map(({ id }) => id))
    after = page.after
    if (after === null) return { ids, pages }
  }
}

async function several(count: number) {
  const word = aWord()
  const made: number[] = []
  for (let at = 0; at < count; at++) made.push((await aShelfProduct({ name: `Peysa ${word}`, stock: at % 2 ? [20] : [20, 3] })).id)
  return { word, ids: made.toReversed() }
}

test.each([
  ['that few products have', usualBounds.rare, 5_000],
  ['that is common, in one reading', 0, 5_000],
  ['that is common, a little further with each page', 0, 2],
])('by a word %s, every product is listed once, the newest first', async (_, rare, reach) => {
  const { word, ids } = await several(7)
  const bounds = { size: 3, rare, reach }
  // Others make products meanwhile; those older than ours need not be looked through.
  const found: number[] = []
  let position = readPosition({})
  for (let pages = 0; found.length < ids.length && pages < 500; pages++) {
    const page = await listProducts({ ...asked({ search: word }), position }, 'is', bounds)
    found.push(...(page?.items ?? []).map(({ id }) => id))
    if (!page?.after) break
    position = readPosition({ after: page.after })
  }
  expect(found).toEqual(ids)
})

test('the page before the second is the first', async () => {
  const { word, ids } = await several(5)
  const bounds = { ...usualBounds, size: 3 }
  const page = (position: Record<string, unknown>) =>
    listProducts({ ...asked({ search: word }), position: readPosition(position) }, 'is', bounds)
  const first = await page({})
  const second = await page({ after: first?.after })
  expect(second?.items.map(({ id }) => id)).toEqual(ids.slice(3))
  expect(second?.after).toBeNull()
  const back = await page({ before: second?.before })
  expect(back?.items).toEqual(first?.items)
  expect(back?.before).toBeNull()
})

test('a category, low stock and a word narrow each other', async () => {
  const { word, ids } = await several(4)
  const low = ids.filter((_, at) => at % 2 === 1)
  expect((await walk({ search: word, low: true })).ids).toEqual(low)
  expect((await walk({ search: word, low: true, category: 'test' })).ids).toEqual(low)
  expect((await walk({ search: word, category: 'test' })).ids).toEqual(ids)
  const other = await db().category.findFirstOrThrow({ where: { slug: { not: 'test' } } })
  expect((await walk({ search: word, category: other.slug })).ids).toEqual([])
  const above = (ids[0] ?? 0) + 1
  const newest = await listProducts(
    { ...asked({ category: 'test', low: true }), position: readPosition({ after: `${above}-${above}` }) },
    'is',
  )
  expect(newest?.items.map(({ id }) => id).slice(0, low.length)).toEqual(low)
  expect(newest?.items.every(({ sizes }) => sizes.some(({ stock }) => stock !== 'in_stock'))).toBe(true)
  expect(await listProducts({ ...asked({ category: 'nothing-is-called-this' }), position: null }, 'is')).toBeNull()
})

test('an item number finds its product, in capitals or not, and beside nothing else', async () => {
  const { id, variants } = await aShelfProduct({ stock: [4, 5] })
  const sku = variants[1]?.sku ?? ''
  for (const search of [sku, sku.toLowerCase(), ` ${sku} `]) expect((await walk({ search })).ids).toEqual([id])
  expect((await walk({ search: sku, low: true })).ids).toEqual([])
})

test.each(['\u0000', "'; DROP TABLE product --", '%', '\\', "' | 'zzqx':*", '🧶', aWord()])(
  '%j is searched for and finds nothing',
  async (search) => {
    expect((await walk({ search })).ids).toEqual([])
  },
)

test('a row says what is on the shelf, what is held and what there is few of', async () => {
  const word = aWord()
  const { variants } = await aShelfProduct({ name: word, stock: [9, 5, 0] })
  await db().variant.update({ where: { id: variants[1]?.id ?? 0 }, data: { held: 3 } })
  const page = await listProducts({ ...asked({ search: word }), position: null }, 'en')
  expect(page?.items).toMatchObject([
    {
      name: word,
      category: 'Test',
      price: 12_400,
      onHand: 14,
      held: 3,
      sizes: [
        { size: '1', available: 9, stock: 'in_stock' },
        { size: '2', available: 2, stock: 'few_left' },
        { size: '3', available: 0, stock: 'sold_out' },
      ],
    },
  ])
})

test('a product is low exactly while the shop says of some size that there are few or none', async () => {
  const { id, variants } = await aShelfProduct({ stock: [20, 20] })
  const variant = variants[0]?.id ?? 0
  for (const [onHand, held] of [
    [8, 0],
    [8, 4],
    [8, 5],
    [8, 8],
    [8, 4],
    [3, 0],
    [4, 0],
    [4, 1],
    [0, 0],
    [20, 0],
  ] as const) {
    await db().variant.update({ where: { id: variant }, data: { onHand, held } })
    expect((await productNow(id)).lowStock, `${onHand} on the shelf, ${held} held`).toBe(stockState(onHand - held) !== 'in_stock')
  }
  await db().variant.update({ where: { id: variant }, data: { onHand: 0 } })
  await db().variant.delete({ where: { id: variant } })
  expect((await productNow(id)).lowStock).toBe(false)
})

test('an edit raises the version, whoever makes it; a sale and a change of popularity do not', async () => {
  const { id, variants } = await aShelfProduct({ stock: [5] })
  const after = async (change: () => Promise<unknown>) => {
    const before = (await productNow(id)).version
    await change()
    return (await productNow(id)).version - before
  }
  expect(await after(() => db().$executeRaw`UPDATE product SET price = price + 1 WHERE id = ${id}`)).toBe(1)
  expect(await after(() => db().$executeRaw`UPDATE product SET version = 0, name_en = 'x' WHERE id = ${id}`)).toBe(1)
  expect(await after(() => db().$executeRaw`UPDATE product SET price = price WHERE id = ${id}`)).toBe(0)
  expect(await after(() => db().$executeRaw`UPDATE product SET popularity = popularity + 1 WHERE id = ${id}`)).toBe(0)
  expect(await after(() => db().variant.update({ where: { id: variants[0]?.id ?? 0 }, data: { onHand: 0 } }))).toBe(0)
})
