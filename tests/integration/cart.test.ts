// The commands of the cart on real Postgres.
import { describe, expect, test } from 'vitest'
import { addLine, removeLine, setLineQuantity } from '@/lib/cart/commands'
import { countItems, readCart } from '@/lib/cart/queries'
import { maxLines } from '@/lib/cart/rules'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { vatIncluded } from '@/lib/money'
import { aProduct } from '../support/shop'

const held = (variantId: number, count: number) => db().variant.update({ where: { id: variantId }, data: { held: count } })
const inCart = async (cartId: string) => (await readCart(cartId, 'is')).lines.map(({ variantId, quantity }) => ({ variantId, quantity }))

describe('adding', () => {
  test('makes the cart, and adds to what lies in it', async () => {
    const { variantId } = await aProduct({ stock: 9 })
    const cartId = newId()
    expect(await addLine(cartId, variantId, 2)).toEqual({ kind: 'done', quantity: 2 })
    expect(await addLine(cartId, variantId, 3)).toEqual({ kind: 'done', quantity: 5 })
    expect(await inCart(cartId)).toEqual([{ variantId, quantity: 5 }])
    expect(await countItems(cartId)).toBe(5)
  })

  test('never takes more than can be bought, and tells how many that is', async () => {
    const { variantId } = await aProduct({ stock: 5 })
    await held(variantId, 2)
    const cartId = newId()
    expect(await addLine(cartId, variantId, 4)).toEqual({ kind: 'too_many', available: 3, inCart: 0 })
    expect(await addLine(cartId, variantId, 2)).toEqual({ kind: 'done', quantity: 2 })
    expect(await addLine(cartId, variantId, 2)).toEqual({ kind: 'too_many', available: 3, inCart: 2 })
    expect(await inCart(cartId)).toEqual([{ variantId, quantity: 2 }])
  })

  test('takes no stock from others: only an order does', async () => {
    const { variantId } = await aProduct({ stock: 1 })
    await addLine(newId(), variantId, 1)
    expect(await addLine(newId(), variantId, 1)).toEqual({ kind: 'done', quantity: 1 })
    expect(await db().variant.findUniqueOrThrow({ where: { id: variantId } })).toMatchObject({ onHand: 1, held: 0 })
  })

  test('of what all are held for is sold out', async () => {
    const { variantId } = await aProduct({ stock: 2 })
    await held(variantId, 2)
    const cartId = newId()
    expect(await addLine(cartId, variantId, 1)).toEqual({ kind: 'sold_out' })
    expect(await inCart(cartId)).toEqual([])
  })

  test('of a product that does not exist changes nothing', async () => {
    const cartId = newId()
    expect(await addLine(cartId, 2_147_483_647, 1)).toEqual({ kind: 'no_such_variant' })
    expect(await db().cart.count({ where: { id: cartId } })).toBe(0)
  })

  test('stops at 99 of one thing, however many there are', async () => {
    const { variantId } = await aProduct({ stock: 1_000 })
    const cartId = newId()
    expect(await addLine(cartId, variantId, 99)).toEqual({ kind: 'done', quantity: 99 })
    expect(await addLine(cartId, variantId, 1)).toEqual({ kind: 'over_limit', inCart: 99 })
    expect(await countItems(cartId)).toBe(99)
  })

  test('twenty times at once adds twenty times', async () => {
    const { variantId } = await aProduct({ stock: 50 })
    const cartId = newId()
    await Promise.all(Array.from({ length: 20 }, () => addLine(cartId, variantId, 1)))
    expect(await countItems(cartId)).toBe(20)
  })

  test('at once from many tabs never goes beyond the stock', async () => {
    const { variantId } = await aProduct({ stock: 7 })
    const cartId = newId()
    const results = await Promise.all(Array.from({ length: 12 }, () => addLine(cartId, variantId, 1)))
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(7)
    expect(await countItems(cartId)).toBe(7)
  })

  test('stops when the cart holds as many different things as a cart may', async () => {
    const cartId = newId()
    const { variantId } = await aProduct()
    const { productId } = await db().variant.findUniqueOrThrow({ where: { id: variantId } })
    const others = await db().variant.createManyAndReturn({
      data: Array.from({ length: maxLines }, () => ({ productId, sku: newId(), size: 'L', position: 1, onHand: 1 })),
    })
    await db().cart.create({ data: { id: cartId, lines: { create: others.map(({ id }) => ({ variantId: id, quantity: 1 })) } } })
    expect(await addLine(cartId, variantId, 1)).toEqual({ kind: 'cart_full' })
    expect(await setLineQuantity(cartId, variantId, 1)).toEqual({ kind: 'cart_full' })
    expect(await countItems(cartId)).toBe(maxLines)
  })
})

