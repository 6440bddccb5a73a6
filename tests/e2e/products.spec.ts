// A merchant's day with products, in a real browser: found, made, drawn, edited, counted, taken out and read in.
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Role } from '@/lib/auth/roles'
import { words, type Locale } from '@/lib/i18n'
import { aShelfProduct, aWord, productNow } from '../support/products'
import { aPerson } from '../support/staff'

/** A page that fails its test when the browser complains. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await use(page)
    // 400 and 422: what a file without a reason, and one with errors, is told. 404: the other tests' products have no picture.
    expect(complaints.filter((text) => !/status of (400|403|404|422)/.test(text))).toEqual([])
  },
})

const t = words('en', 'products')

async function enter(page: Page, role: Role, path: string, locale: Locale = 'en') {
  const a = words(locale, 'admin')
  const { email, password } = await aPerson(role)
  await page.context().addCookies([{ name: 'locale', value: locale, url: test.info().project.use.baseURL ?? '' }])
  await page.goto(path)
  await page.getByLabel(a('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(a('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: a('signIn.submit'), exact: true }).click()
  await expect(page.locator('header summary').last()).toBeVisible()
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0)
}

/** A field that has come to life: before that, what is done to it is lost. */
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })

for (const [locale, widths] of [
  ['is', [390, 1440]],
  ['en', [768]],
] as const) {
  test(`${locale}: every page about products is accessible, in the light and in the dark, ${widths.join(' and ')} wide`, async ({
    page,
  }) => {
    // Five pages, looked through up to four times each.
    test.slow()
    const { id } = await aShelfProduct({ name: aWord(), stock: [9, 2, 0] })
    await enter(page, 'manager', '/admin/products', locale)
    for (const path of [
      '/admin/products?category=test',
      `/admin/products/${id}`,
      `/admin/products/${id}/drawing`,
      '/admin/products/new',
      '/admin/products/import',
    ]) {
      await page.goto(path)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await expectAccessible(page)
        }
      }
    }
  })
}

