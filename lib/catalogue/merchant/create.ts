import { audit } from '@/lib/audit/audit'
import { inTransaction, type Tx } from '@/lib/db'
import { firstDrawing } from '@/lib/drawing/first'
import { decode, encode, type Garment } from '@/lib/drawing/spec'
import { searchTextOf } from './edit'
import type { ProductFields } from './fields'
import { insertSize, skuFor } from './sizes'
import { freeSlug } from './slug'

type Category = { readonly id: number; readonly nameIs: string; readonly nameEn: string }
type NewProduct = {
  /** The hidden field of the form it comes from; null for a file. */
  readonly formKey?: string | null
  readonly fields: ProductFields
  readonly category: Category
  readonly drawing: string
  /** Null: made of the Icelandic name. */ readonly slug: string | null
}

/** Writes a product without sizes. Null when its address is another's, which only one that was asked for can be. */
export async function insertProduct(
  tx: Tx,
  { fields, category, drawing, slug, formKey = null }: NewProduct,
): Promise<{ id: number; slug: string } | null> {
  const drawn = decode(drawing)
  if (!drawn) throw new TypeError('not a drawing')
  const { category: _, ...columns } = fields
  const rest = { ...columns, categoryId: category.id, drawing, garment: drawn.garment, colour: drawn.palette[0] ?? 'white' }
  const searchText = searchTextOf({ ...columns, drawing, category })
  for (;;) {
    const address = slug ?? (await freeSlug(tx, fields.nameIs))
    // Somebody else may take it first: then nothing is added, and the next free one is looked for.
    const [added] = await tx.product.createManyAndReturn({
      data: [{ ...rest, slug: address, searchText, formKey }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (added) return { id: added.id, slug: address }
    if (slug !== null) return null
  }
}

type Creation = {
  readonly actor: string
  readonly formKey: string
  readonly fields: ProductFields
  readonly garment: Garment
  readonly sizes: readonly string[]
}

/**
 * A new product with its sizes, nothing on the shelf yet, and a first picture to draw on. Null when there is no such
 * category. The same form sent again finds what it made the first time.
 */
export const createProduct = ({ actor, formKey, fields, garment, sizes }: Creation): Promise<{ id: number; slug: string } | null> =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`product.create ${formKey}`}))`
    const made = await tx.product.findFirst({ where: { formKey }, select: { id: true, slug: true } })
    if (made) return made
    const category = await tx.category.findUnique({ where: { slug: fields.category } })
    if (!category) return null
    const product = await insertProduct(tx, { fields, category, drawing: encode(firstDrawing(garment)), slug: null, formKey })
    if (!product) throw new Error('a free address was not free')
    for (const [position, size] of sizes.entries()) {
      const sku = skuFor(product.slug, size)
      const row = { productId: product.id, size, position, onHand: 0 }
      if (await insertSize(tx, { ...row, sku })) continue
      if (!(await insertSize(tx, { ...row, sku: `${sku}-${product.id}` }))) throw new Error(`no item number for ${sku}`)
    }
    await audit(tx, {
      actor,
      action: 'product.create',
      subject: `product:${product.id}`,
      detail: { slug: product.slug, ...fields, garment, sizes: [...sizes] },
    })
    return product
  })
