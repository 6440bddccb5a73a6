// What a first visit on a phone costs: bytes as they cross the wire, and time on a slow line with a slow processor.
import type { Browser, CDPSession, Page } from '@playwright/test'
import { median } from './load'

const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
/** Slow 4G as Lighthouse has it: 1.6 and 0.75 megabits a second, 150 ms for each request. */
const slow4g = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 }

/** What runs in the page was compiled for here, where functions are given their names by a helper. */
const unnamed = 'globalThis.__name = (named) => named'

export type Cost = { readonly html: number; readonly js: number; readonly requests: number; readonly all: number }

/** kB over the wire by kind, four seconds after the page has loaded. */
export async function costOf(browser: Browser, url: string): Promise<Cost> {
  const { page, session, close } = await fresh(browser)
  const kinds = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength))
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(4_000)
  const sum = (kind?: string) => [...bytes].filter(([id]) => !kind || kinds.get(id) === kind).reduce((total, [, n]) => total + n, 0) / 1000
  const cost = { html: sum('Document'), js: sum('Script'), requests: bytes.size, all: sum() }
  await close()
  return cost
}

export type Felt = { readonly lcp: number; readonly cls: number; readonly tbt: number }

/**
 * Largest paint, ms; shifts; time over 50 ms of each long task, ms, for each address: medians of so many visits, taken in
 * turn, so that a machine that slows down slows all of them.
 */
export async function feltBy(browser: Browser, urls: readonly string[], visits: number): Promise<Felt[]> {
  const all = urls.map((): Felt[] => [])
  for (let visit = 0; visit < visits; visit++) for (const [i, url] of urls.entries()) all[i]?.push(await felt(browser, url))
  return all.map((felts) => {
    const middle = (of: keyof Felt) => median(felts.map((one) => one[of]))
    return { lcp: middle('lcp'), cls: middle('cls'), tbt: middle('tbt') }
  })
}

async function felt(browser: Browser, url: string): Promise<Felt> {
  const { page, session, close } = await fresh(browser)
  // A new window's own furniture is still being put up: a visit meanwhile measures that as well.
  await page.waitForTimeout(1_500)
  await session.send('Network.emulateNetworkConditions', slow4g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(2_000)
  const was = await page.evaluate(() => (window as unknown as { felt: Felt }).felt)
  await close()
  return was
}

/** Runs in the page. */
function watch(): void {
  const felt = { lcp: 0, cls: 0, tbt: 0 }
  Object.assign(window, { felt })
  const on = (type: string, take: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((entries) => entries.getEntries().forEach(take)).observe({ type, buffered: true })
  on('largest-contentful-paint', (entry) => (felt.lcp = entry.startTime))
  on('layout-shift', (entry) => (felt.cls += entry.value ?? 0))
  on('longtask', (entry) => (felt.tbt += Math.max(0, entry.duration - 50)))
}

/**
 * From a click on a link in each list to the name of what it leads to painted, ms: medians of so many clicks, taken in
 * turn, each in a new tab. Where in a frame a click falls is chance, and moves a single one by up to 17 ms.
 */
export async function clickThrough(browser: Browser, lists: readonly string[], clicks: number): Promise<number[]> {
  const all = lists.map((): number[] => [])
  for (let click = 0; click < clicks; click++)
    for (const [i, list] of lists.entries()) all[i]?.push(await clicked(browser, list, click % 7))
  return all.map(median)
}

async function clicked(browser: Browser, list: string, nth: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(unnamed)
  await page.goto(list, { waitUntil: 'networkidle' })
  const link = page.locator('main ul li a[href*="/p/"]').nth(nth)
  await link.hover()
  await page.waitForTimeout(500)
  const took = await timed(page, await link.getAttribute('href'))
  await context.close()
  return took
}

const timed = (page: Page, href: string | null): Promise<number> =>
  page.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector('h1')?.textContent
        const from = performance.now()
        const look = () => {
          const now = document.querySelector('h1')?.textContent
          // The frame in which it stands there, and the one after it is painted.
          if (now && now !== before) requestAnimationFrame(() => resolve(performance.now() - from))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
        document.querySelector<HTMLAnchorElement>(`main ul li a[href="${to}"]`)?.click()
      }),
    href,
  )

async function fresh(browser: Browser): Promise<{ page: Page; session: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.addInitScript(unnamed)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  return { page, session, close: () => context.close() }
}
