// Narrowing a category, and the suggestions under a search.
import { words } from '@/lib/i18n'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, languages, test } from './support'

const tiles = (page: Page) => page.locator('main ul h3 a')
const openFilters = (page: Page, label: string) => page.locator('summary').filter({ hasText: label }).click()

async function narrow(page: Page, locale: 'is' | 'en'): Promise<void> {
  const t = words(locale, 'shop')
  await page.goto(`/${locale}/c/vettlingar?sort=price-up`)
  const before = await tiles(page).count()
  await openFilters(page, t('filters.open'))
  await page.getByRole('checkbox', { name: t('filters.colours.white'), exact: true }).check()
  await page.getByRole('checkbox', { name: t('filters.colours.mustard'), exact: true }).check()
  await page.getByRole('textbox', { name: t('filters.to'), exact: true }).fill('9.900')
  await page.getByRole('button', { name: t('filters.show'), exact: true }).click()
  await expect(page).toHaveURL(/[?&]colour=white&colour=mustard(&|$)/)
  expect(new URL(page.url()).searchParams.get('sort')).toBe('price-up')
  const narrowed = await tiles(page).count()
  expect(narrowed).toBeGreaterThan(0)
  expect(narrowed).toBeLessThan(before)

  // What was chosen stands there, and goes one by one.
  const chosen = page.getByRole('list', { name: t('filters.chosen') })
  await chosen.getByRole('link', { name: t('filters.remove', { what: t('filters.colours.mustard') }) }).click()
  await expect(page).toHaveURL(`/${locale}/c/vettlingar?sort=price-up&colour=white&to=9900`)
  await expect(chosen.getByRole('link', { name: t('filters.remove', { what: t('filters.colours.mustard') }) })).toHaveCount(0)
  await chosen.getByRole('link', { name: t('filters.clear') }).click()
  await expect(page).toHaveURL(`/${locale}/c/vettlingar?sort=price-up`)
  await expect(tiles(page)).toHaveCount(before)
}

for (const locale of languages) {
  const t = words(locale, 'shop')

  test(`${locale}: a category is narrowed, and widened again`, ({ page }) => narrow(page, locale))

  test(`${locale}: a list nothing fits says how to get out of it`, async ({ page }) => {
    await page.goto(`/${locale}/c/hufur?from=900000&stock=1`)
    await expect(page.getByRole('heading', { name: t('category.noneTitle') })).toBeVisible()
    await page
      .getByRole('main')
      .getByRole('link', { name: t('filters.clear') })
      .click()
    await expect(page).toHaveURL(`/${locale}/c/hufur`)
    await expect(tiles(page).first()).toBeVisible()
  })

  for (const width of [320, 1280]) {
    test(`${locale}: the filters can be used by everybody, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/${locale}/c/hufur?colour=white&stock=1&to=9000`)
      await expectAccessible(page)
      await openFilters(page, t('filters.open'))
      await expect(page.getByRole('checkbox', { name: t('filters.colours.white'), exact: true })).toBeChecked()
      await expectAccessible(page)
      await page.goto(`/${locale}/c/hufur?from=900000`)
      await expectAccessible(page)
    })
  }
}

test('whatever an address asks for, a category answers', async ({ page }) => {
  for (const query of [
    'colour=tartan',
    'size=%00',
    'from=x&to=-1',
    'garment[]=hat',
    'from=9&from=8',
    'stock=2',
    'after=1-1&colour=white',
    `size=${'x'.repeat(3_000)}`,
  ])
    expect((await page.request.get(`/is/c/hufur?${query}`)).status(), query).toBe(200)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a category is narrowed, and widened again', ({ page }) => narrow(page, 'is'))
})

test('suggestions come while one types, and the keyboard reaches them', async ({ page }) => {
  const c = words('is', 'common')
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/api/suggest') && asked.push(request.url()))
  await page.goto('/is/search')
  const line = page.getByRole('main').getByLabel(c('header.searchLabel'))
  const list = page.getByRole('listbox', { name: c('header.suggestions') })
  const option = list.getByRole('option')
  await line.fill('hrafntin')
  await expect(option.first()).toHaveText('Hrafntinna')
  await expect(line).toHaveRole('combobox')
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)

  await line.press('ArrowDown')
  await expect(option.first()).toHaveAttribute('aria-selected', 'true')
  await expect(line).toHaveAttribute('aria-activedescendant', (await option.first().getAttribute('id')) ?? '')
  await expect(line).toBeFocused()
  await line.press('ArrowUp')
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0)
  await line.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(line).toHaveValue('hrafntin')
  await expect(line).toHaveAttribute('aria-expanded', 'false')

  await line.fill('hrafntinn')
  await expect(option.first()).toHaveText('Hrafntinna')
  await line.press('ArrowDown')
  await expect(option.first()).toHaveAttribute('aria-selected', 'true')
  await line.press('Enter')
  await expect(page).toHaveURL('/is/p/hrafntinna', { timeout: 60_000 })
  expect(asked.every((address) => new URL(address).searchParams.get('locale') === 'is')).toBe(true)
})

test('a suggestion can be pressed, and without choosing one the search is what was typed', async ({ page }) => {
  const c = words('en', 'common')
  await page.goto('/en/search')
  const line = page.getByRole('main').getByLabel(c('header.searchLabel'))
  const option = page.getByRole('option')
  await line.fill('obsidia')
  await option.filter({ hasText: 'Obsidian' }).first().click()
  await expect(page).toHaveURL('/en/p/hrafntinna', { timeout: 60_000 })
  await page.goto('/en/search')
  await line.fill('mittens')
  await expect(option.first()).toBeVisible()
  await line.press('Enter')
  await expect(page).toHaveURL('/en/search?q=mittens', { timeout: 60_000 })
})

test('before the line is entered nothing is loaded for suggestions, and without an answer the search still works', async ({ page }) => {
  const c = words('is', 'common')
  await page.route('**/api/suggest**', (route) => route.fulfill({ body: 'no answer' }))
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto('/is/search', { waitUntil: 'networkidle' })
  const before = new Set(scripts)
  const line = page.getByRole('main').getByLabel(c('header.searchLabel'))
  const more = page.waitForRequest((request) => request.resourceType() === 'script' && !before.has(request.url()))
  await line.focus()
  await more
  await line.press('Enter')
  await line.fill('teppi')
  await line.press('Enter')
  await expect(page).toHaveURL('/is/search?q=teppi', { timeout: 60_000 })
})
