// What answers before Next: finished pages sent again, and the build's files, as browsers and others ask for them.
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { typeface } from '@/lib/typeface'
import { root } from '@/scripts/lib/root.mjs'
import { ownServer, type OwnServer } from '../support/own-server'
import { until } from '../support/shop'

const shop = process.env.TEST_BASE_URL ?? ''
vi.setConfig({ testTimeout: 180_000 })

let other: OwnServer
beforeAll(async () => {
  other = await ownServer({ PAGE_CACHE_MB: '0' })
}, 180_000)
afterAll(async () => {
  await other.stop()
  // The front page shows every category there is, and has a budget.
  const ours = { category: { slug: { startsWith: 'f-' } } }
  await db().variant.deleteMany({ where: { product: ours } })
  await db().product.deleteMany({ where: ours })
  await db().category.deleteMany({ where: ours.category })
})

/** Of a product of the seed: other tests make some whose drawing is none. */
const aDrawing = async () => (await db().product.findUniqueOrThrow({ where: { slug: 'hrafntinna' } })).drawing

/** Two hats of different colours, alone in their category. */
async function aShelf() {
  const tag = newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  const words = { descriptionIs: 'Lýsing', descriptionEn: 'Words' }
  const category = await db().category.create({ data: { slug: `f-${tag}`, nameIs: 'Hilla', nameEn: 'Shelf', position: 98, ...words } })
  const drawing = await aDrawing()
  const [moss, birch] = await Promise.all(
    (['moss', 'birch'] as const).map((colour) =>
      db().product.create({
        data: {
          slug: `f-${colour}-${tag}`,
          categoryId: category.id,
          nameIs: `Húfa ${colour} ${tag}`,
          nameEn: `Hat ${colour} ${tag}`,
          ...words,
          price: 7_111,
          vatRate: 24,
          drawing,
          garment: 'hat',
          colour,
          weight: 90,
          searchText: tag,
          variants: { create: [{ sku: `${colour}-${tag}`, size: 'M', position: 0, onHand: 5 }] },
        },
      }),
    ),
  )
  if (!moss || !birch) throw new Error('no shelf')
  return { moss, birch, list: `/is/c/${category.slug}`, page: `/is/p/${moss.slug}` }
}

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** As it comes over the wire: fetch would unpack it, and ask for it packed by itself. */
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }))
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })

const isKept = ({ headers }: Answer) => headers['x-nextjs-cache'] === 'HIT'
const askKept = (url: string, headers?: Record<string, string>) => until(() => ask(url, headers), isKept)

