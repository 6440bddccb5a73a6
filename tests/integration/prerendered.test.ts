// The catalogue's pages as servers answer them: made once, kept until what they show changes, whoever changes it.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { checkout } from '@/lib/payments/start'
import { ownServer, type OwnServer } from '../support/own-server'
import { aCart, aForm, paymentOf, until } from '../support/shop'

const shop = process.env.TEST_BASE_URL ?? ''

// Each change is waited for, one after the other.
vi.setConfig({ testTimeout: 180_000 })

let other: OwnServer
beforeAll(async () => {
  // Keeps nothing on disk: as on another machine, it finds no page that the first has made.
  other = await ownServer({ PAGE_CACHE_MB: '0' })
}, 180_000)
afterAll(() => other.stop())

/** A product in a category of its own, so that nothing another test does is noted for its pages. */
async function aShelf({ stock = 10 } = {}) {
  const tag = newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  const { drawing } = await db().product.findFirstOrThrow({ where: { drawing: { not: 'x' } } })
  const common = { descriptionIs: 'Lýsing', descriptionEn: 'Words' }
  const category = await db().category.create({ data: { slug: `c-${tag}`, nameIs: 'Hilla', nameEn: 'Shelf', position: 98, ...common } })
  const product = await db().product.create({
    data: {
      slug: `p-${tag}`,
      categoryId: category.id,
      nameIs: `Húfa ${tag}`,
      nameEn: `Hat ${tag}`,
      ...common,
      price: 7_111,
      vatRate: 24,
      drawing,
      garment: 'hat',
      colour: 'grey',
      weight: 90,
      searchText: tag,
      variants: { create: [{ sku: tag, size: 'M', position: 0, onHand: stock }] },
    },
    include: { variants: true },
  })
  return { product, category, variantId: product.variants[0]?.id ?? 0, page: `/is/p/${product.slug}`, list: `/is/c/${category.slug}` }
}

async function view(path: string, origin = shop) {
  const answer = await fetch(`${origin}${path}`)
  return {
    status: answer.status,
    kept: answer.headers.get('x-nextjs-cache'),
    caching: answer.headers.get('cache-control'),
    html: await answer.text(),
  }
}

/** Looks until the page shows the words; a page that was kept must come to show them by itself. */
const viewWith = (path: string, words: string, origin = shop) =>
  until(() => view(path, origin).then(({ html }) => html.includes(words)), Boolean)

/**
 * Looks until the page is answered from what was kept. Mostly that is the second view; while some transaction is open
 * that is older than the page's own rows, a page is made anew to be sure.
 */
const viewKept = (path: string, origin = shop) =>
  until(
    () => view(path, origin),
    ({ kept }) => kept === 'HIT',
  )

test.each(['page', 'list'] as const)('a %s is made at its first view, and kept', async (which) => {
  const shelf = await aShelf()
  expect(await view(shelf[which])).toMatchObject({ status: 200, kept: 'MISS' })
  const second = await viewKept(shelf[which])
  expect(second.status).toBe(200)
  expect(second.html).toContain(shelf.product.nameIs)
  // Whoever keeps a copy must ask; and a page with no-store could not be gone back to in an instant.
  expect(second.caching).toBe('public, max-age=0, must-revalidate')
})

test('a page of text, too, is asked for anew by whoever keeps a copy of it', async () => {
  const { html } = await view('/sitemap/pages.xml')
  const pages = [...html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
  // Categories come and go with other tests.
  const ofText = pages.filter((page) => !page.includes('/c/'))
  expect(ofText).toEqual(expect.arrayContaining(['/is', '/en', '/en/about', '/is/delivery']))
  for (const page of ofText) expect([page, (await view(page)).caching]).toEqual([page, 'public, max-age=0, must-revalidate'])
})

test('the home page is kept as well', async () => {
  expect(
    await until(
      () => view('/en').then(({ kept }) => kept),
      (kept) => kept === 'HIT',
    ),
  ).toBe('HIT')
})

test('a changed price is seen on the page and in the list, by every instance', async () => {
  const { product, page, list } = await aShelf()
  for (const origin of [shop, other.origin]) for (const path of [page, list]) expect((await view(path, origin)).html).toContain('7.111')
  await db().product.update({ where: { id: product.id }, data: { price: 8_222 } })
  for (const origin of [shop, other.origin]) for (const path of [page, list]) await viewWith(path, '8.222', origin)
})

test('what is shown of the stock follows a purchase', async () => {
  const { page, list, variantId } = await aShelf({ stock: 2 })
  await viewWith(page, 'Aðeins 2 eftir')
  await view(list)
  const buy = async () => paymentOf(await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm() }))
  await buy()
  await viewWith(page, 'Aðeins 1 eftir')
  await buy()
  await viewWith(page, 'Uppselt í öllum stærðum')
  await viewWith(list, 'Uppselt')
})

