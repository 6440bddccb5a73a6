// Products as a merchant has them, each test's own.
import { randomBytes } from 'node:crypto'
import { searchable } from '@/lib/catalogue/search-text'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'

/** A word no other product has. */
export const aWord = (): string => `qz${[...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`

type Wish = { name?: string; stock?: readonly number[]; drawing?: string; price?: number }

/** In the tests' category, with a size for each number of the stock: size 1, size 2 … */
export async function aShelfProduct({ name = aWord(), stock = [10], drawing = '1sw0-wkr---', price = 12_400 }: Wish = {}) {
  const category = await db().category.upsert({
    where: { slug: 'test' },
    update: {},
    create: { slug: 'test', nameIs: 'Próf', nameEn: 'Test', descriptionIs: '', descriptionEn: '', position: 99 },
  })
  const tag = newId().toLowerCase().replace(/_/g, 'u')
  const product = await db().product.create({
    data: {
      slug: `test-${tag}`,
      categoryId: category.id,
      nameIs: name,
      nameEn: name,
      descriptionIs: 'Hlý.',
      descriptionEn: 'Warm.',
      price,
      vatRate: 24,
      drawing,
      garment: 'sweater',
      colour: 'white',
      weight: 500,
      searchText: searchable([name]),
      variants: {
        create: stock.map((onHand, position) => ({
          sku: `${tag}-${position + 1}`.toUpperCase(),
          size: String(position + 1),
          position,
          onHand,
        })),
      },
    },
    include: { variants: { orderBy: { position: 'asc' } } },
  })
  return product
}

export const productNow = (id: number) =>
  db().product.findUniqueOrThrow({ where: { id }, include: { category: true, variants: { orderBy: { position: 'asc' } } } })

/** What the audit says of a product, oldest first. */
export const deedsOn = (id: number) => db().auditEntry.findMany({ where: { subject: `product:${id}` }, orderBy: { id: 'asc' } })
