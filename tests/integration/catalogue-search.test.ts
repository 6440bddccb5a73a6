import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/suggest/route'
import { pageSize, readPosition } from '@/lib/catalogue/paging'
import { findIds, searchProducts, usualBounds } from '@/lib/catalogue/search'
import { suggest, type SuggestAnswer } from '@/lib/catalogue/suggest'
import { searchForTill } from '@/lib/catalogue/till-search'
import { findTerm } from '@/lib/catalogue/vocabulary'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { locales } from '@/lib/i18n'

/** Letters nobody else's words have, so that tests which run beside this one are not found. */
const mark = newId()
  .toLowerCase()
  .replace(/[^a-z]/g, '')
  .slice(0, 8)
  .padEnd(8, 'q')
const slug = `leit-${mark}-${Date.now()}`
const [everywhere, half, once] = [`${mark}thaela`, `${mark}gruna`, `${mark}einstok`]
const many = pageSize * 2 + 5
let ids: number[] = []

beforeAll(async () => {
  const text = { nameIs: 'Leit', nameEn: 'Search', descriptionIs: '', descriptionEn: '' }
  const category = await db().category.create({ data: { slug, ...text, position: 96 } })
  for (let i = 0; i < many; i++) {
    const words = [everywhere, ...(i % 2 ? [half] : []), ...(i === 40 ? [once] : [])]
    const { id } = await db().product.create({
      data: {
        slug: `${slug}-${i}`,
        categoryId: category.id,
        ...text,
        nameIs: `Þæla ${i}`,
        nameEn: `Thing ${i}`,
        price: 100,
        popularity: i % 4,
        vatRate: 24,
        drawing: 'x',
        garment: 'hat',
        colour: 'moss',
        weight: 1,
        searchText: words.join(' '),
        variants: { create: [{ sku: `${slug}-${i}`.toUpperCase(), size: 'M', position: 0, onHand: 1 }] },
      },
    })
    ids.push(id)
  }
  const popularity = (id: number) => ids.indexOf(id) % 4
  ids = ids.toSorted((a, b) => popularity(b) - popularity(a) || b - a)
})

afterAll(async () => {
  await db().variant.deleteMany({ where: { product: { category: { slug } } } })
  await db().product.deleteMany({ where: { category: { slug } } })
  await db().category.delete({ where: { slug } })
})

async function leafThrough(typed: string): Promise<number[]> {
  const seen: number[] = []
  for (let after: string | null | undefined; after !== null && seen.length < 500;) {
    const page = await searchProducts(typed, readPosition({ after }), 'is')
    seen.push(...page.items.map(({ id }) => id))
    after = page.after
  }
  return seen
}

