// Prerendered pages and the lists made for each request, as a browser goes from one to the other.
import { chromium, expect, type Page } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { words } from '@/lib/i18n'
import { test } from './support'

const t = words('is', 'shop')
const list = `/is/c/${departments[0]}`
type Sort = 'popular' | 'price-up' | 'price-down'
const sortLink = (page: Page, sort: Sort) => page.getByRole('link', { name: t(`category.sorts.${sort}`), exact: true })
const names = (page: Page) => page.locator('main ul li a[href^="/is/p/"]')
const prices = async (page: Page) => (await page.locator('main ul li p').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))

test('sorting without a full load, and back again, shows the right list each time', async ({ page }) => {
  await page.goto(list)
  const first = await names(page).allInnerTexts()
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await sortLink(page, 'price-up').click()
  await expect(page).toHaveURL(`${list}?sort=price-up`)
  await expect(sortLink(page, 'price-up')).toHaveAttribute('aria-current', 'true')
  const up = await prices(page)
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  await sortLink(page, 'price-down').click()
  await expect(sortLink(page, 'price-down')).toHaveAttribute('aria-current', 'true')
  const down = await prices(page)
  expect(down).toEqual(down.toSorted((a, b) => b - a))
  await page.goBack()
  await expect(sortLink(page, 'price-up')).toHaveAttribute('aria-current', 'true')
  expect(await prices(page)).toEqual(up)
  await sortLink(page, 'popular').click()
  await expect(page).toHaveURL(list)
  await expect(sortLink(page, 'popular')).toHaveAttribute('aria-current', 'true')
  expect(await names(page).allInnerTexts()).toEqual(first)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('a sorted list that is loaded whole leads to the unsorted one without a full load', async ({ page }) => {
  await page.goto(`${list}?sort=price-up`)
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await sortLink(page, 'popular').click()
  await expect(page).toHaveURL(list)
  await expect(sortLink(page, 'popular')).toHaveAttribute('aria-current', 'true')
  await names(page).first().click()
  await expect(page).toHaveURL(/\/is\/p\//)
  await expect(page.getByRole('button', { name: t('product.add') }).or(page.getByText(t('product.soldOut')))).toBeVisible()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('a product changed to in the tab has all its page, and one who goes back to its end is there again', async ({ page }) => {
  await page.goto(list)
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  // It belongs to every page: exchanged, all of the page would be styled anew.
  const scheme = await page.locator('meta[name="color-scheme"]').elementHandle()
  await names(page).first().click()
  await expect(page).toHaveURL(/\/is\/p\//)
  await expect(page.getByRole('img', { name: t('product.picture', { name: '' }) })).toBeVisible()
  const related = page.getByRole('region', { name: t('product.related') }).getByRole('link')
  await related.last().scrollIntoViewIfNeeded()
  const there = await page.evaluate(() => scrollY)
  expect(there).toBeGreaterThan(500)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await related.last().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(async () => expect(Math.abs((await page.evaluate(() => scrollY)) - there)).toBeLessThan(5)).toPass({ timeout: 10_000 })
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  expect(await scheme?.evaluate((element) => element.isConnected)).toBe(true)
})

test('a page changed to in the tab is at its top from the first frame that shows it', async ({ page }) => {
  await page.goto(await firstProduct(page))
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const related = page.getByRole('region', { name: t('product.related') }).getByRole('link')
  await related.last().scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500)
  await page.evaluate(watchFirstSight)
  await related.last().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name)
  const first = () => page.evaluate(() => (window as { firstTop?: number }).firstTop)
  await expect.poll(first).toBeDefined()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  expect(await first()).toBe(await page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().top))
})

test('a product changed to in the tab runs no script a second time, and its drawing needs no ground coat', async ({ page }) => {
  await page.goto(list)
  const scripts = () => page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src !== ''))
  const before = await scripts()
  await names(page).first().hover()
  // What only a product's page needs is fetched ahead.
  await expect.poll(async () => (await scripts()).length).toBeGreaterThan(before.length)
  await names(page).first().click()
  const picture = page.getByRole('img', { name: t('product.picture', { name: '' }) })
  await expect(picture).toBeVisible()
  const after = await scripts()
  expect(after).toEqual([...new Set(after)])
  await expect(picture).toHaveCSS('background-image', 'none')
  await page.reload()
  await expect(picture).not.toHaveCSS('background-image', 'none')
})

test('a thread is drawn while a page takes long to come, and only then', async ({ page }) => {
  await page.goto(list)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/_rsc=/, async (route) => {
    await held
    await route.continue()
  })
  const thread = page.locator('.drawn-thread')
  await sortLink(page, 'price-up').click()
  await expect(thread).toBeVisible()
  await expect(sortLink(page, 'price-up')).not.toHaveAttribute('aria-current', 'true')
  letGo()
  await expect(sortLink(page, 'price-up')).toHaveAttribute('aria-current', 'true')
  await expect(thread).toHaveCount(0)
})

