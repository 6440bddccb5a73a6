// What the database notes down of changes, and how a page is judged by that.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { stockState } from '@/lib/catalogue/stock-state'
import { Changes } from '@/lib/page-cache/changes.mjs'
import { momentOf, momentTag } from '@/lib/page-cache/moment.mjs'
import { scratchDatabase, type Scratch } from '../support/database'
import { until } from '../support/shop'

const aProduct = (id: number, category: number) =>
  `INSERT INTO product (id, slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text)
   VALUES (${id}, 'p${id}', ${category}, 'a', 'a', '', '', 100, 24, '', '', '', 1, '')`
const aVariant = (id: number, product: number, onHand: number) =>
  `INSERT INTO variant (id, product_id, sku, size, position, on_hand) VALUES (${id}, ${product}, 'v${id}', 'M', 0, ${onHand})`
const world = `
  INSERT INTO category (id, slug, name_is, name_en, description_is, description_en, position)
    VALUES (1, 'hats', 'a', 'a', '', '', 0), (2, 'socks', 'a', 'a', '', '', 1);
  ${aProduct(1, 1)}; ${aProduct(2, 1)}; ${aProduct(3, 2)};
  ${aVariant(1, 1, 10)}; ${aVariant(2, 2, 2)}; ${aVariant(3, 3, 0)}`

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchDatabase()
  await scratch.client.query(world)
})
afterAll(() => scratch.drop())
beforeEach(async () => {
  await scratch.client.query('DELETE FROM page_change')
})

/** What is noted of the statements, each thing once; nothing they did is kept. */
async function notedOf(...statements: string[]): Promise<string[]> {
  const { client } = scratch
  await client.query('BEGIN')
  try {
    for (const statement of statements) await client.query(statement)
    const { rows } = await client.query<{ tag: string }>('SELECT DISTINCT tag FROM page_change ORDER BY tag')
    return rows.map(({ tag }) => tag)
  } finally {
    await client.query('ROLLBACK')
  }
}

test.each([
  ['a price', 'UPDATE product SET price = 101 WHERE id = 1', ['cards:hats', 'product:1']],
  ['nothing', 'UPDATE product SET price = price', []],
  ['a place in the order', 'UPDATE product SET popularity = 5 WHERE id = 1', ['cards:hats', 'category:hats', 'product:1']],
  [
    'another category',
    'UPDATE product SET category_id = 2 WHERE id = 1',
    ['cards:hats', 'cards:socks', 'category:hats', 'category:socks', 'product:1'],
  ],
  ['a new product', aProduct(9, 2), ['category:socks']],
  ['its first size', aVariant(9, 3, 4), ['cards:socks', 'product:3']],
  ['one size less', 'DELETE FROM variant WHERE id = 1', ['cards:hats', 'product:1']],
  ['the name of a size', "UPDATE variant SET size = 'L' WHERE id = 1", ['cards:hats', 'product:1']],
  ['a size of another product', 'UPDATE variant SET product_id = 3 WHERE id = 1', ['cards:hats', 'cards:socks', 'product:1', 'product:3']],
  ['a sale from a full shelf', 'UPDATE variant SET held = 1 WHERE id = 1', []],
  ['a sale from a nearly empty shelf', 'UPDATE variant SET held = 1 WHERE id = 2', ['cards:hats', 'product:2']],
  ['a hold that becomes a sale', 'UPDATE variant SET on_hand = 2, held = 0 WHERE id = 2', []],
  ['goods that come in', 'UPDATE variant SET on_hand = 5 WHERE id = 3', ['cards:socks', 'product:3']],
  ["a category's name", "UPDATE category SET name_en = 'b' WHERE id = 1", ['categories', 'category:hats']],
  ["a category's address", "UPDATE category SET slug = 'caps' WHERE id = 1", ['categories', 'category:caps', 'category:hats']],
  [
    'a new category',
    "INSERT INTO category (id, slug, name_is, name_en, description_is, description_en, position) VALUES (9, 'x', '', '', '', '', 9)",
    ['categories'],
  ],
  ['everything at once', 'TRUNCATE product CASCADE', ['everything']],
])('of %s is noted what it shows on', async (_, statement, noted) => {
  expect(await notedOf(statement)).toEqual(noted)
})

test('a product and a category that go are noted', async () => {
  const noted = await notedOf(
    'DELETE FROM variant WHERE product_id = 3',
    'DELETE FROM product WHERE id = 3',
    'DELETE FROM category WHERE id = 2',
  )
  expect(noted).toEqual(['cards:socks', 'categories', 'category:socks', 'product:3'])
})

test('stock is noted exactly when what a shopper reads of it changes', async () => {
  const read = (available: number) => (stockState(available) === 'few_left' ? `few ${available}` : stockState(available))
  for (let from = 0; from <= 8; from++) {
    for (let to = 0; to <= 8; to++) {
      const noted = await notedOf(
        `UPDATE variant SET on_hand = ${from} WHERE id = 1`,
        'DELETE FROM page_change',
        `UPDATE variant SET on_hand = ${to} WHERE id = 1`,
      )
      expect(noted.length > 0, `${from} to ${to}`).toBe(read(from) !== read(to))
    }
  }
})

