// The picture other sites show of a product somebody shares.
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { findProduct } from '@/lib/catalogue/queries'
import type { Drawing } from '@/lib/drawing/spec'
import { decode } from '@/lib/drawing/spec'
import { newId } from '@/lib/ids'
import { shareSrc } from '@/lib/share-picture/address'
import { drawSharePicture } from '@/lib/share-picture/draw'
import { until } from '../support/shop'

const shop = process.env.TEST_BASE_URL ?? ''

vi.setConfig({ testTimeout: 180_000 })

const metaOf = (html: string, property: string) => new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1]

/** Width and height, if it is a PNG. */
const pngSize = (bytes: Buffer) =>
  bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' && bytes.subarray(12, 16).toString() === 'IHDR'
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : null

async function aProduct() {
  const slug = `p-shared-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`
  const { id: _, ...like } = await db().product.findFirstOrThrow({ where: { slug: 'hrafntinna' } })
  // Under words of its own, so that nobody else's search finds it.
  return db().product.create({ data: { ...like, slug, nameIs: 'Deild peysa', nameEn: 'A shared sweater', searchText: slug } })
}

async function addressOf(slug: string): Promise<string> {
  const product = await findProduct(slug, 'is')
  if (!product) throw new Error(`there is no ${slug}`)
  return shareSrc(product, 'is')
}

test.each(['is', 'en'])('a product’s page in %s names a PNG of 1200 by 630 that may be kept for ever', async (locale) => {
  const html = await (await fetch(`${shop}/${locale}/p/hrafntinna`)).text()
  const address = metaOf(html, 'og:image') ?? ''
  expect(address).toMatch(new RegExp(`^${shop}/drawing/share/${locale}/hrafntinna/[0-9a-f]{12}\\.png$`))
  expect([metaOf(html, 'og:image:width'), metaOf(html, 'og:image:height')]).toEqual(['1200', '630'])
  expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(pngSize(Buffer.from(await answer.arrayBuffer()))).toEqual([1200, 630])
})

test('another name is another picture at another address, and a page comes to name that one', async () => {
  const { id, slug } = await aProduct()
  const before = await addressOf(slug)
  expect(await (await fetch(`${shop}/is/p/${slug}`)).text()).toContain(before)
  await db().product.update({ where: { id }, data: { nameIs: 'Önnur peysa' } })
  const after = await addressOf(slug)
  expect(after).not.toBe(before)
  expect((await fetch(shop + before)).status).toBe(404)
  await until(
    () => fetch(`${shop}/is/p/${slug}`).then((page) => page.text()),
    (html) => html.includes(after),
  )
  await db().product.delete({ where: { id } })
})

test('another price is the same picture', async () => {
  const { id, slug } = await aProduct()
  const before = await addressOf(slug)
  await db().product.update({ where: { id }, data: { price: 1_234 } })
  expect(await addressOf(slug)).toBe(before)
  await db().product.delete({ where: { id } })
})

test('nothing is drawn that no product’s page names', async () => {
  const address = await addressOf('hrafntinna')
  for (const wrong of [
    address.replace('/is/', '/en/'),
    address.replace('/is/', '/fr/'),
    address.replace('hrafntinna', 'no-such-thing'),
    address.replace('hrafntinna', '%00'),
    address.replace('.png', '.svg'),
    address.replace(/[0-9a-f]{12}/, '000000000000'),
  ])
    expect((await fetch(shop + wrong)).status, wrong).toBe(404)
})

test('when too many are asked for at once, the last is told so and the others are drawn', async () => {
  const product = await db().product.findFirstOrThrow({ where: { slug: 'hrafntinna' } })
  const content = { name: 'Peysa', shelf: 'Peysur', shop: 'Búð', drawing: decode(product.drawing) as Drawing }
  const asked = await Promise.all(Array.from({ length: 5 }, () => drawSharePicture(content)))
  expect(asked.map((png) => png && pngSize(Buffer.from(png)))).toEqual([...Array.from({ length: 4 }, () => [1200, 630]), null])
  expect(await drawSharePicture(content)).not.toBeNull()
})