test.each(['?colour=moss', '?sort=price-up&stock=1', '?after=x'])('a list made for %s is sent again as it was', async (query) => {
  const { list } = await aShelf()
  const first = await ask(`${shop}${list}${query}`)
  const again = await askKept(`${shop}${list}${query}`)
  expect([again.status, again.body.equals(first.body)]).toEqual([200, true])
  expect(again.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('a kept list that is filtered follows what changes, at every instance', async () => {
  const { moss, birch, list } = await aShelf()
  const filtered = `${list}?colour=moss`
  for (const origin of [shop, other.origin]) {
    const kept = String((await askKept(`${origin}${filtered}`)).body)
    expect([kept.includes(moss.nameIs), kept.includes(birch.nameIs)]).toEqual([true, false])
  }
  await db().product.update({ where: { id: birch.id }, data: { colour: 'moss' } })
  for (const origin of [shop, other.origin]) {
    await until(
      () => ask(`${origin}${filtered}`),
      ({ body }) => String(body).includes(birch.nameIs),
    )
  }
})

test('two choices are two answers, kept apart', async () => {
  const { moss, birch, list } = await aShelf()
  for (const [query, there, notThere] of [
    ['colour=moss', moss, birch],
    ['colour=birch', birch, moss],
  ] as const) {
    const kept = String((await askKept(`${shop}${list}?${query}`)).body)
    expect([kept.includes(there.nameIs), kept.includes(notThere.nameIs)]).toEqual([true, false])
  }
})

test('nothing of who asks first is in what others get', async () => {
  const { page } = await aShelf()
  const mark = `m${Date.now()}x`
  const asked = {
    cookie: `lang=${mark}; __prerender_bypass=${mark}; next-auth.session-token=${mark}`,
    'accept-language': `en-${mark}`,
    'user-agent': mark,
    'x-forwarded-host': `${mark}.example`,
    'x-forwarded-proto': 'gopher',
    'x-middleware-rewrite': `/${mark}`,
    'x-prerender-revalidate': mark,
    referer: `https://${mark}.example/`,
  }
  const first = await ask(`${shop}${page}`, asked)
  expect(first.status).toBe(200)
  for (const { body, headers } of [first, await askKept(`${shop}${page}`)]) {
    expect(String(body)).not.toContain(mark)
    expect(JSON.stringify(headers)).not.toContain(mark)
    expect(headers['set-cookie']).toBeUndefined()
  }
})

test('what Next asks for to change pages in the tab is never taken for the page, nor the page for it', async () => {
  const { page } = await aShelf()
  await askKept(`${shop}${page}`)
  const data = await ask(`${shop}${page}?_rsc`, { rsc: '1' })
  expect(data.headers['content-type']).toBe('text/x-component')
  expect((await askKept(`${shop}${page}`)).headers['content-type']).toMatch(/^text\/html/)
})

test('a page comes packed as the asking browser can read it', async () => {
  const url = `${shop}${(await aShelf()).page}`
  const plain = await askKept(url)
  expect(plain.headers['content-encoding']).toBeUndefined()
  const [br, gzip] = [
    await askKept(url, { 'accept-encoding': 'gzip, deflate, br, zstd' }),
    await askKept(url, { 'accept-encoding': 'gzip' }),
  ]
  expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
  expect([brotliDecompressSync(br.body).equals(plain.body), gunzipSync(gzip.body).equals(plain.body)]).toEqual([true, true])
  const refused = await askKept(url, { 'accept-encoding': 'br;q=0, gzip;q=0' })
  expect([refused.headers['content-encoding'], refused.body.equals(plain.body)]).toEqual([undefined, true])
  for (const { headers } of [plain, br, gzip]) expect(headers.vary).toMatch(/accept-encoding/i)
})

test('a page that is asked for often comes smaller, and is the same page', async () => {
  const { page, list } = await aShelf()
  for (const path of [page, `${list}?colour=moss`, `/drawing/${await aDrawing()}.svg`]) {
    const url = shop + path
    const plain = await askKept(url)
    // Unless it is told otherwise, brotli takes the time it needs.
    const least = brotliCompressSync(plain.body).length
    const small = await until(
      () => ask(url, { 'accept-encoding': 'br' }),
      ({ body }) => body.length <= least,
    )
    expect(brotliDecompressSync(small.body).equals(plain.body), path).toBe(true)
    expect([small.headers.etag, small.headers['content-length']]).toEqual([plain.headers.etag, String(small.body.length)])
  }
})

test('who has the page already is told so, and who asks for its head gets no more', async () => {
  const url = `${shop}${(await aShelf()).page}`
  const kept = await askKept(url, { 'accept-encoding': 'br' })
  const etag = String(kept.headers.etag)
  for (const known of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
    const answer = await ask(url, { 'if-none-match': known, 'accept-encoding': 'gzip' })
    expect([answer.status, answer.body.length, answer.headers['cache-control']]).toEqual([304, 0, 'public, max-age=0, must-revalidate'])
  }
  expect((await ask(url, { 'if-none-match': '"other"' })).status).toBe(200)
  const head = await ask(url, { 'accept-encoding': 'br' }, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(kept.body.length)])
})

test('every answer carries what guards the page', async () => {
  const url = `${shop}${(await aShelf()).list}?colour=moss`
  const guards = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy']
  const first = await ask(url)
  const again = await askKept(url)
  for (const guard of guards) expect([guard, again.headers[guard]]).toEqual([guard, first.headers[guard]])
  expect(again.headers['x-frame-options']).toBe('DENY')
})

test('who comes from a page gets an opener policy, and who comes from none is spared it, whoever asked first', async () => {
  const policy = 'cross-origin-opener-policy'
  const { page, list } = await aShelf()
  for (const [url, firstSite] of [
    [`${shop}${page}`, 'none'],
    [`${shop}${list}?colour=moss`, 'cross-site'],
  ] as const) {
    await ask(url, { 'sec-fetch-site': firstSite })
    const { headers } = await askKept(url, { 'sec-fetch-site': 'none' })
    expect(headers[policy]).toBeUndefined()
    expect(headers.vary).toMatch(/\bsec-fetch-site\b/i)
    for (const site of ['cross-site', 'same-site', 'same-origin'])
      expect((await ask(url, { 'sec-fetch-site': site })).headers[policy]).toBe('same-origin')
    expect((await ask(url)).headers[policy]).toBe('same-origin')
    const again = await ask(url, { 'sec-fetch-site': 'cross-site', 'if-none-match': String(headers.etag) })
    expect([again.status, again.headers[policy]]).toEqual([304, 'same-origin'])
  }
  const cart = await ask(`${shop}/is/cart`, { 'sec-fetch-site': 'none' })
  expect(cart.headers[policy]).toBe('same-origin')
  const picture = await ask(`${shop}/drawing/${await aDrawing()}.svg`, { 'sec-fetch-site': 'none' })
  expect([picture.headers[policy], picture.headers.vary]).toEqual(['same-origin', expect.not.stringMatching(/sec-fetch-site/i)])
})

test('many who come at once to a list get one answer', async () => {
  const url = `${shop}${(await aShelf()).list}?colour=moss`
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(url)))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString('base64')}`)).size).toBe(1)
})

test('one who leaves before a page is made spoils it for nobody', async () => {
  const url = `${shop}${(await aShelf()).list}?colour=birch`
  await Promise.all(
    Array.from({ length: 5 }, () =>
      fetch(url, { signal: AbortSignal.timeout(1) }).then(
        (answer) => answer.text(),
        () => 'left',
      ),
    ),
  )
  const answer = await ask(url)
  expect([answer.status, String(answer.body).includes('</html>')]).toEqual([200, true])
})

test('one who leaves while waiting for what is not kept leaves nobody waiting', async () => {
  const url = `${shop}/is/p/none-${newId().toLowerCase()}`
  for (const afterMs of Array.from({ length: 12 }, (_, i) => i + 1)) {
    const made = fetch(url, { redirect: 'manual' })
    const left = fetch(url, { signal: AbortSignal.timeout(afterMs) }).catch(() => 'left')
    await Promise.all([made, left])
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) })
    expect(answer.status, `left after ${afterMs} ms`).toBe(404)
    await answer.text()
  }
})

test('a drawing is drawn once, and kept for its address', async () => {
  const drawing = await aDrawing()
  const url = `${shop}/drawing/${drawing}.svg`
  const kept = await askKept(url, { 'accept-encoding': 'br' })
  expect([kept.headers['content-type'], kept.headers['content-encoding']]).toEqual(['image/svg+xml; charset=utf-8', 'br'])
  expect(String(brotliDecompressSync(kept.body))).toMatch(/^<svg/)
  expect((await ask(`${shop}/drawing/no-drawing.svg`)).status).toBe(404)
})

test('the build’s files come packed when they can be read so, whole when not, and for good', async () => {
  const { body } = await ask(`${shop}/is`)
  const scripts = [...new Set([...String(body).matchAll(/\/_next\/static\/[^"\\]+\.(?:js|css)/g)].map(([file]) => file))]
  expect(scripts.length).toBeGreaterThan(3)
  for (const file of scripts) {
    const whole = readFileSync(path.join(root, '.next-test', file.replace('/_next/', '')))
    for (const [encodings, encoding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['identity', undefined, (same: Buffer) => same],
    ] as const) {
      const answer = await ask(`${shop}${file}`, { 'accept-encoding': encodings })
      expect([answer.status, answer.headers['content-encoding'], unpack(answer.body).equals(whole)]).toEqual([200, encoding, true])
      expect(answer.headers['cache-control']).toMatch(/max-age=31536000, ?immutable/)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
  }
})

test('React and what else starts every page is compiled as it arrives, and what is one page’s own when it is called', async () => {
  const scriptsOf = async (page: string) => {
    const tags = String((await ask(`${shop}${page}`)).body).match(/<script src="[^>]+>/g) ?? []
    const files = tags.filter((tag) => !/nomodule/i.test(tag)).map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? '')
    return new Map(await Promise.all(files.map(async (file) => [file, String((await ask(`${shop}${file}`)).body)] as const)))
  }
  const [home, admin] = [await scriptsOf('/is'), await scriptsOf('/admin/sign-in')]
  const isHinted = (script: string) => script.startsWith('//# allFunctionsCalledOnLoad\n')
  const large = [...home].filter(([file, script]) => admin.has(file) && script.length > 100_000)
  expect(large.length).toBeGreaterThan(1)
  expect(large.filter(([, script]) => !isHinted(script))).toEqual([])
  const own = [...home].filter(([file]) => !admin.has(file))
  expect(own.length).toBeGreaterThan(1)
  expect(own.filter(([, script]) => isHinted(script))).toEqual([])
})

test.each(['/_next/static/none.js', '/_next/static/../BUILD_ID', '/_next/static/%2e%2e/BUILD_ID', '/_next/static/', '/_next/static/%'])(
  '%s is no file of the build',
  async (file) => {
    expect((await ask(`${shop}${file}`)).status).toBeGreaterThanOrEqual(400)
  },
)

const stylesOf = (html: string) =>
  Array.from(html.slice(0, html.indexOf('</head>')).matchAll(/<style>([^<]*)<\/style>/g), ([, styles]) => styles).join('\n')
const flightOf = (html: string) => /fetch\("(\/_front\/flight\/[^"]+)"/.exec(html)?.[1] ?? ''
type Flight = [data: [number, string?][], begin: string]

test('a page is painted with what it brings itself, and its stylesheet waits at its end', async () => {
  const { page, list } = await aShelf()
  for (const url of [page, list, `${list}?colour=moss`, '/en']) {
    const html = String((await askKept(`${shop}${url}`)).body)
    const styles = stylesOf(html)
    expect(styles).toContain('.product-grid')
    expect(styles).toContain(typeface)
    // No file that has to be fetched but the typeface's, which waits for the first picture, and nothing of what is done with a pointer.
    expect(styles.replace(typeface, '')).not.toMatch(/url\([^)]*woff|:hover/)
    expect(html).not.toMatch(/as="font"/)
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g)]
    expect(sheets.map(([tag]) => html.endsWith(`${tag}</body></html>`) && tag.includes('fetchpriority="low"'))).toEqual([true])
    const whole = String((await ask(`${shop}${sheets[0]?.[1]}`)).body)
    expect(whole.length).toBeGreaterThan(2 * styles.length)
    // Known when the first words are laid out: to learn of one afterwards is to lay out all of them again.
    expect(whole).not.toContain('@font-face')
  }
})

test('the data of a page comes beside it, whole, and its scripts begin after it', async () => {
  const { moss, page } = await aShelf()
  const html = String((await askKept(`${shop}${page}`)).body)
  expect(html).not.toContain('__next_f.push')
  const answer = await ask(`${shop}${flightOf(html)}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json'])
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const [data, begin] = JSON.parse(String(answer.body)) as Flight
  expect(data[0]).toEqual([0])
  expect(data.map(([, text]) => text ?? '').join('')).toContain(moss.nameIs)
  expect(begin).toContain('TURBOPACK')
})

