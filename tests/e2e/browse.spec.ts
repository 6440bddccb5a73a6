import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { words, type Locale } from '@/lib/i18n'

const languages = ['is', 'en'] as const satisfies readonly Locale[]

/** A page that fails its test when the browser complains. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await use(page)
    // That a page is missing is what some tests ask for.
    expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([])
  },
})

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

const firstProduct = async (page: Page, locale: Locale): Promise<string> => {
  await page.goto(`/${locale}/c/${departments[0]}`)
  return (await page.locator(`main a[href^="/${locale}/p/"]`).first().getAttribute('href')) ?? ''
}

for (const [header, locale] of [
  ['is-IS,is;q=0.9', 'is'],
  ['en-GB,en;q=0.9', 'en'],
] as const) {
  test(`the root leads a browser that asks for ${header} to /${locale}`, async ({ request }) => {
    const answer = await request.get('/', { headers: { 'accept-language': header }, maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([307, `/${locale}`])
  })
}

test('the root remembers the language chosen before', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'accept-language': 'is', cookie: 'locale=en' }, maxRedirects: 0 })
  expect(answer.headers().location).toBe('/en')
})

test("until its drawing comes a product's ground coat is seen, and that of the first in a list", async ({ page, context }) => {
  const product = await firstProduct(page, 'is')
  await page.close()
  for (const path of [product, `/is/c/${departments[0]}`]) {
    const early = await context.newPage()
    // So large as on a desk, a picture of so few bytes is nothing a browser counts.
    await early.setViewportSize({ width: 390, height: 844 })
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await early.route('**/drawing/1*', async (route) => {
      await held
      await route.continue()
    })
    await early.goto(path, { waitUntil: 'domcontentloaded' })
    const picture = early.locator('main img[fetchpriority="high"]')
    const isThere = () => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)
    const largest = () =>
      early.evaluate(
        () =>
          new Promise<string>((resolve) =>
            new PerformanceObserver((list) =>
              resolve((list.getEntries().at(-1) as PerformanceEntry & { url: string }).url.slice(0, 18)),
            ).observe({ type: 'largest-contentful-paint', buffered: true }),
          ),
      )
    await expect.poll(largest).toBe('data:image/svg+xml')
    expect(await isThere()).toBe(false)
    letThrough()
    await expect.poll(isThere).toBe(true)
    await early.close()
  }
})

