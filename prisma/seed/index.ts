import pg from 'pg'
import { shelves } from './catalogue/shelves'
import { fillShelves } from './fill'
import { productRow, type ProductRow } from './rows'
import { seedUsers } from './users'

type SeedOptions = {
  databaseUrl: string
  /** How many products there should be at least; what the shelves lack is composed. */
  products?: number | undefined
  log: (text: string) => void
}

/** The hand-made catalogue, in the order of the shelves. */
export const handMade = (): ProductRow[] =>
  // Within a shelf the first is bought most; the shelves themselves are alike.
  shelves.flatMap((shelf) => shelf.items.map((item, index) => productRow(shelf, item, 1000 - index * 37)))

const addCategories = (client: pg.Client) =>
  client.query(
    `INSERT INTO category (slug, name_is, name_en, description_is, description_en, position)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS c(slug text, name_is text, name_en text, description_is text, description_en text, position int)
     ON CONFLICT (slug) DO NOTHING`,
    [
      JSON.stringify(
        shelves.map(({ slug, name, text }, position) => ({
          slug,
          name_is: name[0],
          name_en: name[1],
          description_is: text[0],
          description_en: text[1],
          position,
        })),
      ),
    ],
  )

async function addProducts(client: pg.Client, rows: readonly ProductRow[]): Promise<void> {
  const { rows: added } = await client.query<{ id: number; slug: string }>(
    `INSERT INTO product (slug, category_id, name_is, name_en, description_is, description_en, price, vat_rate, drawing, garment, colour, weight, search_text, popularity)
     SELECT p.slug, c.id, p.name_is, p.name_en, p.description_is, p.description_en, p.price, p.vat_rate, p.drawing, p.garment, p.colour, p.weight, p.search_text, p.popularity
     FROM jsonb_to_recordset($1::jsonb) AS p(category text, slug text, name_is text, name_en text, description_is text, description_en text, price int, vat_rate int, drawing text, garment text, colour text, weight int, search_text text, popularity int)
     JOIN category c ON c.slug = p.category
     ON CONFLICT (slug) DO NOTHING
     RETURNING id, slug`,
    [JSON.stringify(rows)],
  )
  const idOf = new Map(added.map(({ id, slug }) => [slug, id]))
  const variants = rows.flatMap(({ slug, variants }) =>
    idOf.has(slug) ? variants.map((variant) => ({ product_id: idOf.get(slug), ...variant })) : [],
  )
  await client.query(
    `INSERT INTO variant (product_id, sku, size, position, on_hand)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS v(product_id int, sku text, size text, position int, on_hand int)`,
    [JSON.stringify(variants)],
  )
}

async function countOf(client: pg.Client, table: 'category' | 'product' | 'variant'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)
  return rows[0]?.count ?? 0
}

/** Fills what is missing and changes nothing that is there: safe to run again, and after a merchant's edits. */
export async function seed({ databaseUrl, products, log }: SeedOptions): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await addCategories(client)
    await addProducts(client, handMade())
    await client.query('COMMIT')
    const lack = (products ?? 0) - (await countOf(client, 'product'))
    if (lack > 0) await fillShelves(client, lack, log)
    const users = await seedUsers(client)
    const [categories, all, variants] = [
      await countOf(client, 'category'),
      await countOf(client, 'product'),
      await countOf(client, 'variant'),
    ]
    log(`${all} products in ${categories} categories, ${variants} sizes; ${users} demo accounts added`)
  } finally {
    await client.end()
  }
}
