import { audit } from '@/lib/audit/audit'
import { inTransaction, type Tx } from '@/lib/db'
import { fold } from '../fold'
import { lockProduct } from './edit'
import { longest } from './fields'

/** An item number made of a product's address and a size: "HRAFNTINNA-XL". */
export const skuFor = (slug: string, size: string): string => {
  const end = fold(size)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${slug.slice(0, longest.sku - end.length - 1)}-${end}`.replace(/-+$/, '').toUpperCase()
}

type NewSize = {
  readonly id: number
  readonly actor: string
  readonly size: string
  /** Made of the address and the size where nothing was said. */ readonly sku: string | null
}

/** Adds a size with nothing on the shelf yet; what is there is counted afterwards. */
export const addSize = ({ id, actor, size, sku }: NewSize): Promise<'added' | 'gone' | 'size_taken' | 'sku_taken'> =>
  inTransaction(async (tx) => {
    const product = await lockProduct(tx, id)
    if (!product) return 'gone'
    const there = await tx.variant.findMany({ where: { productId: id }, select: { size: true, position: true } })
    if (there.some((one) => fold(one.size) === fold(size))) return 'size_taken'
    const number = sku ?? skuFor(product.slug, size)
    const position = Math.max(-1, ...there.map((one) => one.position)) + 1
    if (!(await insertSize(tx, { productId: id, sku: number, size, position, onHand: 0 }))) return 'sku_taken'
    await audit(tx, { actor, action: 'product.size', subject: `product:${id}`, detail: { slug: product.slug, size, sku: number } })
    return 'added'
  })

type Row = { readonly productId: number; readonly sku: string; readonly size: string; readonly position: number; readonly onHand: number }

/** False when the item number is another size's already. */
export async function insertSize(tx: Tx, data: Row): Promise<boolean> {
  const { count } = await tx.variant.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}
