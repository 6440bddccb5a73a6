// What a first visit costs: bytes and requests, which are the same on every machine; never time.
import { gzipSync } from 'node:zlib'
import { devices, expect, type Page } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { buyOneThing, test } from './support'

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

const budget: Cost = { html: 12.8, js: 145, requests: 30, all: 260 }
/** The words of a product's page, sent twice (for the reader and for React), and its form. */
const forProduct: Cost = { ...budget, html: 12.5, js: 146 }

function expectWithin(cost: Cost, limits: Cost): void {
  for (const [what, limit] of Object.entries(limits))
    expect(cost[what as keyof Cost], `${what} of ${JSON.stringify(cost)}`).toBeLessThanOrEqual(limit)
}

test('a list costs no more than it may', async ({ page }) => {
  expectWithin(await costOf(page, list), budget)
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

test('nothing on a catalogue page moves after it is shown', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/is', list, await firstProduct(page)]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const shifted = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0))
    // The typeface may come after the words; anything without a size of its own would move far more.
    expect(shifted, path).toBeLessThan(0.05)
  }
})
