// A size that is there already. Everything here locks sizes before products, as a purchase does.
import { audit } from '@/lib/audit/audit'
import { inTransaction, type Tx } from '@/lib/db'
import { fold } from '../fold'
import { lockProduct } from './edit'
import { lockVariants } from './stock'

type Which = { readonly product: number; readonly variant: number; readonly actor: string }
type Place = {
  readonly tx: Tx
  readonly size: string
  readonly subject: string
  readonly detail: { readonly slug: string; readonly sku: string }
}

/** `gone`: there is no such size of this product. */
async function withSize<T>({ product: id, variant }: Which, then: (place: Place) => Promise<T>): Promise<T | 'gone'> {
  return inTransaction(async (tx) => {
    const all = await tx.variant.findMany({ where: { productId: id }, select: { id: true } })
    const locked = await lockVariants(
      tx,
      all.map((one) => one.id),
    )
    const found = locked.find((one) => one.id === variant && one.productId === id)
    const product = found && (await lockProduct(tx, id))
    if (!product) return 'gone'
    return then({ tx, size: found.size, subject: `product:${id}`, detail: { slug: product.slug, sku: found.sku } })
  })
}

type Renaming = Which & { readonly size: string; /** What it was called when the form was written. */ readonly was: string }

/** Gives a size another name; its number and what was ordered of it stay. `stale`: somebody else named it meanwhile. */
export const renameSize = ({ size, was, ...which }: Renaming): Promise<'renamed' | 'same' | 'stale' | 'size_taken' | 'gone'> =>
  withSize(which, async ({ tx, size: before, subject, detail }) => {
    if (before === size) return 'same'
    if (before !== was) return 'stale'
    const others = await tx.variant.findMany({ where: { productId: which.product, id: { not: which.variant } }, select: { size: true } })
    if (others.some((other) => fold(other.size) === fold(size))) return 'size_taken'
    await tx.variant.update({ where: { id: which.variant }, data: { size } })
    await audit(tx, { actor: which.actor, action: 'product.size_name', subject, detail: { ...detail, before, after: size } })
    return 'renamed'
  })

/**
 * Takes a size away. One that was ordered, lies in somebody's cart or on the shelf is hidden instead: what was sold
 * goes on naming it, and what is on the shelf goes on being counted.
 */
export const removeSize = (which: Which): Promise<'removed' | 'hidden' | 'gone'> =>
  withSize(which, async ({ tx, size, subject, detail }) => {
    const { variant: id, actor } = which
    // Whoever is putting it into a cart is waited for, and whoever comes after finds it gone.
    await tx.$executeRaw`SELECT 1 FROM variant WHERE id = ${id}::int FOR UPDATE`
    const { onHand, hidden } = await tx.variant.findUniqueOrThrow({ where: { id }, select: { onHand: true, hidden: true } })
    const used = (await tx.orderLine.findFirst({ where: { variantId: id } })) ?? (await tx.cartLine.findFirst({ where: { variantId: id } }))
    if (!used && onHand === 0) {
      await tx.variant.delete({ where: { id } })
      await audit(tx, { actor, action: 'product.size_remove', subject, detail: { ...detail, size } })
      return 'removed'
    }
    if (!hidden) {
      await tx.variant.update({ where: { id }, data: { hidden: true } })
      await audit(tx, { actor, action: 'product.size_hide', subject, detail: { ...detail, size } })
    }
    return 'hidden'
  })

/** Offers a hidden size again. */
export const showSize = (which: Which): Promise<'shown' | 'gone'> =>
  withSize<'shown'>(which, async ({ tx, size, subject, detail }) => {
    const { count } = await tx.variant.updateMany({ where: { id: which.variant, hidden: true }, data: { hidden: false } })
    if (count) await audit(tx, { actor: which.actor, action: 'product.size_show', subject, detail: { ...detail, size } })
    return 'shown'
  })
