import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyInto } from '@/prisma/seed/copy'
import { fillShelves } from '@/prisma/seed/fill'
import { handMade, seed } from '@/prisma/seed/index'
import { moreProducts, moreSlug } from '@/prisma/seed/more/products'
import { scratchDatabase, type Scratch } from '../support/database'

const quiet = () => undefined
const first = handMade().length
const wanted = first + 60

const rowsOf = async <T extends object>({ client }: Scratch, text: string): Promise<T[]> => (await client.query<T>(text)).rows
const countOf = async (scratch: Scratch, table: string) =>
  (await rowsOf<{ count: number }>(scratch, `SELECT count(*)::int AS count FROM ${table}`))[0]?.count

/** Everything that hangs on the two tables and would be missed. */
const fittings = (scratch: Scratch) =>
  rowsOf(
    scratch,
    `SELECT indexdef AS what FROM pg_indexes WHERE tablename IN ('product', 'variant')
     UNION ALL SELECT conname || pg_get_constraintdef(oid) || convalidated FROM pg_constraint WHERE conrelid IN ('product'::regclass, 'variant'::regclass)
     UNION ALL SELECT tgname || tgenabled::text FROM pg_trigger WHERE tgrelid IN ('product'::regclass, 'variant'::regclass) AND NOT tgisinternal
     ORDER BY 1`,
  )

/** What the triggers keep. */
const notes = async (scratch: Scratch) => ({
  words: await rowsOf(scratch, 'SELECT word, frequency FROM search_word WHERE frequency > 0 ORDER BY word COLLATE "C"'),
  facets: await rowsOf(
    scratch,
    "SELECT c.slug, kind, value FROM category_facet f JOIN category c ON c.id = f.category_id WHERE (kind, value) <> ('size_set', '0') ORDER BY 1, 2, 3",
  ),
  bits: await rowsOf(scratch, 'SELECT slug, sizes, in_stock, low_stock, search FROM product ORDER BY slug COLLATE "C"'),
})

describe('filling the shelves', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await scratchDatabase()
    await seed({ databaseUrl: scratch.url, products: wanted, log: quiet })
  })
  afterAll(() => scratch.drop())

  it('makes as many as were asked for, the composed ones among them whole', async () => {
    expect(await countOf(scratch, 'product')).toBe(wanted)
    for (const { slug, name_is, variants } of moreProducts(0, 60)) {
      const { rows } = await scratch.client.query(
        `SELECT p.name_is, v.sku, v.size, v.position, v.on_hand FROM product p JOIN variant v ON v.product_id = p.id WHERE slug = $1 ORDER BY v.position`,
        [slug],
      )
      expect(rows).toEqual(variants.map((variant) => ({ name_is, ...variant })))
    }
  })

  it('adds nothing the second time, and less asked for takes nothing away', async () => {
    const before = [await countOf(scratch, 'product'), await countOf(scratch, 'variant'), await notes(scratch)]
    await seed({ databaseUrl: scratch.url, products: wanted, log: quiet })
    await seed({ databaseUrl: scratch.url, products: 5, log: quiet })
    expect([await countOf(scratch, 'product'), await countOf(scratch, 'variant'), await notes(scratch)]).toEqual(before)
  })

  it('puts back what is gone, leaves what a merchant changed, and goes on after both', async () => {
    const [gone, renamed] = [moreSlug(3), moreSlug(4)]
    await scratch.client.query('DELETE FROM variant WHERE product_id = (SELECT id FROM product WHERE slug = $1)', [gone])
    await scratch.client.query('DELETE FROM product WHERE slug = $1', [gone])
    await scratch.client.query("UPDATE product SET slug = 'kaupmadurinn-red-thessu', price = 4321 WHERE slug = $1", [renamed])
    await seed({ databaseUrl: scratch.url, products: wanted + 2, log: quiet })
    expect(await countOf(scratch, 'product')).toBe(wanted + 2)
    const { rows } = await scratch.client.query<{ slug: string }>('SELECT slug FROM product WHERE slug = ANY($1)', [
      [gone, renamed, moreSlug(60), moreSlug(61), moreSlug(62), 'kaupmadurinn-red-thessu'],
    ])
    expect(rows.map(({ slug }) => slug).sort()).toEqual([gone, moreSlug(60), moreSlug(61), 'kaupmadurinn-red-thessu'].sort())
    expect(await rowsOf(scratch, "SELECT price FROM product WHERE slug = 'kaupmadurinn-red-thessu'")).toEqual([{ price: 4321 }])
  })
})

describe('a large fill', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await scratchDatabase()
    await seed({ databaseUrl: scratch.url, log: quiet })
  })
  afterEach(async () => {
    await scratch.client.query('ALTER TABLE variant DROP CONSTRAINT IF EXISTS no_socks')
  })
  afterAll(() => scratch.drop())

  it('that breaks off leaves everything as it was, indexes and triggers too', async () => {
    await scratch.client.query("ALTER TABLE variant ADD CONSTRAINT no_socks CHECK (sku NOT LIKE '%-SOCKS-%') NOT VALID")
    const before = [await fittings(scratch), await notes(scratch)]
    await expect(fillShelves(scratch.client, 40, quiet, 1)).rejects.toThrow('no_socks')
    expect([await fittings(scratch), await notes(scratch)]).toEqual(before)
    expect(await countOf(scratch, 'product')).toBe(first)
  })

  it('ends with the same indexes and triggers, and has noted what the triggers would have', async () => {
    const before = await fittings(scratch)
    await fillShelves(scratch.client, 40, quiet, 1)
    expect(await fittings(scratch)).toEqual(before)
    const other = await scratchDatabase()
    await seed({ databaseUrl: other.url, log: quiet })
    await fillShelves(other.client, 40, quiet)
    expect(await notes(scratch)).toEqual(await notes(other))
    await other.drop()
  })

  it('leaves the next free ids to the next product', async () => {
    const { rows } = await scratch.client.query<{ next: number; highest: number }>(
      "SELECT nextval('product_id_seq')::int AS next, (SELECT max(id) FROM product) AS highest",
    )
    expect(rows[0]?.next).toBeGreaterThan(rows[0]?.highest ?? Infinity)
  })
})

it('COPY keeps every odd text as it is', async () => {
  const scratch = await scratchDatabase()
  const odd = [
    '\\N',
    '\\',
    '\t',
    '\n',
    '\r\n',
    '\b\f\v',
    '\\n',
    '\\.',
    '',
    ' ',
    '"',
    "'",
    'Þæö 🧶',
    'a\tb\\c\nd',
    null,
    '\\\t\\\n'.repeat(40_000),
  ]
  await scratch.client.query('CREATE TEMP TABLE odd (at int, text text)')
  await copyInto(
    scratch.client,
    'odd (at, text)',
    odd.map((text, at) => [at, text]),
  )
  const { rows } = await scratch.client.query<{ text: string | null }>('SELECT text FROM odd ORDER BY at')
  expect(rows.map(({ text }) => text)).toEqual(odd)
  await expect(copyInto(scratch.client, 'odd (at, text)', [['no number', 'x']])).rejects.toThrow('no number')
  // The connection can be used after a refusal.
  expect((await scratch.client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await scratch.drop()
})
