// Sizes that are there already: renamed, taken away, hidden, offered again.
import { describe, expect, test } from 'vitest'
import { addLine } from '@/lib/cart/commands'
import { removeSize, renameSize, showSize } from '@/lib/catalogue/merchant/change-size'
import { addSize } from '@/lib/catalogue/merchant/sizes'
import { sizeBits } from '@/lib/catalogue/size-bit'
import { db, inTransaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { holdStock } from '@/lib/orders/stock'
import { aCart, startOne, until } from '../support/shop'
import { aShelfProduct, deedsOn, productNow } from '../support/products'

const actor = `user:${newId()}`

async function withSizes(stock: readonly number[]) {
  const { id, variants } = await aShelfProduct({ stock })
  const which = variants.map(({ id: variant }) => ({ product: id, variant, actor }))
  const [first, second] = which
  if (!first || !second) throw new Error('two sizes are needed')
  return { id, first, second }
}
const sizesOf = async (id: number) => (await productNow(id)).variants.map(({ size, hidden }) => (hidden ? `(${size})` : size))

describe('another name', () => {
  test('is the size’s in the filters too, and its number stays', async () => {
    const { id, first } = await withSizes([3, 3])
    const { sku } = await db().variant.findUniqueOrThrow({ where: { id: first.variant } })
    expect(await renameSize({ ...first, was: '1', size: '3XL' })).toBe('renamed')
    const after = await productNow(id)
    expect(after.variants[0]).toMatchObject({ size: '3XL', sku })
    expect(after).toMatchObject({ sizes: sizeBits(['3XL', '2']), inStock: sizeBits(['3XL', '2']) })
    const facet = { categoryId: after.categoryId, kind: 'size', value: '3XL' }
    expect(await db().categoryFacet.findUnique({ where: { categoryId_kind_value: facet } })).not.toBeNull()
    expect(await deedsOn(id)).toMatchObject([{ action: 'product.size_name', actor, detail: { sku, before: '1', after: '3XL' } }])
  })

  test('is refused when another size has it, however it is written, and when somebody else gave one meanwhile', async () => {
    const { id, first, second } = await withSizes([3, 3])
    expect(await renameSize({ ...first, was: '1', size: 'Stór' })).toBe('renamed')
    expect(await renameSize({ ...second, was: '2', size: 'STÓR' })).toBe('size_taken')
    expect(await renameSize({ ...first, was: '1', size: 'M' })).toBe('stale')
    expect(await renameSize({ ...first, was: 'Stór', size: 'Stór' })).toBe('same')
    expect(await renameSize({ ...first, was: 'Stór', size: 'stór' })).toBe('renamed')
    expect(await sizesOf(id)).toEqual(['stór', '2'])
  })

  test('is had by one of two sizes that want it at once, also when one of them is new', async () => {
    const { id, first, second } = await withSizes([3, 3])
    const answers = await Promise.all([
      renameSize({ ...first, was: '1', size: 'M' }),
      renameSize({ ...second, was: '2', size: 'M' }),
      addSize({ id, actor, size: 'M', sku: null }),
    ])
    expect(answers.filter((answer) => answer === 'size_taken')).toHaveLength(2)
    expect((await sizesOf(id)).filter((size) => size === 'M')).toHaveLength(1)
  })

  test('is given to no size of another product', async () => {
    const [{ id }, { first }] = [await withSizes([3, 3]), await withSizes([3, 3])]
    expect(await renameSize({ ...first, product: id, was: '1', size: 'M' })).toBe('gone')
    expect(await removeSize({ ...first, product: id })).toBe('gone')
    expect(await showSize({ ...first, product: id })).toBe('gone')
  })

  test('can be given while the size is bought', async () => {
    const { id, first, second } = await withSizes([50, 50])
    const buy = () =>
      inTransaction((tx) =>
        holdStock(tx, [
          { variantId: first.variant, quantity: 1 },
          { variantId: second.variant, quantity: 1 },
        ]),
      )
    const names = ['a', 'b', 'c', 'd', 'e']
    let was = '1'
    const rename = async () => {
      for (const size of names) {
        expect(await renameSize({ ...first, was, size })).toBe('renamed')
        was = size
      }
    }
    await Promise.all([rename(), ...Array.from({ length: 6 }, buy)])
    expect((await productNow(id)).variants).toMatchObject([
      { size: 'e', held: 6 },
      { size: '2', held: 6 },
    ])
  })
})

describe('a size that is taken away', () => {
  test('is gone when nobody ever had to do with it', async () => {
    const { id, first } = await withSizes([0, 3])
    expect(await removeSize(first)).toBe('removed')
    expect(await sizesOf(id)).toEqual(['2'])
    expect((await productNow(id)).sizes).toBe(sizeBits(['2']))
    expect(await deedsOn(id)).toMatchObject([{ action: 'product.size_remove', detail: { size: '1' } }])
    expect(await removeSize(first)).toBe('gone')
  })

  test('is hidden when some are on the shelf, when it lies in a cart and when it was ordered, and can be shown again', async () => {
    const { id, first, second } = await withSizes([0, 3])
    await aCart(first.variant)
    expect([await removeSize(first), await removeSize(second)]).toEqual(['hidden', 'hidden'])
    expect(await sizesOf(id)).toEqual(['(1)', '(2)'])
    expect([await showSize(second), await showSize(second)]).toEqual(['shown', 'shown'])
    expect(await sizesOf(id)).toEqual(['(1)', '2'])
    expect((await deedsOn(id)).map(({ action }) => action)).toEqual(['product.size_hide', 'product.size_hide', 'product.size_show'])

    const { variantId } = await startOne({ stock: 1 })
    await db().variant.update({ where: { id: variantId }, data: { onHand: 0, held: 0 } })
    const { productId } = await db().variant.findUniqueOrThrow({ where: { id: variantId } })
    expect(await removeSize({ product: productId, variant: variantId, actor })).toBe('hidden')
    expect(await db().orderLine.count({ where: { variantId } })).toBe(1)
  })

  test('while somebody puts it into a cart is put into none', async () => {
    const { first } = await withSizes([3, 3])
    const cartId = newId()
    let adding: ReturnType<typeof addLine> | undefined
    await inTransaction(
      async (tx) => {
        const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`
        await tx.variant.delete({ where: { id: first.variant } })
        adding = addLine(cartId, first.variant, 1)
        // Until the cart waits for what becomes of the size.
        await until(
          () => db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE ${pid}::int = ANY (pg_blocking_pids(pid))`,
          (waiting) => waiting.length > 0,
        )
      },
      { timeout: 90_000 },
    )
    expect(await adding).toEqual({ kind: 'no_such_variant' })
    expect(await db().cartLine.count({ where: { cartId } })).toBe(0)
  })
})
