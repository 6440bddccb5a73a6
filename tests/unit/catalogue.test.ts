import { describe, expect, it } from 'vitest'
import { departments } from '@/components/shop/departments'
import { pageSize, readPosition, readSort, toListing, writeEdge, type Edge } from '@/lib/catalogue/paging'
import { productFacts } from '@/lib/catalogue/product-facts'
import { searchWords } from '@/lib/catalogue/search-words'
import { stockState } from '@/lib/catalogue/stock-state'
import { words } from '@/lib/i18n'
import { shelves } from '@/prisma/seed/catalogue/shelves'

describe('search words', () => {
  it.each([
    ['Lopapeysa', ['lopapeysa']],
    ['  blá   húfa ', ['bla', 'hufa']],
    ['ÞÆÖÐ', ['thaeod']],
    ["peysa'; DROP TABLE product; --", ['peysa', 'drop', 'table', 'product']],
    ['100% _ull_ \\', ['100', 'ull']],
    ['a & b | !c <-> (d:*', ['a', 'b', 'c', 'd']],
    ['peysa peysa PEYSA', ['peysa']],
    ['🧶', []],
    ['\u0000\ud800', []],
    ['', []],
  ])('of %j are %j', (typed, words) => {
    expect(searchWords(typed)).toEqual(words)
  })

  it('are few, however much is typed', () => {
    expect(searchWords('orð og fleiri orð um ull og band '.repeat(10_000)).length).toBeLessThanOrEqual(6)
  })
})

describe('the place in a list', () => {
  it('is read as it was written', () => {
    expect(readPosition({ after: writeEdge({ value: 12_900, id: 7 }) })).toEqual({ direction: 'after', edge: { value: 12_900, id: 7 } })
    expect(readPosition({ before: writeEdge({ value: 0, id: 2_147_483_647 }) })).toEqual({
      direction: 'before',
      edge: { value: 0, id: 2_147_483_647 },
    })
  })

  it.each([undefined, '', 'x', '1', '1-', '-1', '1-2-3', '1.5-2', '99999999999-1', '2147483648-1', ['1-2'], "1-2'"])(
    'is the top for %j',
    (after) => {
      expect(readPosition({ after })).toBeNull()
    },
  )

  it('is sorted by popularity unless the address names another order', () => {
    expect([readSort('price-up'), readSort('nonsense'), readSort(undefined), readSort(['newest'])]).toEqual([
      'price-up',
      'popular',
      'popular',
      'popular',
    ])
  })
})

describe('a page of a list', () => {
  const edgeOf = (id: number): Edge => ({ value: 100, id })
  const rows = (from: number, to: number) => Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + (to > from ? i : -i))
  const edge = edgeOf(0)

  it('has no neighbours when everything fits', () => {
    expect(toListing(rows(1, pageSize), null, edgeOf)).toEqual({ items: rows(1, pageSize), after: null, before: null })
  })

  it('leads on when one more was read, which it does not show', () => {
    const page = toListing(rows(1, pageSize + 1), null, edgeOf)
    expect([page.items.length, page.after, page.before]).toEqual([pageSize, `100-${pageSize}`, null])
  })

  it('leads back once it is not the first', () => {
    const page = toListing(rows(25, 30), { direction: 'after', edge }, edgeOf)
    expect([page.items, page.after, page.before]).toEqual([rows(25, 30), null, '100-25'])
  })

  it('read backwards is shown forwards, and leads on to where it came from', () => {
    const page = toListing(rows(48, 24), { direction: 'before', edge }, edgeOf)
    expect([page.items[0], page.items.at(-1), page.after, page.before]).toEqual([25, 48, '100-48', '100-25'])
  })

  it('read backwards to the top has nothing before it', () => {
    expect(toListing(rows(24, 1), { direction: 'before', edge }, edgeOf).before).toBeNull()
  })

  it('beyond the end is empty and leads nowhere', () => {
    expect(toListing([], { direction: 'after', edge }, edgeOf)).toEqual({ items: [], after: null, before: null })
  })
})

it('the shelf is called nearly empty from three down, and sold out at none', () => {
  expect([4, 3, 1, 0, -1].map(stockState)).toEqual(['in_stock', 'few_left', 'few_left', 'sold_out', 'sold_out'])
})

it('search engines hear of a product as long as one size of it can be bought', () => {
  const size = { variantId: 1, size: 'M', available: 0, stock: 'sold_out' as const }
  const product = {
    id: 1,
    slug: 'hekla',
    name: 'Hekla',
    description: 'Peysa',
    category: { slug: 'sweaters', name: 'Peysur', description: '' },
    price: 34_900,
    vatRate: 24,
    drawing: '1sw0-wk---',
    garment: 'sweater',
    colour: 'white',
    weight: 600,
    sizes: [size],
  }
  const offer = (sizes: typeof product.sizes) => productFacts({ ...product, sizes }, 'https://shop.example', 'is').offers
  expect(offer([size])).toMatchObject({
    url: 'https://shop.example/is/p/hekla',
    price: 34_900,
    priceCurrency: 'ISK',
    availability: 'https://schema.org/OutOfStock',
  })
  expect(offer([size, { ...size, available: 2 }])).toMatchObject({ availability: 'https://schema.org/InStock' })
})

it('the header and the footer name the seeded categories, in their order and their words', () => {
  expect(departments).toEqual(shelves.map(({ slug }) => slug))
  for (const [place, locale] of (['is', 'en'] as const).entries()) {
    const t = words(locale, 'common')
    expect(departments.map((slug) => t(`departments.${slug}`))).toEqual(shelves.map(({ name }) => name[place]))
  }
})
