// Goods the merchant hides: nowhere in the web shop and not to be bought there, and back as if nothing had been.
import { describe, expect, test, vi } from 'vitest'
import { addLine } from '@/lib/cart/commands'
import { readCart } from '@/lib/cart/queries'
import { noFilters } from '@/lib/catalogue/filters'
import { hideProduct } from '@/lib/catalogue/merchant/hide'
import { listProducts } from '@/lib/catalogue/merchant/list'
import { findProduct, listCategory, listRelated, listShelves } from '@/lib/catalogue/queries'
import { searchProducts } from '@/lib/catalogue/search'
import { sizeBits } from '@/lib/catalogue/size-bit'
import { suggest } from '@/lib/catalogue/suggest'
import { searchForTill } from '@/lib/catalogue/till-search'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { checkout } from '@/lib/payments/start'
import { readPart } from '@/lib/sitemap/parts'
import { aCart, aForm, aProduct, paymentOf, readPayment, until } from '../support/shop'
import { aBrowser } from '../support/staff'
import { sold } from '../support/till'
import { aShelfProduct, aWord, deedsOn, productNow } from '../support/products'

vi.setConfig({ testTimeout: 180_000 })

const actor = `user:${newId()}`

/** Two products on a shelf of their own, both of a name nobody else's have. */
async function aShelf() {
  const word = aWord()
  const { id: categoryId, slug } = await db().category.create({
    data: { slug: `c-${word}`, nameIs: word, nameEn: word, descriptionIs: '', descriptionEn: '', position: 98 },
  })
  const [one, other] = [await aShelfProduct({ name: word }), await aShelfProduct({ name: word })]
  await db().product.updateMany({ where: { id: { in: [one.id, other.id] } }, data: { categoryId } })
  return { word, slug, one, other }
}

const ids = (items: readonly { id: number }[]) => items.map(({ id }) => id)
const hide = (id: number, hidden = true) => hideProduct({ id, actor, hidden })

describe('a hidden product', () => {
  test('is in no list, filtered or not and in whatever order, and comes back to where it was', async () => {
    const { slug, one, other } = await aShelf()
    const lists = async () => {
      const seen = []
      for (const sort of ['popular', 'newest', 'price-up', 'price-down'] as const)
        for (const filters of [noFilters, { ...noFilters, garment: ['sweater'] as const }, { ...noFilters, size: ['1'], inStock: true }])
          seen.push(ids((await listCategory(slug, { sort, filters }, null, 'is')).items).toSorted((a, b) => a - b))
      return new Set(seen.map(String))
    }
    expect(await lists()).toEqual(new Set([String([one.id, other.id])]))
    expect(await hide(one.id)).toBe('hidden')
    expect(await lists()).toEqual(new Set([String([other.id])]))
    const shelf = (await listShelves(4, 'is')).find(({ category }) => category.slug === slug)
    expect(ids(shelf?.products ?? [])).toEqual([other.id])
    expect(await hide(one.id, false)).toBe('shown')
    expect(await lists()).toEqual(new Set([String([one.id, other.id])]))
  })

  test('is found by no search, suggested to nobody, related to nothing and in no sitemap', async () => {
    const { word, one, other } = await aShelf()
    const product = await findProduct(other.slug, 'is')
    if (!product) throw new Error('not there')
    const sitemap = async () => {
      let text = ''
      for await (const piece of (await readPart(`products-${Math.ceil(one.id / 25_000)}.xml`, 'https://shop.example')) ?? []) text += piece
      return text
    }
    expect(ids(await listRelated(product, 4, 'is'))).toEqual([one.id])
    expect(await sitemap()).toContain(`/p/${one.slug}<`)
    await hide(one.id)
    expect(ids((await searchProducts(word, null, 'is')).items)).toEqual([other.id])
    expect((await suggest(word, 'is')).map(({ href }) => href)).toEqual([`/is/c/c-${word}`, `/is/p/${other.slug}`])
    expect(await listRelated(product, 4, 'is')).toEqual([])
    expect(await sitemap()).not.toContain(`/p/${one.slug}<`)
    expect(await findProduct(one.slug, 'is')).toBeNull()
  })

  test('has no page, though it was kept, and leaves the kept list; shown again it has both', async () => {
    const { slug, one } = await aShelf()
    const page = (path: string) => aBrowser().ask(path)
    const statusOf = async () => (await page(`/is/p/${one.slug}`)).status
    const listed = async () => (await (await page(`/is/c/${slug}`)).text()).includes(`/is/p/${one.slug}"`)
    expect([await statusOf(), await listed()]).toEqual([200, true])
    await hide(one.id)
    await until(statusOf, (status) => status === 404)
    await until(listed, (there) => !there)
    await hide(one.id, false)
    await until(statusOf, (status) => status === 200)
    await until(listed, (there) => there)
  })

  test('is found by those who work here, and sold at the till', async () => {
    const { word, one, other } = await aShelf()
    await hide(one.id)
    const found = await listProducts({ search: word, category: null, low: false, position: null }, 'is')
    expect(found?.items.map(({ id, hidden }) => ({ id, hidden }))).toEqual([
      { id: other.id, hidden: false },
      { id: one.id, hidden: true },
    ])
    const shelf = await listProducts({ search: '', category: `c-${word}`, low: false, position: null }, 'is')
    expect(ids(shelf?.items ?? [])).toEqual([other.id, one.id])
    const variantId = one.variants[0]?.id ?? 0
    expect((await searchForTill(word, 'is')).like.map((item) => item.variantId)).toContain(variantId)
    const { order } = await readPayment(await sold('8223281', { items: [{ variantId, quantity: 1 }] }))
    expect(order).toMatchObject({ channel: 'pos', total: 12_400 })
  })

  test('gives the product another version and one deed, however often it is said', async () => {
    const { id } = await aShelfProduct()
    for (const hidden of [true, true, false, false]) await hide(id, hidden)
    expect(await productNow(id)).toMatchObject({ hidden: false, version: 2 })
    expect((await deedsOn(id)).map(({ action }) => action)).toEqual(['product.hide', 'product.show'])
    expect(await hide(2_147_483_647)).toBe('gone')
  })
})