describe('setting a quantity', () => {
  test('makes it exactly that, or leaves it as it was', async () => {
    const { variantId } = await aProduct({ stock: 4 })
    const cartId = newId()
    await addLine(cartId, variantId, 1)
    expect(await setLineQuantity(cartId, variantId, 4)).toEqual({ kind: 'done', quantity: 4 })
    expect(await setLineQuantity(cartId, variantId, 5)).toEqual({ kind: 'too_many', available: 4, inCart: 4 })
    expect(await inCart(cartId)).toEqual([{ variantId, quantity: 4 }])
  })

  test('downwards to what is left works after others bought the rest', async () => {
    const { variantId } = await aProduct({ stock: 4 })
    const cartId = newId()
    await addLine(cartId, variantId, 4)
    await held(variantId, 3)
    expect((await readCart(cartId, 'is')).lines[0]).toMatchObject({ quantity: 4, available: 1, state: 'fewer_left' })
    expect(await setLineQuantity(cartId, variantId, 1)).toEqual({ kind: 'done', quantity: 1 })
    await held(variantId, 4)
    expect((await readCart(cartId, 'is')).lines[0]).toMatchObject({ available: 0, state: 'sold_out' })
  })
})

describe('taking out', () => {
  test('takes out one thing and leaves the rest', async () => {
    const [one, two] = [await aProduct(), await aProduct()]
    const cartId = newId()
    await addLine(cartId, one.variantId, 1)
    await addLine(cartId, two.variantId, 2)
    await removeLine(cartId, one.variantId)
    expect(await inCart(cartId)).toEqual([{ variantId: two.variantId, quantity: 2 }])
  })

  test('of what is not there, or from a cart that is none, is done already', async () => {
    await removeLine(newId(), 1)
    await removeLine(newId(), 2_147_483_647)
  })
})

describe('reading', () => {
  test('shows the price of today and the name in the reader’s language', async () => {
    const { variantId } = await aProduct({ price: 10_000 })
    const cartId = newId()
    await addLine(cartId, variantId, 2)
    await db().product.updateMany({ where: { variants: { some: { id: variantId } } }, data: { price: 12_400 } })
    expect(await readCart(cartId, 'en')).toMatchObject({
      count: 2,
      total: 24_800,
      vat: 4_800,
      lines: [{ name: 'Test sweater', unitPrice: 12_400, lineTotal: 24_800 }],
    })
    expect((await readCart(cartId, 'is')).lines[0]?.name).toBe('Prófpeysa')
  })

  test('sums up what can be bought, and only that: what is gone or too many is in the cart but not in its sums', async () => {
    const of = (price: number) => aProduct({ price })
    const [there, fewer, gone, hidden] = await Promise.all([of(2_000), of(3_000), of(5_000), of(7_000)])
    const cartId = newId()
    for (const { variantId } of [there, fewer, gone, hidden]) await addLine(cartId, variantId, 4)
    await held(fewer.variantId, 9)
    await held(gone.variantId, 10)
    await db().variant.update({ where: { id: hidden.variantId }, data: { hidden: true } })
    const cart = await readCart(cartId, 'is')
    expect(cart).toMatchObject({ count: 16, buyable: 5, total: 11_000, vat: vatIncluded(8_000, 24) + vatIncluded(3_000, 24) })
    const buyable = new Map(cart.lines.map((line) => [line.variantId, [line.state, line.buyable, line.lineTotal]]))
    expect(buyable.get(there.variantId)).toEqual(['ok', 4, 8_000])
    expect(buyable.get(fewer.variantId)).toEqual(['fewer_left', 1, 12_000])
    expect(buyable.get(gone.variantId)).toEqual(['sold_out', 0, 20_000])
    expect(buyable.get(hidden.variantId)).toEqual(['not_sold', 0, 28_000])
    expect(await countItems(cartId)).toBe(16)
  })

  test('of no cart is an empty one', async () => {
    expect(await readCart(null, 'is')).toEqual({ lines: [], count: 0, buyable: 0, total: 0, vat: 0 })
    expect(await countItems(newId())).toBe(0)
  })
})