test("what is far below a phone's first screen waits for the stylesheet, or until it comes near", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/*.css', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/is/c/${departments[0]}`, { waitUntil: 'commit' })
  const far = page.locator('footer')
  const isPainted = () => far.evaluate((element) => element.querySelector('a')?.checkVisibility({ contentVisibilityAuto: true }))
  await expect.poll(isPainted).toBe(false)
  letThrough()
  await expect.poll(isPainted).toBe(true)
})

for (const locale of languages) {
  const t = words(locale, 'shop')
  const c = words(locale, 'common')

  test(`${locale}: from the home page over a category to a product, by its links`, async ({ page }) => {
    await page.goto(`/${locale}`)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
    await page
      .getByRole('navigation', { name: c('header.categories') })
      .getByRole('link', { name: c('departments.lopapeysur') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(c('departments.lopapeysur'))
    const product = page.locator('main ul h3 a').first()
    const name = await product.innerText()
    await product.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByRole('main')).toContainText(locale === 'is' ? /\d{1,3}\.\d{3}\u00a0kr\./ : /\d{1,3},\d{3}\u00a0kr\./)
  })

  const shelf = `/c/${departments[0]}`
  for (const path of [
    '',
    shelf,
    '/about',
    '/terms',
    '/delivery',
    '/returns',
    '/netgiro',
    '/search',
    '/search?q=peysa',
    '/search?q=zzzzqqqq',
    '/p/no-such-thing',
    '/no/such/page',
    'a product',
  ]) {
    test(`${locale}: ${path || 'home'} is accessible and keeps within a narrow screen`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(path === 'a product' ? await firstProduct(page, locale) : `/${locale}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await expectAccessible(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await expectAccessible(page)
    })
  }

  test(`${locale}: the dark is as readable as the light`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const path of [`/${locale}`, `/${locale}/about`, await firstProduct(page, locale)]) {
      await page.goto(path)
      await expectAccessible(page)
    }
  })

  test(`${locale}: what does not exist says so in the shop`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/p/no-such-thing`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: c('notFound.title') })).toBeVisible()
    await expect(page.getByRole('link', { name: c('header.cart') })).toBeVisible()
    for (const path of ['/c/no-such-thing', '/nowhere', '/p/%00', "/p/'%22%3E", '/p/..%2F..%2Fetc']) {
      expect((await page.request.get(`/${locale}${path}`)).status(), path).toBe(404)
    }
  })

  test(`${locale}: the language switch keeps the page and what was searched for`, async ({ page }) => {
    const other = locale === 'is' ? 'en' : 'is'
    await page.goto(`/${locale}/search?q=ull`)
    await page.getByRole('link', { name: c('header.otherLanguage') }).click()
    await expect(page).toHaveURL(`/${other}/search?q=ull`)
    await expect(page.locator('html')).toHaveAttribute('lang', other)
    await page.goto('/')
    await expect(page).toHaveURL(`/${other}`)
  })
}

test('a search finds what is written with or without Icelandic letters', async ({ page }) => {
  for (const [typed, plain] of [
    ['húfa', 'hufa'],
    ['PEYSA', 'peysa'],
  ]) {
    const found = []
    for (const q of [typed, plain]) {
      await page.goto(`/is/search?${new URLSearchParams({ q: q ?? '' })}`)
      found.push(await page.locator('main ul h2 a').allInnerTexts())
    }
    expect(found[0]?.length).toBeGreaterThan(0)
    expect(found[1]).toEqual(found[0])
  }
})

test('a slip of the finger still finds something', async ({ page }) => {
  await page.goto('/is/search?q=vetlingur')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('vetlingur')
  expect(await page.locator('main ul h2 a').count()).toBeGreaterThan(0)
})

test('no words make the search fail', async ({ page }) => {
  const nasty = [
    "'",
    "'; DROP TABLE product; --",
    'a & b',
    'kaffi!',
    'hús (',
    '<->',
    ':*',
    '%',
    '_',
    '\\',
    '"',
    '*',
    '🧶',
    '\ud800',
    '\u0000',
    '<script>alert(1)</script>',
    'ull '.repeat(2_000),
    '${{7*7}}',
  ]
  for (const words of nasty) {
    const answer = await page.goto(`/is/search?${new URLSearchParams({ q: words })}`)
    expect(answer?.status(), words.slice(0, 40)).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  for (const query of ['q=a&q=b', 'q[]=a', 'after=x', 'q=ull&after=1-1-1', 'q=ull&before=99999999999-1', 'q=%E0%A4%A']) {
    expect((await page.request.get(`/is/search?${query}`)).status(), query).toBeLessThan(500)
  }
})

test('a category can be sorted', async ({ page }) => {
  await page.goto(`/is/c/${departments[0]}`)
  await page.getByRole('link', { name: words('is', 'shop')('category.sorts.price-up') }).click()
  await expect(page).toHaveURL(/sort=price-up/)
  await expect(page.getByRole('link', { name: words('is', 'shop')('category.sorts.price-up') })).toHaveAttribute('aria-current', 'true')
  const prices = (await page.locator('main ul li p').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
})

test('a long list can be leafed through, there and back', async ({ page }) => {
  const t = words('is', 'shop')
  const names = page.locator('main ul h2 a')
  await page.goto('/is/search?q=a')
  const first = await names.allInnerTexts()
  expect(first.length).toBe(24)
  await page.getByRole('link', { name: t('category.next') }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(names.first()).not.toHaveText(first[0] ?? '')
  expect((await names.allInnerTexts()).filter((name) => first.includes(name))).toEqual([])
  await page.getByRole('link', { name: t('category.previous') }).click()
  await expect(page).toHaveURL(/before=/)
  await expect(names.first()).toHaveText(first[0] ?? '')
  expect(await names.allInnerTexts()).toEqual(first)
})

test('the first key leads past the header, and the focus can be seen', async ({ page }) => {
  await page.goto('/is')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: words('is', 'common')('skip') })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a product goes into the cart, and the header counts it', async ({ page }) => {
  const t = words('is', 'shop')
  await page.goto(await firstProduct(page, 'is'))
  await page.getByRole('button', { name: t('product.add') }).click()
  await expect(page.getByText(t('product.sizeMissing'))).toBeVisible()
  await page.locator('input[name=variantId]:enabled').first().check()
  await page.getByLabel(t('product.quantity')).fill('tvær')
  await page.getByRole('button', { name: t('product.add') }).click()
  await expect(page.getByText(words('is', 'checkout')('cart.badQuantity'))).toBeVisible()
  await expect(page.getByLabel(t('product.quantity'))).toHaveValue('tvær')
  await page.getByLabel(t('product.quantity')).fill('1')
  await page.getByRole('button', { name: t('product.add') }).click()
  await expect(page.getByRole('link', { name: t('product.toCart') })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: words('is', 'common')('header.cart') })).toContainText('1')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one can browse, search, sort and fill the cart', async ({ page }) => {
    const t = words('is', 'shop')
    const c = words('is', 'common')
    await page.goto('/is')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
    await page.getByRole('searchbox').first().fill('peysa')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/is/search?q=peysa')
    await page.locator('main ul h2 a').first().click()
    await page.locator('input[name=variantId]:enabled').first().check()
    await page.getByRole('button', { name: t('product.add') }).click()
    await expect(page.getByRole('link', { name: t('product.toCart') })).toBeVisible()
    await page.getByRole('link', { name: c('header.otherLanguage') }).click()
    await expect(page).toHaveURL(/^[^?]*\/en\/p\//)
    await page.goto('/is/nowhere')
    await expect(page.getByRole('heading', { name: c('notFound.title') })).toBeVisible()
  })

  for (const locale of languages) {
    const c = words(locale, 'common')
    for (const path of ['/p/no-such-thing', '/c/no-such-thing', '/c/no-such-thing?sort=newest']) {
      test(`${locale}: ${path} says that it is not there, with the status that says so`, async ({ page }) => {
        const answer = await page.goto(`/${locale}${path}`)
        expect(answer?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(c('notFound.title'))
        await expect(page.getByRole('main')).toHaveCount(1)
        await page.getByRole('searchbox').fill('peysa')
        await page.getByRole('button').click()
        await expect(page).toHaveURL(`/${locale}/search?q=peysa`)
      })
    }
  }
})