test('words of an advertisement in the address leave the page prerendered', async ({ page }) => {
  await expect(async () => {
    const answer = await page.request.get(`${list}?utm_source=mail`)
    expect(answer.headers()['x-nextjs-cache']).toBe('HIT')
  }).toPass({ timeout: 60_000 })
})

test('one goes back to a page of the catalogue in an instant: the browser has kept it whole', async ({ baseURL }) => {
  // Playwright's own switches forbid the browser to keep pages.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage({ baseURL })
    for (const path of ['/is', list, await firstProduct(page)]) {
      await page.goto(path, { waitUntil: 'load' })
      await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })))
      await page.goto('/is/about', { waitUntil: 'load' })
      await page.goBack({ waitUntil: 'commit' })
      // A browser short of memory may let it go all the same ("masked"); the page itself must give no reason.
      await expect(async () => expect(await page.evaluate(whyNotKept), path).toEqual([])).toPass({ timeout: 60_000 })
    }
  } finally {
    await browser.close()
  }
})

/** Runs in the page: where the next page's heading is in the first frame that has it, just before it is painted. */
function watchFirstSight(): void {
  const name = document.querySelector('h1')?.textContent
  const seen = new IntersectionObserver(([heading]) => {
    seen.disconnect()
    Object.assign(window, { firstTop: heading?.boundingClientRect.top })
  })
  const changes = new MutationObserver(() => {
    const heading = document.querySelector('h1')
    if (!heading || heading.textContent === name) return
    changes.disconnect()
    seen.observe(heading)
  })
  changes.observe(document.body, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page: the reasons for which the browser did not keep it, as far as they are the page's own. */
function whyNotKept(): string[] {
  if ((window as { persisted?: boolean }).persisted) return []
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
    notRestoredReasons?: { reasons?: { reason: string }[] } | null
  })[]
  if (!entry?.notRestoredReasons) return ['this is not the page that was gone back to']
  return (entry.notRestoredReasons.reasons ?? []).map(({ reason }) => reason).filter((reason) => reason !== 'masked')
}

async function firstProduct(page: Page): Promise<string> {
  await page.goto(list)
  return (await names(page).first().getAttribute('href')) ?? ''
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a list is sorted, and the page of a product is whole', async ({ page }) => {
    await page.goto(list)
    await sortLink(page, 'price-up').click()
    await expect(page).toHaveURL(`${list}?sort=price-up`)
    const up = await prices(page)
    expect(up).toEqual(up.toSorted((a, b) => a - b))
    await names(page).first().click()
    await expect(page).toHaveURL(/\/is\/p\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('a page that opens the shop in a window cannot reach into it', async ({ page, baseURL }) => {
  await page.route('http://elsewhere.localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
  await page.goto('http://elsewhere.localhost/')
  for (const address of ['/is', list, '/is/cart']) {
    const opened = page.waitForEvent('popup')
    await page.evaluate((url) => Object.assign(window, { opened: window.open(url) }), `${baseURL}${address}`)
    const shop = await opened
    await expect(shop.getByRole('main')).toBeVisible()
    expect([address, await shop.evaluate(() => window.opener)]).toEqual([address, null])
    expect([address, await page.evaluate(() => (window as unknown as { opened: Window }).opened.closed)]).toEqual([address, true])
    await shop.close()
  }
})