test('whoever asks later for the data of a page that has changed since gets it as it is now, and does not keep it', async () => {
  const { moss, page } = await aShelf()
  const before = flightOf(String((await askKept(`${shop}${page}`)).body))
  const nameIs = `${moss.nameIs} aftur`
  await db().product.update({ where: { id: moss.id }, data: { nameIs } })
  // Not at once: who was sent the page a moment ago asks for what belongs to it.
  await until(
    () => ask(`${shop}${page}`),
    ({ body }) => String(body).includes(nameIs),
  )
  const theirs = await ask(`${shop}${before}`)
  expect([theirs.headers['cache-control'], String(theirs.body).includes(nameIs)]).toEqual(['public, max-age=31536000, immutable', false])
  for (const origin of [shop, other.origin]) {
    const answer = await until(
      () => ask(`${origin}${before}`),
      ({ body }) => String(body).includes(nameIs),
    )
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  }
})

test.each(['/admin', '/is/cart', '/drawing/x.svg', '//elsewhere.example/is', ''])('there is no data of %s to be had', async (of) => {
  const { status, body } = await ask(`${shop}/_front/flight/x?${new URLSearchParams({ of })}`)
  expect([status, String(body).startsWith('[[')]).toEqual([404, false])
})

test('what a page cannot be seen without is named in its headers, and is what the page itself names', async () => {
  const { page, list } = await aShelf()
  for (const url of [page, list, `${list}?colour=moss`, '/en']) {
    const { headers, body } = await askKept(`${shop}${url}`)
    const ahead = [...String(headers.link).matchAll(/<([^>]+)>; rel=preload; as="?(style|image)"?/g)]
    // Styles are in the page; its first picture is not.
    expect([url, ahead.map(([, , kind]) => kind)]).toEqual([url, ['image']])
    for (const [, file = ''] of ahead) {
      expect(String(body)).toContain(`href="${file}"`)
      expect((await ask(`${shop}${file}`)).status).toBe(200)
    }
  }
  const drawing = await aDrawing()
  expect((await askKept(`${shop}/drawing/${drawing}.svg`)).headers.link).toBeUndefined()
})