it('a word finds every product that has it, the most popular first, page by page', async () => {
  const seen = await leafThrough(everywhere)
  expect(seen.length).toBe(many)
  const rows = await db().product.findMany({
    where: { category: { slug } },
    orderBy: [{ popularity: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  expect(seen).toEqual(rows.map(({ id }) => id))
})

it('all of the words count, and only as much as is typed of the last one', async () => {
  expect((await leafThrough(`${everywhere} ${half}`)).length).toBe(Math.floor(many / 2))
  expect((await leafThrough(`${half} ${everywhere.slice(0, -2)}`)).length).toBe(Math.floor(many / 2))
  // A word before the last is taken as a whole one: its beginning alone is a slip.
  expect((await searchProducts(`${everywhere.slice(0, -2)} ${half}`, null, 'is')).how).toBe('similar')
  expect((await searchProducts(`${half} ${everywhere.slice(0, -2)}`, null, 'is')).how).toBe('exact')
})

it('Icelandic letters, capitals and signs make no difference', async () => {
  const typed = everywhere.replace('thaela', 'ÞÆLA')
  const [one, other] = [await searchProducts(`  ${typed}!! `, null, 'is'), await searchProducts(everywhere, null, 'is')]
  expect(one).toEqual(other)
  expect(one.items.length).toBe(pageSize)
})

it.each(['x', 'zz'])('a slip of the finger, an added %j, finds the word that was meant', async (slip) => {
  const found = await searchProducts(`${once}${slip}`, null, 'is')
  expect(found.how).toBe('similar')
  expect(found.items.map(({ slug: name }) => name)).toEqual([`${slug}-40`])
})

it('words that are never together find what has one of them', async () => {
  const row = await db().product.findUniqueOrThrow({ where: { slug: `${slug}-40` }, select: { id: true } })
  expect((await searchProducts(`${once} ${half}`, null, 'is')).how).toBe('similar')
  const seen = await leafThrough(`${once} ${half}`)
  expect(seen).toContain(row.id)
  expect(seen.length).toBe(Math.floor(many / 2) + 1)
})

it('a word that nothing is like is left out, and one by itself finds nothing', async () => {
  expect(await searchProducts('xjqwvxjqwv', null, 'is')).toMatchObject({ how: 'none', items: [], after: null })
  expect((await searchProducts(`xjqwvxjqwv ${once}`, null, 'is')).items.length).toBe(1)
})

describe('whichever way is taken, the same products are found', () => {
  const ways = {
    'by the index of words': { ...usualBounds, rare: 1_000_000 },
    'from the most popular on': { ...usualBounds, rare: 0 },
    'from the most popular on, and then by the index': { rare: 1_000, reach: 3, meetable: 1_000_000 },
  }
  it.each(Object.entries(ways))('%s', async (way, bounds) => {
    const terms = [await findTerm(everywhere, false), await findTerm(half, true)].map((term) => {
      if (!term) throw new Error('a word of the test is not in the vocabulary')
      // As if they were in more products than are rare.
      return way.endsWith('then by the index') ? { ...term, frequency: bounds.rare + 1 } : term
    })
    const { rows, stopped } = await findIds(terms, null, 500, bounds)
    expect(rows.map(({ id }) => id)).toEqual(await leafThrough(`${everywhere} ${half}`))
    expect(stopped).toBeNull()
  })

  it('and one that gives up says where to go on', async () => {
    const term = await findTerm(everywhere, false)
    if (!term) throw new Error('a word of the test is not in the vocabulary')
    const common = [{ ...term, frequency: 1_000_000 }]
    const bounds = { rare: 0, reach: 30, meetable: 0 }
    const seen: number[] = []
    // Everything of this test is less popular than four.
    let position = readPosition({ after: '4-0' })
    for (;;) {
      const { rows, stopped } = await findIds(common, position, 1_000, bounds)
      seen.push(...rows.map(({ id }) => id))
      if (!stopped) break
      position = { direction: 'after', edge: stopped }
    }
    const all = await leafThrough(everywhere)
    // Other products lie between; those found are the right ones, in order, none twice.
    expect(seen).toEqual(all.slice(0, seen.length))
    expect(seen.length).toBeGreaterThan(0)
  })
})

it.each([
  "'",
  "'; DROP TABLE product; --",
  'a & b | !c',
  '<->',
  ':*',
  '(((',
  '\\',
  '%',
  '_',
  '"',
  '*',
  '🧶',
  '\ud800',
  '\u0000',
  '-',
  '1e5 2.5 -7',
  'http://x.is/a?b=c',
  'a@b.is',
  'ull '.repeat(2_000),
  'q'.repeat(5_000),
])('no words make a search, a suggestion or the till fail: %j', async (typed) => {
  for (const locale of locales) {
    await expect(searchProducts(typed, null, locale)).resolves.toMatchObject({ items: expect.any(Array) as unknown })
    await expect(suggest(typed, locale)).resolves.toEqual(expect.any(Array))
    // What is no text to a database is no item number either; the till's own door refuses it.
    if (!typed.includes('\u0000')) await expect(searchForTill(typed, locale)).resolves.toMatchObject({ like: expect.any(Array) as unknown })
  }
})

it('the vocabulary follows what products are called', async () => {
  const frequency = async (word: string) => (await db().searchWord.findUnique({ where: { word } }))?.frequency ?? 0
  expect([await frequency(everywhere), await frequency(half), await frequency(once)]).toEqual([many, Math.floor(many / 2), 1])
  const name = { slug: `${slug}-40` }
  const { searchText } = await db().product.findUniqueOrThrow({ where: name })
  await db().product.update({ where: name, data: { searchText: everywhere } })
  expect([await frequency(everywhere), await frequency(once)]).toEqual([many, 0])
  expect((await searchProducts(once, null, 'is')).how).not.toBe('exact')
  await db().product.update({ where: name, data: { searchText } })
  expect(await frequency(once)).toBe(1)
  expect((await searchProducts(once, null, 'is')).how).toBe('exact')
})

it('the till finds by item number, by words and by their beginning', async () => {
  expect((await searchForTill(`${slug}-7`, 'is')).exact?.sku).toBe(`${slug}-7`.toUpperCase())
  const { like } = await searchForTill(everywhere.slice(0, -2), 'en')
  expect(like.length).toBe(3)
  expect(like[0]?.name).toMatch(/^Thing /)
})

describe('suggestions', () => {
  const ask = (query: string) => GET(new Request(`http://localhost/api/suggest?${query}`))

  it('are the most popular products that fit, in the reader’s language, with their addresses', async () => {
    const answer = await ask(`locale=is&q=${encodeURIComponent(everywhere.slice(0, -1))}`)
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+/)
    const { suggestions, texts } = (await answer.json()) as SuggestAnswer
    expect(suggestions.length).toBe(6)
    expect(texts).toEqual({ list: 'Tillögur', category: 'Vöruflokkur', count: '6 tillögur' })
    for (const { label, href, kind } of suggestions) {
      expect(label).toMatch(/^Þæla \d+$/)
      expect(href).toMatch(new RegExp(`^/is/p/${slug}-\\d+$`))
      expect(kind).toBe('product')
    }
  })

  it('begin with a category that is called so', async () => {
    await db().category.update({ where: { slug }, data: { nameIs: `Öndvegis${once}` } })
    const [first] = await suggest(`ondvegis${once}`, 'is')
    await db().category.update({ where: { slug }, data: { nameIs: 'Leit' } })
    expect(first).toEqual({ kind: 'category', label: `Öndvegis${once}`, href: `/is/c/${slug}` })
  })

  it.each(['', 'locale=is', 'q=a', 'locale=de&q=a', 'locale=is&q=', `locale=is&q=${'a'.repeat(121)}`])(
    'refuse what is not asked for rightly: %j',
    async (query) => {
      expect((await ask(query)).status).toBe(400)
    },
  )
})
