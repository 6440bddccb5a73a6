// The shop for search engines, in parts they accept: at most 50,000 addresses each. A part is a range of ids, so that
// neither the list of parts nor a part counts the table.
import { db } from '@/lib/db'
import { locales } from '@/lib/i18n'
import { urlsetClose, urlsetOpen, urlsOf } from './xml'

/** Products in a part; each has an address in every language. */
export const perPart = Math.floor(50_000 / locales.length)

const atOnce = 1_000
const fixed = ['', '/about', '/delivery', '/returns', '/terms', '/netgiro']

/** The names of all parts. */
export async function partNames(): Promise<string[]> {
  const { _max } = await db().product.aggregate({ _max: { id: true } })
  const parts = Math.ceil((_max.id ?? 0) / perPart)
  return ['pages.xml', ...Array.from({ length: parts }, (_, index) => `products-${index + 1}.xml`)]
}

/** The text of a part, piece by piece as it is read; null when there is no such part. */
export async function readPart(name: string, origin: string): Promise<AsyncGenerator<string> | null> {
  if (!(await partNames()).includes(name)) return null
  if (name === 'pages.xml') return pages(origin)
  return products(Number(/\d+/.exec(name)?.[0]), origin)
}

async function* pages(origin: string): AsyncGenerator<string> {
  const categories = await db().category.findMany({ orderBy: { position: 'asc' }, select: { slug: true } })
  const paths = [...fixed, ...categories.map(({ slug }) => `/c/${slug}`)]
  yield urlsetOpen + paths.map((path) => urlsOf(origin, path)).join('') + urlsetClose
}

async function* products(part: number, origin: string): AsyncGenerator<string> {
  yield urlsetOpen
  const end = part * perPart
  for (let after = end - perPart; ;) {
    const rows = await db().product.findMany({
      where: { id: { gt: after, lte: end }, hidden: false },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true, slug: true },
    })
    yield rows.map(({ slug }) => urlsOf(origin, `/p/${slug}`)).join('')
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) break
    after = last.id
  }
  yield urlsetClose
}
