// What a first visit costs: bytes and requests, which are the same on every machine; never time.
import { gzipSync } from 'node:zlib'
import { devices, expect, type Page } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { buyOneThing, expectSteady, test, watchShifts } from './support'

const { viewport, userAgent, isMobile, hasTouch } = devices['Pixel 7']
test.use({ viewport, userAgent, isMobile, hasTouch })

const kB = (bytes: number) => Math.round(bytes / 100) / 10
const gzipped = (body: Buffer) => gzipSync(body, { level: 6 }).length
const list = `/is/c/${departments[0]}`

type Cost = { html: number; js: number; requests: number; all: number }

/** Loads the page and counts until the network rests: what is text in kB as gzip, the rest as it is. */
async function costOf(page: Page, path: string): Promise<Cost> {
  const bodies: Promise<{ kind: string; bytes: number }>[] = []
  const count = async (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    const kind = response.request().resourceType()
    const body = await response.body().catch(() => Buffer.alloc(0))
    const isText = /text|javascript|json|svg/.test(response.headers()['content-type'] ?? '')
    return { kind, bytes: isText ? gzipped(body) : body.length }
  }
  page.on('response', (response) => bodies.push(count(response)))
  await page.goto(path, { waitUntil: 'networkidle' })
  page.removeAllListeners('response')
  const all = await Promise.all(bodies)
  const sum = (kind?: string) => kB(all.filter((one) => !kind || one.kind === kind).reduce((total, { bytes }) => total + bytes, 0))
  return { html: sum('document'), js: sum('script'), requests: all.length, all: sum() }
}

async function firstProduct(page: Page): Promise<string> {
  await page.goto(list)
  return (await page.locator('main ul li a[href^="/is/p/"]').first().getAttribute('href')) ?? ''
}

const budget: Cost = { html: 10, js: 141, requests: 30, all: 260 }
/** With the form that puts it into the cart. */
const forProduct: Cost = { ...budget, js: 142.8 }
/** More words, and more pictures than a screen of products; shelves of what other tests made are 3 kB of it. */
const forHome: Cost = { ...budget, html: 13.5, all: 400 }

function expectWithin(cost: Cost, limits: Cost): void {
  for (const [what, limit] of Object.entries(limits))
    expect(cost[what as keyof Cost], `${what} of ${JSON.stringify(cost)}`).toBeLessThanOrEqual(limit)
}

test('a list costs no more than it may', async ({ page }) => {
  expectWithin(await costOf(page, list), budget)
})

test('the front page costs no more than it may', async ({ page }) => {
  expectWithin(await costOf(page, '/is'), forHome)
})

test('a product costs no more than it may', async ({ page }) => {
  expectWithin(await costOf(page, await firstProduct(page)), forProduct)
})

test('the waiting room costs no more script than it may', async ({ page, context }) => {
  await buyOneThing(page, 'is')
  const waiting = page.url()
  await page.close()
  const scripts: Promise<number>[] = []
  const anew = await context.newPage()
  anew.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then(gzipped))
  })
  await anew.goto(waiting, { waitUntil: 'load' })
  const js = kB((await Promise.all(scripts)).reduce((total, bytes) => total + bytes, 0))
  expect(js).toBeLessThanOrEqual(160)
})

test('nothing on a catalogue page moves after it is shown, not even when the typeface comes late', async ({ page }) => {
  await watchShifts(page)
  let late = 0
  await page.route('**/typeface/**', async (route) => {
    late++
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  const paths = ['/is', list, await firstProduct(page)]
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    await expectSteady(page, 0.005)
  }
  expect(late).toBeGreaterThanOrEqual(paths.length)
})