test('a manager makes a product, draws it, counts what there is, and the shop shows it', async ({ page }) => {
  test.slow()
  const word = aWord()
  await enter(page, 'manager', '/admin/products')
  await page.getByRole('link', { name: t('new') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('new'))
  // Nothing is lost when something is missing.
  await field(page, t('field.nameIs')).fill(`Húfa ${word}`)
  await field(page, t('field.category')).selectOption('hufur')
  await page.getByRole('button', { name: t('create') }).click()
  await expect(page.getByText(t('problem.look'))).toBeVisible()
  await expect(field(page, t('field.nameIs'))).toHaveValue(`Húfa ${word}`)
  await expect(field(page, t('field.category'))).toHaveValue('hufur')
  await expect(field(page, t('field.nameEn'))).toBeFocused()
  await field(page, t('field.nameEn')).fill(`Hat ${word}`)
  await field(page, t('field.price')).fill('5.900')
  await field(page, t('field.weight')).fill('90')
  await field(page, t('field.garment')).selectOption('hat')
  await field(page, t('field.sizes')).fill('S, M')
  await page.getByRole('button', { name: t('create') }).click()
  await expect(page.getByText(t('made'))).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hat ${word}`)

  await field(page, t('stock.countedOf', { size: 'M' })).fill('4')
  await field(page, t('stock.reason')).fill('First delivery')
  await page.getByRole('button', { name: t('stock.save') }).click()
  await expect(page.getByText(t('said.corrected'))).toBeVisible()
  await expect(page.getByRole('row', { name: /^M/ }).getByRole('cell').nth(1)).toHaveText('4')

  await page.getByRole('link', { name: t('draw.open') }).click()
  const picture = page.getByRole('img', { name: t('draw.picture', { name: `Hat ${word}` }) })
  const before = await picture.getAttribute('src')
  await field(page, `${t('draw.shade')} 1`).selectOption('moss')
  await expect(picture).not.toHaveAttribute('src', before ?? '')
  await field(page, words('en', 'products')('draw.detailsOf.pompom')).check()
  await page.getByRole('button', { name: t('draw.addBand') }).click()
  await expect(page.getByText(t('draw.unsaved'))).toBeVisible()
  await page.getByRole('button', { name: t('draw.undo') }).click()
  await page.getByRole('button', { name: t('draw.save') }).click()
  await expect(page.getByText(t('said.saved'))).toBeVisible()

  await page.goto(`/en/p/hufa-${word}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hat ${word}`)
  await expect(page.locator('main img').first()).toHaveAttribute('src', /\/drawing\/1ha0-g[a-z]{3}-[a-z0-9]+--p\.svg/)
})

test('two editors do not write over each other, and neither loses what was typed', async ({ page, browser }) => {
  const { id } = await aShelfProduct()
  const other = await (await browser.newContext()).newPage()
  await enter(page, 'manager', `/admin/products/${id}`)
  await enter(other, 'manager', `/admin/products/${id}`)
  for (const [editor, price, said] of [
    [page, '100', t('said.saved')],
    [other, '200', t('problem.stale')],
  ] as const) {
    await field(editor, t('field.price')).fill(price)
    await editor.getByRole('button', { name: t('save') }).click()
    await expect(editor.getByText(said)).toBeVisible()
  }
  await expect(field(other, t('field.price'))).toHaveValue('200')
  expect((await productNow(id)).price).toBe(100)
  await field(page, t('field.price')).fill('300')
  await field(page, t('field.price')).press('Control+s')
  await expect.poll(async () => (await productNow(id)).price).toBe(300)
  await other.context().close()
})

test('a clerk corrects the stock and nothing else; a viewer reads', async ({ page, browser }) => {
  const { id, variants } = await aShelfProduct({ stock: [5] })
  await enter(page, 'clerk', `/admin/products/${id}`)
  await expect(field(page, t('field.price'))).toBeDisabled()
  await expect(page.getByRole('button', { name: t('save'), exact: true })).toHaveCount(0)
  const counted = field(page, t('stock.countedOf', { size: '1' }))
  await counted.fill('many')
  await field(page, t('stock.reason')).fill('Counted')
  await page.getByRole('button', { name: t('stock.save') }).click()
  await expect(page.getByText(t('problem.count'))).toBeVisible()
  await expect(counted).toHaveValue('many')
  await counted.fill('3')
  await page.getByRole('button', { name: t('stock.save') }).click()
  await expect(page.getByText(t('said.corrected'))).toBeVisible()
  expect((await productNow(id)).variants).toMatchObject([{ id: variants[0]?.id, onHand: 3 }])
  const viewer = await (await browser.newContext()).newPage()
  await enter(viewer, 'viewer', `/admin/products/${id}`)
  await expect(viewer.getByRole('main').getByRole('button')).toHaveCount(0)
  await viewer.context().close()
})

test('a file is downloaded, changed, refused with its errors by line, mended and read in', async ({ page }) => {
  const word = aWord()
  const { id } = await aShelfProduct({ name: word, stock: [5] })
  await enter(page, 'manager', `/admin/products?q=${word}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('export') }).click()])
  const text = await readFile(await download.path(), 'utf8')
  await page.getByRole('link', { name: t('importOpen') }).click()
  const choose = (changed: string) =>
    field(page, t('import.file')).setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) })
  // The field works once the page has woken.
  await expect(async () => {
    await choose(text.replace('12400', 'twelve'))
    await expect(page.getByRole('row', { name: '2 price' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByText(t('problem.price'))).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: t('import.write') })).toHaveCount(0)
  await choose(text.replace('12400', '9900'))
  await expect(page.getByText(t('import.planned'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: t('import.write') }).click()
  await expect(page.getByText(words('en', 'admin')('problem.reason_missing'))).toBeVisible()
  expect((await productNow(id)).price).toBe(12_400)
  await field(page, t('import.reason')).fill('Autumn prices')
  await page.getByRole('button', { name: t('import.write') }).click()
  await expect(page.getByText(t('import.done'))).toBeVisible()
  expect((await productNow(id)).price).toBe(9_900)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a product is edited and counted as well', async ({ page }) => {
    const { id } = await aShelfProduct({ stock: [5] })
    await enter(page, 'manager', `/admin/products/${id}`)
    await field(page, t('field.price')).fill('450')
    await page.getByRole('button', { name: t('save'), exact: true }).click()
    await expect(page.getByText(t('said.saved'))).toBeVisible()
    await field(page, t('stock.countedOf', { size: '1' })).fill('7')
    await field(page, t('stock.reason')).fill('Counted')
    await page.getByRole('button', { name: t('stock.save') }).click()
    await expect(page.getByText(t('said.corrected'))).toBeVisible()
    expect(await productNow(id)).toMatchObject({ price: 450, variants: [{ onHand: 7 }] })
  })
})

test('a manager renames a size, takes one away, hides the product and shows it again', async ({ page }) => {
  test.slow()
  const word = aWord()
  const { id } = await aShelfProduct({ name: word, stock: [0, 3] })
  await enter(page, 'manager', `/admin/products/${id}`)
  await page.getByText(t('sizes.open')).click()
  const nameOf = (size: string) => field(page, t('sizes.name', { size }))
  await nameOf('2').fill('1')
  await page.getByRole('button', { name: t('sizes.renameOf', { size: '2' }) }).click()
  await expect(page.getByText(t('problem.size_taken'))).toBeVisible()
  await expect(nameOf('2')).toHaveValue('1')
  await nameOf('2').fill('XL')
  await page.getByRole('button', { name: t('sizes.renameOf', { size: '2' }) }).click()
  await expect(page.getByText(t('said.renamed'))).toBeVisible()
  await page.getByRole('button', { name: t('sizes.removeOf', { size: '1' }) }).click()
  await expect(page.getByText(t('said.removed'))).toBeVisible()
  await page.getByRole('button', { name: t('sizes.removeOf', { size: 'XL' }) }).click()
  await expect(page.getByText(t('said.size_hidden'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: t('sizes.showOf', { size: 'XL' }) }).click()
  await expect(page.getByText(t('said.size_shown'))).toBeVisible()
  expect((await productNow(id)).variants).toMatchObject([{ size: 'XL', hidden: false, onHand: 3 }])

  await page.getByRole('button', { name: t('hide.hide') }).click()
  await expect(page.getByText(t('said.hidden'))).toBeVisible()
  await expect(page.getByRole('link', { name: t('inShop') })).toBeHidden()
  await page.getByRole('button', { name: t('hide.show') }).click()
  await expect(page.getByText(t('said.shown'))).toBeVisible()
  await expect(page.getByRole('link', { name: t('inShop') })).toBeVisible()
})
