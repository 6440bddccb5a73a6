// What search engines are told: the sitemap and its parts, robots.txt, and each page's own address in both languages.
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { partNames, perPart, readPart } from '@/lib/sitemap/parts'
import { aShelfProduct, aWord } from '../support/products'

const shop = process.env.TEST_BASE_URL ?? ''
const read = async (path: string) => {
  const answer = await fetch(path.startsWith('http') ? path : shop + path)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? '')
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const locs = (text: string) => all(text, /<loc>([^<]+)<\/loc>/g)

test('robots.txt names the sitemap, and keeps engines out of what is personal', async () => {
  const { status, text } = await read('/robots.txt')
  expect(status).toBe(200)
  expect(text).toContain(`Sitemap: ${shop}/sitemap.xml`)
  for (const path of ['/admin', '/sandbox', '/api/', '/is/checkout', '/en/orders', '/is/account', '/en/find-order'])
    expect(text).toContain(`Disallow: ${path}`)
})

test('every part the sitemap names is there, and together they hold every page in both languages', async () => {
  const { id, slug } = await aShelfProduct({ stock: [] })
  const index = await read('/sitemap.xml')
  expect(index).toMatchObject({ status: 200, type: 'application/xml; charset=utf-8' })
  const addresses: string[] = []
  for (const part of locs(index.text)) {
    const { status, text } = await read(part)
    expect(status, part).toBe(200)
    expect(text, part).toMatch(/^<\?xml [^]*<\/urlset>\n$/)
    expect(locs(text).length, part).toBeLessThanOrEqual(50_000)
    addresses.push(...locs(text))
  }
  for (const path of ['/is', '/en', '/is/about', '/is/c/lopapeysur', '/en/c/lopapeysur', `/is/p/${slug}`, `/en/p/${slug}`]) {
    expect(addresses).toContain(shop + path)
  }
  expect(new Set(addresses).size).toBe(addresses.length)
  await db().product.delete({ where: { id } })
})

test('each address names its twin in the other language', async () => {
  const { text } = await read('/sitemap/pages.xml')
  const [entry] = /<url><loc>[^<]*\/is\/about<\/loc>.*?<\/url>/.exec(text) ?? []
  for (const [language, path] of [
    ['is', '/is/about'],
    ['en', '/en/about'],
    ['x-default', '/en/about'],
  ]) {
    expect(entry).toContain(`hreflang="${language}" href="${shop}${path}"`)
  }
})

test('a part that is none is not found', async () => {
  for (const part of ['products-0.xml', 'products-999999999.xml', 'products-01.xml', 'x', 'products-1', '%00']) {
    expect((await read(`/sitemap/${part}`)).status, part).toBe(404)
  }
})

test('a product far away in the numbers lies in a part of its own', async () => {
  const near = await aShelfProduct({ stock: [] })
  const { id, slug } = await db().product.update({ where: { id: near.id }, data: { id: 3 * perPart } })
  const before = await readPart('products-2.xml', 'https://a.example')
  const own = await readPart('products-3.xml', 'https://a.example')
  if (!before || !own) throw new Error(`the parts are ${(await partNames()).join(', ')}`)
  expect(locs(await whole(before))).toEqual([])
  expect(locs(await whole(own))).toEqual([`https://a.example/is/p/${slug}`, `https://a.example/en/p/${slug}`])
  await db().product.delete({ where: { id } })
})

test.each(['', '/about', '/c/lopapeysur', '/c/lopapeysur?sort=price-up'])(
  'the page %s names its one address, in both languages',
  async (path) => {
    const { text } = await read(`/is${path}`)
    const [plain] = path.split('?')
    // A page made at build names the address that was configured then; only what follows it is looked at.
    const paths = (pattern: RegExp) => all(text, pattern).map((href) => href.replace(/^https?:\/\/[^/]+/, ''))
    expect(paths(/<link rel="canonical" href="([^"]+)"/g)).toEqual([`/is${plain}`])
    expect(paths(/<link rel="alternate" hrefLang="en" href="([^"]+)"/gi)).toEqual([`/en${plain}`])
  },
)

test('no name of a product can end the facts written for engines', async () => {
  const word = aWord()
  const name = `Húfa</script><script>alert("${word}")</script>`
  const { id, slug } = await aShelfProduct({ name, stock: [] })
  const { text } = await read(`/is/p/${slug}`)
  const [facts] = all(text, /<script type="application\/ld\+json">(.*?)<\/script>/g)
  expect(JSON.parse(facts ?? '')).toMatchObject({ '@type': 'Product', name, offers: { priceCurrency: 'ISK' } })
  expect(text).not.toContain(`<script>alert("${word}")`)
  await db().product.delete({ where: { id } })
})
