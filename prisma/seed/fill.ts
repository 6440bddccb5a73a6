// The composed part of the catalogue, streamed into the database by COPY.
import type pg from 'pg'
import { sizeBits } from '../../lib/catalogue/size-bit'
import { stockState } from '../../lib/catalogue/stock-state'
import { liftIndexes } from './bulk'
import { copyInto, type CopyRow } from './copy'
import { moreProducts, moreSlug } from './more/products'
import type { ProductRow } from './rows'

type Tell = (text: string) => void

const productColumns =
  'product (id, slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text, popularity, sizes, in_stock, low_stock)'
const variantColumns = 'variant (product_id, sku, size, position, on_hand)'

const chunk = 20_000
/** From so many new products on it is quicker to make the indexes anew. */
const usuallyLarge = 50_000

/** Numbers of the first `count` composed products that the catalogue lacks, by their addresses and item numbers. */
async function lacking(client: pg.Client, count: number): Promise<number[]> {
  const found: number[] = []
  for (let from = 0; found.length < count; from += chunk) {
    const slugs = Array.from({ length: chunk }, (_, index) => moreSlug(from + index))
    const { rows } = await client.query<{ slug: string }>(
      `SELECT slug FROM product WHERE slug = ANY($1)
       UNION SELECT wanted.slug FROM unnest($1::text[]) AS wanted(slug)
         WHERE EXISTS (SELECT 1 FROM variant WHERE sku >= upper(wanted.slug) || '-' AND sku < upper(wanted.slug) || '.')`,
      [slugs],
    )
    const there = new Set(rows.map(({ slug }) => slug))
    slugs.forEach((slug, index) => !there.has(slug) && found.length < count && found.push(from + index))
  }
  return found
}

/** What the triggers would have noted of rows that come in without them. */
class Notes {
  private readonly words = new Map<string, number>()
  private readonly facets = new Map<string, CopyRow>()

  add(categoryId: number, row: ProductRow, sizes: bigint): void {
    for (const word of row.search_text.split(' ')) this.words.set(word, (this.words.get(word) ?? 0) + 1)
    this.offer(categoryId, 'colour', row.colour)
    this.offer(categoryId, 'garment', row.garment)
    this.offer(categoryId, 'size_set', String(sizes))
    for (const { size, position } of row.variants) this.offer(categoryId, 'size', size, position)
  }

  private offer(categoryId: number, kind: string, value: string, position = 0): void {
    const key = `${categoryId} ${kind} ${value}`
    if (!this.facets.has(key)) this.facets.set(key, [categoryId, kind, value, position])
  }

  async write(client: pg.Client): Promise<void> {
    await client.query(
      `INSERT INTO search_word (word, frequency) SELECT * FROM unnest($1::text[], $2::int[]) AS counted(word, frequency) ORDER BY word
       ON CONFLICT (word) DO UPDATE SET frequency = search_word.frequency + excluded.frequency`,
      [[...this.words.keys()], [...this.words.values()]],
    )
    const facets = [...this.facets.values()]
    await client.query(
      `INSERT INTO category_facet (category_id, kind, value, position)
       SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::int[]) ON CONFLICT DO NOTHING`,
      [0, 1, 2, 3].map((at) => facets.map((facet) => facet[at])),
    )
  }
}

const bits = (row: ProductRow, there: (onHand: number) => boolean) =>
  sizeBits(row.variants.filter(({ on_hand }) => there(on_hand)).map(({ size }) => size))

async function stream(client: pg.Client, numbers: readonly number[], notes: Notes | null, tell: Tell): Promise<void> {
  const { rows: shelves } = await client.query<{ id: number; slug: string }>('SELECT id, slug FROM category')
  const categoryIds = new Map(shelves.map(({ id, slug }) => [slug, id]))
  // The ids are taken beforehand, so that a size can name its product without asking.
  const { rows: taken } = await client.query<{ first: number }>(
    "SELECT (setval('product_id_seq', nextval('product_id_seq') + $1 - 1) - $1 + 1)::int AS first",
    [numbers.length],
  )
  let id = taken[0]?.first ?? 1
  for (let done = 0; done < numbers.length; done += chunk) {
    const sizes: CopyRow[] = []
    const products = function* (): Iterable<CopyRow> {
      for (const n of numbers.slice(done, done + chunk)) {
        for (const row of moreProducts(n, 1)) {
          const categoryId = categoryIds.get(row.category)
          if (categoryId === undefined) throw new Error(`no category ${row.category}`)
          const all = bits(row, () => true)
          notes?.add(categoryId, row, all)
          for (const { sku, size, position, on_hand } of row.variants) sizes.push([id, sku, size, position, on_hand])
          yield [
            id++,
            row.slug,
            categoryId,
            row.name_is,
            row.name_en,
            row.description_is,
            row.description_en,
            row.price,
            row.vat_rate,
            row.drawing,
            row.garment,
            row.colour,
            row.weight,
            row.search_text,
            row.popularity,
            all,
            bits(row, (onHand) => onHand > 0),
            row.variants.some(({ on_hand }) => stockState(on_hand) !== 'in_stock') ? 't' : 'f',
          ]
        }
      }
    }
    await copyInto(client, productColumns, products())
    await copyInto(client, variantColumns, sizes)
    tell(`${Math.min(done + chunk, numbers.length).toLocaleString('en')} of ${numbers.length.toLocaleString('en')} products written`)
  }
}

/** Adds `count` composed products that the catalogue lacks, all or none. */
export async function fillShelves(client: pg.Client, count: number, tell: Tell, large = usuallyLarge): Promise<void> {
  const numbers = await lacking(client, count)
  const isLarge = count >= large
  await client.query('BEGIN')
  try {
    // Nobody else may take ids meanwhile; who reads is not kept waiting unless the indexes are lifted.
    await client.query('LOCK TABLE product, variant IN SHARE ROW EXCLUSIVE MODE')
    const putBack = isLarge ? await liftIndexes(client) : null
    const notes = isLarge ? new Notes() : null
    await stream(client, numbers, notes, isLarge || count > chunk ? tell : () => undefined)
    await notes?.write(client)
    if (putBack) tell('Making the indexes …')
    await putBack?.()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
  // Lists are read from the indexes alone once the database knows that every row of a page can be seen.
  await client.query('VACUUM (ANALYZE) product, variant')
}