test('a purchase that changes nothing a shopper sees leaves the page as it is', async () => {
  const { page, variantId } = await aShelf({ stock: 50 })
  await view(page)
  const { _max: before } = await db().pageChange.aggregate({ _max: { id: true } })
  paymentOf(await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm() }))
  const { product_id } = await db().$queryRaw<[{ product_id: number }]>`SELECT product_id FROM variant WHERE id = ${variantId}`.then(
    ([row]) => row,
  )
  expect(await db().pageChange.count({ where: { tag: `product:${product_id}`, id: { gt: before.id ?? 0n } } })).toBe(0)
})

test('a new name of a category is seen on its page and on those of its products', async () => {
  const { category, page, list } = await aShelf()
  await Promise.all([view(page), view(list)])
  const name = `Ný hilla ${newId()}`
  await db().category.update({ where: { id: category.id }, data: { nameIs: name } })
  await viewWith(page, name)
  await viewWith(list, name)
})

test('a product that is added is seen in its list, and beside the others', async () => {
  const { category, product, page, list } = await aShelf()
  await Promise.all([view(page), view(list)])
  const nameIs = `Nýjung ${newId()}`
  const { id: _, ...same } = await db().product.findUniqueOrThrow({ where: { id: product.id } })
  await db().product.create({ data: { ...same, slug: `${same.slug}-2`, nameIs, categoryId: category.id } })
  await viewWith(list, nameIs)
  await viewWith(page, nameIs)
})

test('what is missing is not found, and no longer missing once it is there', async () => {
  const slug = `p-late-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`
  expect(await view(`/is/p/${slug}`)).toMatchObject({ status: 404, kept: 'MISS' })
  expect(await view(`/is/p/${slug}`)).toMatchObject({ status: 404, kept: 'MISS' })
  expect(await view('/is/c/no-such-shelf')).toMatchObject({ status: 404 })
  const { product } = await aShelf()
  await db().product.update({ where: { id: product.id }, data: { slug } })
  expect(await view(`/is/p/${slug}`)).toMatchObject({ status: 200 })
})

test('a product that is taken away is not found', async () => {
  const { product, page } = await aShelf()
  await view(page)
  await db().variant.deleteMany({ where: { productId: product.id } })
  await db().product.delete({ where: { id: product.id } })
  expect(
    await until(
      () => view(page).then(({ status }) => status),
      (status) => status === 404,
    ),
  ).toBe(404)
})

test('a list that is sorted is made when it is asked for, and its inner address is nobody’s', async () => {
  const { list, product } = await aShelf()
  const sorted = await view(`${list}?sort=price-up`)
  expect(sorted).toMatchObject({ status: 200, kept: null })
  expect(sorted.html).toContain(product.nameIs)
  expect(sorted.html).toMatch(/<a[^>]*aria-current="true"[^>]*sort=price-up|<a[^>]*sort=price-up[^>]*aria-current="true"/)
  const inner = await fetch(`${shop}${list}/list`, { redirect: 'manual' })
  expect([inner.status, inner.headers.get('location')]).toEqual([307, list])
})

test('a restart forgets nothing: pages are still kept, and what changed meanwhile is seen', async () => {
  const [stays, changes] = [await aShelf(), await aShelf()]
  const first = await ownServer()
  for (const { page } of [stays, changes]) await viewKept(page, first.origin)
  await first.stop()
  await db().product.update({ where: { id: changes.product.id }, data: { price: 9_333 } })
  const second = await ownServer()
  try {
    expect(await view(stays.page, second.origin)).toMatchObject({ kept: 'HIT' })
    const changed = await view(changes.page, second.origin)
    expect(changed.kept).toBe('MISS')
    expect(changed.html).toContain('9.333')
  } finally {
    await second.stop()
  }
}, 180_000)