describe('in a cart', () => {
  const linesOf = async (cartId: string) => (await readCart(cartId, 'is')).lines.map(({ state, available }) => ({ state, available }))
  const hideIt = {
    product: (variantId: number, hidden: boolean) =>
      db().product.updateMany({ where: { variants: { some: { id: variantId } } }, data: { hidden } }),
    size: (variantId: number, hidden: boolean) => db().variant.update({ where: { id: variantId }, data: { hidden } }),
  }

  test.each(['product', 'size'] as const)('a hidden %s can be neither put in nor bought, and the cart says why', async (what) => {
    const { variantId } = await aProduct({ stock: 5 })
    const cartId = await aCart(variantId, 2)
    await hideIt[what](variantId, true)
    expect(await linesOf(cartId)).toEqual([{ state: 'not_sold', available: 0 }])
    expect(await addLine(cartId, variantId, 1)).toEqual({ kind: 'no_such_variant' })
    const browser = aBrowser()
    browser.cookies.set('cart', cartId)
    expect(await (await browser.ask('/is/cart')).text()).toContain('Þetta er ekki lengur selt í vefversluninni.')
    expect(await (await browser.ask('/en/checkout')).text()).toContain('Test sweater, size M: no longer sold.')
    const order = { cartId, locale: 'is' as const, form: aForm() }
    expect(await checkout(order)).toEqual({ kind: 'out_of_stock', lines: [{ variantId, name: 'Prófpeysa', size: 'M', available: 0 }] })
    expect(await db().variant.findUniqueOrThrow({ where: { id: variantId } })).toMatchObject({ onHand: 5, held: 0 })
    await hideIt[what](variantId, false)
    expect(await linesOf(cartId)).toEqual([{ state: 'ok', available: 5 }])
    expect((await readPayment(paymentOf(await checkout(order)))).order.total).toBe(24_800)
  })
})

test('a hidden size is none of the product’s: not on its page, in no filter, not what makes it sold out or low', async () => {
  const { id, slug, variants } = await aShelfProduct({ stock: [0, 9] })
  const [first, second] = variants
  const bits = async () => db().product.findUniqueOrThrow({ where: { id }, select: { sizes: true, inStock: true, lowStock: true } })
  await db().variant.update({ where: { id: first?.id }, data: { hidden: true } })
  expect((await findProduct(slug, 'is'))?.sizes.map(({ size }) => size)).toEqual(['2'])
  expect(await bits()).toEqual({ sizes: sizeBits(['2']), inStock: sizeBits(['2']), lowStock: false })
  await db().variant.update({ where: { id: second?.id }, data: { hidden: true } })
  expect(await bits()).toEqual({ sizes: 0n, inStock: 0n, lowStock: false })
  await db().variant.updateMany({ where: { productId: id }, data: { hidden: false } })
  expect(await bits()).toEqual({ sizes: sizeBits(['1', '2']), inStock: sizeBits(['2']), lowStock: true })
})