test('a thousand changes in one statement are one line', async () => {
  const many = `INSERT INTO variant (id, product_id, sku, size, position, on_hand) SELECT id, id, 'many' || id, 'M', 0, 1 FROM product WHERE id > 1000`
  const products = `INSERT INTO product (id, slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text)
    SELECT 1000 + i, 'many' || i, 1, '', '', '', '', 1, 24, '', '', '', 1, '' FROM generate_series(1, 1000) AS i`
  expect(await notedOf(products)).toEqual(['category:hats'])
  expect(await notedOf(products, 'DELETE FROM page_change', many)).toEqual(['everything'])
  expect(await notedOf(products, 'DELETE FROM page_change', 'UPDATE product SET price = 2')).toEqual(['everything'])
})

/** One instance's knowledge, which asks each time. */
function anInstance({ place = 'here', tell = () => {} }: { place?: string; tell?: (error: unknown) => void } = {}) {
  const ask = { url: scratch.url }
  const query = async (sql: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: ask.url })
    try {
      await client.connect()
      return await client.query(sql, values)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return { changes: new Changes(query, place, tell, 0), ask }
}

/** The moment a page would carry that was read now. */
async function presentMoment(changes: Changes) {
  const { rows } = await scratch.client.query<{ horizon: string; seconds: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, extract(epoch FROM now())::bigint::text AS seconds',
  )
  const { moment } = momentOf([momentTag(rows[0]?.horizon, rows[0]?.seconds)])
  if (!moment) throw new Error('no moment')
  return { ...moment, world: changes.world }
}

/** A page read from now on is fresh: at once, or when whatever else writes in this cluster has ended what it began before. */
const becomesFresh = (changes: Changes, tags: string[]) => until(async () => changes.isFresh(await presentMoment(changes), tags), Boolean)

test('a page is fresh until something it shows has changed', async () => {
  const { changes } = anInstance()
  await changes.current()
  const moment = await presentMoment(changes)
  await scratch.client.query('UPDATE product SET price = price + 1 WHERE id = 1')
  await changes.current()
  expect(changes.isFresh(moment, ['product:1'])).toBe(false)
  expect(changes.isFresh(moment, ['product:2', 'category:hats'])).toBe(true)
  await becomesFresh(changes, ['product:1'])
})

test('what commits late is noticed, whatever committed meanwhile and was seen', async () => {
  const { changes } = anInstance()
  const slow = new pg.Client({ connectionString: scratch.url })
  await slow.connect()
  await slow.query('BEGIN')
  await slow.query('UPDATE product SET price = price + 1 WHERE id = 1')
  await scratch.client.query('UPDATE product SET price = price + 1 WHERE id = 2')
  await changes.current()
  const moment = await presentMoment(changes)
  await slow.query('COMMIT')
  await slow.end()
  await changes.current()
  expect(changes.isFresh(moment, ['product:1'])).toBe(false)
  await becomesFresh(changes, ['product:1', 'product:2'])
})

test('an instance that was away while it changed, or starts after it, knows of it too', async () => {
  const first = anInstance()
  await first.changes.current()
  const moment = await presentMoment(first.changes)
  await scratch.client.query('UPDATE product SET price = price + 1 WHERE id = 1')
  const second = anInstance()
  await second.changes.current()
  expect(second.changes.isFresh(moment, ['product:1'])).toBe(false)
  expect(second.changes.isFresh(moment, ['product:2'])).toBe(true)
})

test('a change of everything leaves no page fresh', async () => {
  const { changes } = anInstance()
  await changes.current()
  const moment = await presentMoment(changes)
  await scratch.client.query("INSERT INTO page_change (tag) VALUES ('everything')")
  await changes.current()
  expect(changes.isFresh(moment, [])).toBe(false)
})

test('a page that was read in another database, or more than a day ago, is not fresh', async () => {
  const { changes } = anInstance()
  await changes.current()
  const moment = await presentMoment(changes)
  expect(changes.isFresh(moment, [])).toBe(true)
  expect(changes.isFresh({ ...moment, madeAt: moment.madeAt - 25 * 60 * 60 }, [])).toBe(false)
  const elsewhere = anInstance({ place: 'elsewhere' })
  await elsewhere.changes.current()
  expect(elsewhere.changes.isFresh(moment, [])).toBe(false)
})

test('while the database is away pages are judged by what was known, and the trouble is told', async () => {
  const told: unknown[] = []
  const { changes, ask } = anInstance({ tell: (error) => told.push(error) })
  await changes.current()
  const moment = await presentMoment(changes)
  ask.url = 'postgres://nobody@127.0.0.1:1/none'
  await changes.current()
  expect(told).toHaveLength(1)
  expect(changes.isFresh(moment, ['product:1'])).toBe(true)
  await scratch.client.query('UPDATE product SET price = price + 1 WHERE id = 1')
  ask.url = scratch.url
  await changes.current()
  expect(changes.isFresh(moment, ['product:1'])).toBe(false)
})

test('lines that no page can be as old as are thrown away', async () => {
  const { client } = scratch
  // So that the planner takes the table for an empty one, as it may after any quiet time.
  await client.query('VACUUM (TRUNCATE false, ANALYZE) page_change')
  await client.query("INSERT INTO page_change (tag, at) SELECT 'product:1', now() - interval '3 days' FROM generate_series(1, 25000)")
  await client.query("INSERT INTO page_change (tag, at) VALUES ('product:1', now() - interval '1 day')")
  const told: unknown[] = []
  await anInstance({ tell: (error) => told.push(error) }).changes.current()
  const count = () => client.query<{ n: number }>('SELECT count(*)::int AS n FROM page_change').then(({ rows }) => rows[0]?.n)
  await until(
    async () => ({ left: await count(), told }),
    ({ left }) => left === 1 || told.length > 0,
  )
  expect(told).toEqual([])
})
