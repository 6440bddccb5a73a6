import { audit } from '@/lib/audit/audit'
import { inTransaction, type Prisma, type Tx } from '@/lib/db'
import { decode } from '@/lib/drawing/spec'
import { searchable, wordsOfDrawing } from '../search-text'
import type { ProductFields } from './fields'

/** `stale`: somebody else changed the product since this version. `same`: there was nothing to change. */
export type Edited = 'saved' | 'same' | 'stale' | 'gone' | 'no_category'

type Edit = { readonly id: number; readonly version: number; readonly actor: string }

/** The product as it is, nobody else changing it until the transaction ends. */
export async function lockProduct(tx: Tx, id: number) {
  await tx.$executeRaw`SELECT 1 FROM product WHERE id = ${id}::int FOR NO KEY UPDATE`
  return tx.product.findUnique({ where: { id }, include: { category: true } })
}
export type LockedProduct = NonNullable<Awaited<ReturnType<typeof lockProduct>>>

type Spoken = Pick<ProductFields, 'nameIs' | 'nameEn'> & {
  readonly drawing: string
  readonly category: { readonly nameIs: string; readonly nameEn: string }
}

/** What the search finds a product by, as far as it follows from what is kept of it. */
export function searchTextOf({ nameIs, nameEn, drawing, category }: Spoken): string {
  const drawn = decode(drawing)
  return searchable([nameIs, nameEn, category.nameIs, category.nameEn, ...(drawn ? wordsOfDrawing(drawn) : [])])
}

/** The same for a product that changes: words that were put there otherwise stay. */
export function searchTextAfter(before: Spoken & { readonly searchText: string }, after: Spoken): string {
  const followed = new Set(searchTextOf(before).split(' '))
  const others = before.searchText.split(' ').filter((word) => !followed.has(word))
  return searchable([searchTextOf(after), ...others])
}

type Kept = Prisma.InputJsonValue
/** What differs, before and after, for the audit. */
export function difference<T extends Readonly<Record<string, Kept>>>(before: T, after: T) {
  const names = Object.keys(after).filter((name) => before[name] !== after[name])
  const pick = (from: T) => Object.fromEntries(names.map((name) => [name, from[name] as Kept]))
  return names.length ? { before: pick(before), after: pick(after) } : null
}

export const fieldsOf = ({ nameIs, nameEn, descriptionIs, descriptionEn, price, vatRate, weight, category }: LockedProduct) => ({
  nameIs,
  nameEn,
  descriptionIs,
  descriptionEn,
  price,
  vatRate,
  weight,
  category: category.slug,
})

/** Writes the fields of a locked product; the answer is what changed, null when nothing did. */
export async function writeFields(tx: Tx, before: LockedProduct, fields: ProductFields, category: LockedProduct['category']) {
  const changed = difference<ReturnType<typeof fieldsOf>>(fieldsOf(before), fields)
  if (!changed) return null
  const { category: _, ...columns } = fields
  const searchText = searchTextAfter(before, { ...columns, drawing: before.drawing, category })
  await tx.product.update({ where: { id: before.id }, data: { ...columns, categoryId: category.id, searchText } })
  return changed
}

/** Changes what a product is called, says and costs, unless somebody else changed it meanwhile. */
export const editProduct = ({ id, version, actor, fields }: Edit & { readonly fields: ProductFields }): Promise<Edited> =>
  inTransaction(async (tx) => {
    const before = await lockProduct(tx, id)
    if (!before) return 'gone'
    if (before.version !== version) return 'stale'
    const category = await tx.category.findUnique({ where: { slug: fields.category } })
    if (!category) return 'no_category'
    const changed = await writeFields(tx, before, fields, category)
    if (!changed) return 'same'
    await audit(tx, { actor, action: 'product.edit', subject: `product:${id}`, detail: { slug: before.slug, ...changed } })
    return 'saved'
  })

/** Writes another drawing to a locked product, and what the shop's filters and search read of it. */
export async function writeDrawing(tx: Tx, before: LockedProduct, drawing: string) {
  const drawn = decode(drawing)
  if (!drawn) throw new TypeError('not a drawing')
  const { garment, palette } = drawn
  const searchText = searchTextAfter(before, { ...before, drawing })
  await tx.product.update({ where: { id: before.id }, data: { drawing, garment, colour: palette[0] ?? before.colour, searchText } })
}

/** Gives a product another picture; `drawing` is one that `decode` reads. */
export const drawProduct = ({
  id,
  version,
  actor,
  drawing,
}: Edit & { readonly drawing: string }): Promise<Exclude<Edited, 'no_category'>> =>
  inTransaction(async (tx) => {
    const before = await lockProduct(tx, id)
    if (!before) return 'gone'
    if (before.version !== version) return 'stale'
    if (before.drawing === drawing) return 'same'
    await writeDrawing(tx, before, drawing)
    await audit(tx, {
      actor,
      action: 'product.draw',
      subject: `product:${id}`,
      detail: { slug: before.slug, before: before.drawing, after: drawing },
    })
    return 'saved'
  })
