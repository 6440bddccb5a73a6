import { db, type Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import type { ProductCard } from './types'

export const cardFields = {
  id: true,
  slug: true,
  nameIs: true,
  nameEn: true,
  price: true,
  drawing: true,
  category: { select: { nameIs: true, nameEn: true } },
  variants: { where: { hidden: false }, select: { onHand: true, held: true } },
} satisfies Prisma.ProductSelect

type CardRow = Prisma.ProductGetPayload<{ select: typeof cardFields }>

export const toCard = (row: CardRow, locale: Locale): ProductCard => ({
  id: row.id,
  slug: row.slug,
  name: locale === 'is' ? row.nameIs : row.nameEn,
  shelf: locale === 'is' ? row.category.nameIs : row.category.nameEn,
  price: row.price,
  drawing: row.drawing,
  soldOut: row.variants.every((v) => v.onHand <= v.held),
})

/** The cards of these products, in the order of the ids. */
export async function findCards(ids: readonly number[], locale: Locale): Promise<ProductCard[]> {
  if (!ids.length) return []
  const rows = await db().product.findMany({ where: { id: { in: [...ids] } }, select: cardFields })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toCard(row, locale)] : []
  })
}
