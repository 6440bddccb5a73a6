// What the storefront asks of the catalogue, the easy and the hard: each line is one page's or one click's work.
import { noFilters, type Filters } from '@/lib/catalogue/filters'
import { readPosition, sorts, type Sort } from '@/lib/catalogue/paging'
import { findCategory, findOffer, findProduct, listCategory, listRelated, listShelves } from '@/lib/catalogue/queries'
import { searchProducts } from '@/lib/catalogue/search'
import { suggest } from '@/lib/catalogue/suggest'
import { searchForTill } from '@/lib/catalogue/till-search'

export type Journey = { readonly name: string; readonly go: () => Promise<unknown> }

const list = (slug: string, sort: Sort, filters: Partial<Filters>, after?: string) =>
  listCategory(slug, { sort, filters: { ...noFilters, ...filters } }, readPosition({ after }), 'is')

const narrowed: Record<string, Partial<Filters>> = {
  'no filter': {},
  'a colour': { colour: ['moss'] },
  'three colours, two sizes, in stock': { colour: ['moss', 'fog', 'night'], size: ['S', 'M'], inStock: true },
  'in stock': { inStock: true },
  'a wide range of prices': { from: 30_000, to: 36_000 },
  'a narrow range of prices': { from: 30_000, to: 30_100 },
  'a range with hardly anything in it': { from: 31_450, to: 31_460 },
  'a colour, a size, in stock, a narrow price': { colour: ['crowberry'], size: ['XXL'], from: 33_000, to: 33_100, inStock: true },
  'nothing that exists': { garment: ['hat'] },
  'a price nobody asks': { from: 900_000 },
}

const categories = Object.entries(narrowed).flatMap(([name, filters]) =>
  sorts.map((sort): Journey => ({ name: `category by ${sort}, ${name}`, go: () => list('lopapeysur', sort, filters) })),
)

/** Positions far down, made from what the list itself says about its end. */
const deep: readonly Journey[] = (
  [
    ['popular', '0-600000', {}],
    ['popular', '0-600000', { colour: ['moss'], inStock: true }],
    ['newest', '200000-200000', {}],
    ['price-up', '38000-500000', { size: ['XS'] }],
    ['price-down', '30000-500000', { colour: ['lava'] }],
  ] as const
).map(([sort, after, filters]) => ({
  name: `category by ${sort}, far down${Object.keys(filters).length ? ', filtered' : ''}`,
  go: () => list('lopapeysur', sort, filters, after),
}))

const rareKinds: readonly Journey[] = [
  ['a kind of yarn only the first shelf has', 'garn', { garment: ['skein'] }],
  ['a kind and a price', 'garn', { garment: ['plate'], from: 1_000, to: 1_400 }],
  ['a size few are made in', 'garn', { size: ['100 g'] }],
  ['a size few are made in, in stock', 'garn', { size: ['100 g'], inStock: true }],
].map(([name, slug, filters]) => ({
  name: `category, ${name as string}`,
  go: () => list(slug as string, 'popular', filters as Partial<Filters>),
}))

const typed = {
  'a common word': 'peysa',
  'its beginning': 'pey',
  'one letter': 'a',
  'a rare word': 'hrafntinna',
  'a place': 'hrafnafell',
  'a place and a common word': 'hrafnafell peysa',
  'two common words': 'rauð peysa',
  'two common words that rarely meet': 'hneppt mórauð',
  'two common words that never meet': 'peysa vettlingar',
  'three common words': 'grá peysa þoku',
  'a common word and one letter': 'peysa s',
  'a slip of the finger': 'vetlingur',
  'two slips of the finger': 'loppapeisa mórauðð',
  nonsense: 'xjqwvxjqwv',
  'signs only': '%_\\ (<->) :*',
}

const searches: readonly Journey[] = Object.entries(typed).flatMap(([name, words]) => [
  { name: `search, ${name}`, go: () => searchProducts(words, null, 'is') },
  { name: `suggestions, ${name}`, go: () => suggest(words, 'is') },
  { name: `till, ${name}`, go: () => searchForTill(words, 'is') },
])

const related = async () => {
  const product = await findProduct('hrafntinna', 'is')
  if (product) await listRelated(product, 4, 'is')
}

export const journeys: readonly Journey[] = [
  { name: 'home page, shelves', go: () => listShelves(3, 'is') },
  { name: 'product and its related ones', go: related },
  { name: 'category, its name and its filters', go: () => Promise.all([findCategory('lopapeysur', 'is'), findOffer('lopapeysur')]) },
  ...categories,
  ...deep,
  ...rareKinds,
  ...searches,
  { name: 'search, far down', go: () => searchProducts('peysa', readPosition({ after: '0-500000' }), 'is') },
  { name: 'till, an item number', go: () => searchForTill('HRAFNTINNA-M', 'is') },
]
