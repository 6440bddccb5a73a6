import type { Cell } from '@/lib/csv'
import { db } from '@/lib/db'
import { listProductIds, usualBounds, type ProductsQuery } from '../list'
import { readPosition } from '../../paging'
import { columns, type Column } from './columns'

type Wish = Omit<ProductsQuery, 'position'>

/** All products of a filtered list with their sizes, a line each, a batch of products at a time. */
export async function* exportProducts(wish: Wish, batch = 250): AsyncGenerator<Cell[][], void> {
  for (let after: string | null | undefined; after !== null;) {
    const page = await listProductIds({ ...wish, position: readPosition({ after }) }, { ...usualBounds, size: batch })
    if (!page) return
    yield await linesOf(page.items.map(({ id }) => id))
    after = page.after
  }
}

async function linesOf(ids: readonly number[]): Promise<Cell[][]> {
  const rows = await db().product.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'desc' },
    include: { category: { select: { slug: true } }, variants: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
  })
  return rows.flatMap((row) => {
    const product: Partial<Record<Column, Cell>> = {
      slug: row.slug,
      name_is: row.nameIs,
      name_en: row.nameEn,
      description_is: row.descriptionIs,
      description_en: row.descriptionEn,
      price: row.price,
      vat_rate: row.vatRate,
      category: row.category.slug,
      weight: row.weight,
      drawing: row.drawing,
      hidden: row.hidden ? 'yes' : 'no',
      version: row.version,
    }
    const line = (size: Partial<Record<Column, Cell>>): Cell[] => columns.map((column) => size[column] ?? product[column])
    // A product without a size has a line as well.
    return row.variants.length ? row.variants.map(({ sku, size, onHand }) => line({ sku, size, on_hand: onHand })) : [line({})]
  })
}
