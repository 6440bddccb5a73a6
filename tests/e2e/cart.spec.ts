import { expect, type Page } from '@playwright/test'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { aCart, aProduct } from '../support/shop'
import { expectAccessible, expectHeading, languages, openProduct, putInCart, test, useCart } from './support'

const badQuantities = ['0', '-1', '1.5', '1e9', 'abc', '', '100', ' ']

for (const locale of languages) {
  const t = words(locale, 'checkout')
  const which = { name: locale === 'is' ? 'Prófpeysa' : 'Test sweater', size: 'M' }
  const sums = (page: Page) => page.locator('main dl')
  const quantity = (page: Page) => page.getByRole('textbox', { name: t('cart.quantityOf', which) })

  test(`${locale}: what is put into the cart lies there, with its picture and its price`, async ({ page }) => {
    await openProduct(page, locale)
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    await putInCart(page, locale, 2)
    await expectHeading(page, t('cart.title'))
    await expect(page.getByRole('heading', { level: 3, name })).toBeVisible()
    await expect(page.getByRole('link', { name: words(locale, 'common')('header.cart') })).toContainText('2')
    await expect(page.getByRole('link', { name: t('cart.checkout') })).toBeVisible()
    await expectAccessible(page)
  })

  test(`${locale}: a quantity that is none is refused at its field, and nothing changes`, async ({ page, context, baseURL }) => {
    const { variantId } = await aProduct({ stock: 500 })
    await useCart(context, baseURL, await aCart(variantId, 3))
    await page.goto(`/${locale}/cart`)
    for (const typed of badQuantities) {
      await quantity(page).fill(typed)
      await quantity(page).press('Enter')
      await expect(page.getByText(t('cart.badQuantity'))).toBeVisible()
      await expect(quantity(page)).toHaveValue(typed)
      await expect(quantity(page)).toHaveAttribute('aria-invalid', 'true')
      await page.goto(`/${locale}/cart`)
      await expect(quantity(page)).toHaveValue('3')
    }
  })

  test(`${locale}: one more, one fewer, a number, and out again, with the sum and the header following`, async ({
    page,
    context,
    baseURL,
  }) => {
    const { variantId } = await aProduct({ stock: 6, price: 12_400 })
    await useCart(context, baseURL, await aCart(variantId, 1))
    await page.goto(`/${locale}/cart`)
    const kronur = (thousands: string) => (locale === 'is' ? thousands : thousands.replace('.', ','))
    await page.getByRole('button', { name: t('cart.moreOf', which) }).click()
    await expect(
      page
        .getByRole('term')
        .filter({ hasText: t('cart.subtotal') })
        .locator('..'),
    ).toContainText(kronur('24.800'))
    await expect(page.getByRole('link', { name: words(locale, 'common')('header.cart') })).toContainText('2')
    await quantity(page).fill('6')
    await quantity(page).blur()
    await expect(
      page
        .getByRole('term')
        .filter({ hasText: t('cart.subtotal') })
        .locator('..'),
    ).toContainText(kronur('74.400'))
    await expect(page.getByRole('button', { name: t('cart.moreOf', which) })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('button', { name: t('cart.lessOf', which) }).click()
    await expect(quantity(page)).toHaveValue('5')
    await page.getByRole('button', { name: t('cart.removeOf', which) }).click()
    await expectHeading(page, t('cart.emptyTitle'))
    await expectAccessible(page)
  })

  test(`${locale}: more than there is is refused, and how many are left is said`, async ({ page, context, baseURL }) => {
    const { variantId } = await aProduct({ stock: 2 })
    await useCart(context, baseURL, await aCart(variantId, 1))
    await page.goto(`/${locale}/cart`)
    await expect(page.getByText(t('cart.left', { count: 2 }), { exact: true })).toBeVisible()
    await quantity(page).fill('5')
    await quantity(page).press('Enter')
    await expect(page.getByText(t('cart.tooManySet', { available: 2 }))).toBeVisible()
    await page.goto(`/${locale}/cart`)
    await expect(quantity(page)).toHaveValue('1')
  })

  test(`${locale}: what sold out since is marked, and stands in the way until it is taken out`, async ({ page, context, baseURL }) => {
    const { variantId } = await aProduct({ stock: 0 })
    await useCart(context, baseURL, await aCart(variantId, 1))
    await page.goto(`/${locale}/cart`)
    await expect(page.getByText(t('cart.soldOutText'))).toBeVisible()
    await expect(page.getByRole('link', { name: t('cart.checkout') })).toBeHidden()
    await expectAccessible(page)
    await page.getByRole('button', { name: t('cart.removeOf', which) }).click()
    await expectHeading(page, t('cart.emptyTitle'))
  })

  test(`${locale}: the sum is of what can be bought, and the cart and the checkout say so`, async ({ page, context, baseURL }) => {
    const [gone, fewer] = [await aProduct({ stock: 0, price: 9_000 }), await aProduct({ stock: 2, price: 3_000 })]
    const cartId = await aCart(gone.variantId, 1)
    await db().cartLine.create({ data: { cartId, variantId: fewer.variantId, quantity: 5 } })
    await useCart(context, baseURL, cartId)
    const kronur = (amount: number) => formatMoney(isk(amount), locale)
    await page.goto(`/${locale}/cart`)
    await expect(sums(page).getByText(kronur(6_000), { exact: true })).toBeVisible()
    await expect(page.getByText(t('cart.ofBuyable', { buyable: '2', count: 6 }))).toBeVisible()
    await page.goto(`/${locale}/checkout`)
    await expect(sums(page).getByText(kronur(6_000), { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: t('submitShort'), exact: true })).toBeVisible()
    await expectAccessible(page)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the cart is changed, refused and emptied all the same', async ({ page, context, baseURL }) => {
    const t = words('is', 'checkout')
    const which = { name: 'Prófpeysa', size: 'M' }
    const { variantId } = await aProduct({ stock: 9 })
    await useCart(context, baseURL, await aCart(variantId, 1))
    await page.goto('/is/cart')
    const quantity = page.getByRole('textbox', { name: t('cart.quantityOf', which) })
    await page.getByRole('button', { name: t('cart.moreOf', which) }).click()
    await expect(quantity).toHaveValue('2')
    await quantity.fill('1.5')
    await page.getByRole('button', { name: t('cart.update') }).click()
    await expect(page.getByText(t('cart.badQuantity'))).toBeVisible()
    await expect(quantity).toHaveValue('1.5')
    await page.getByRole('button', { name: t('cart.removeOf', which) }).click()
    await expectHeading(page, t('cart.emptyTitle'))
  })

  test('a product is put into the cart, which outlives the page', async ({ page }) => {
    await openProduct(page, 'en')
    await putInCart(page, 'en')
    await expectHeading(page, words('en', 'checkout')('cart.title'))
  })
})

test('the cart survives the browser’s restart, and no script can read its cookie', async ({ page, context, browser }) => {
  await openProduct(page, 'is')
  await putInCart(page, 'is')
  const cookie = (await context.cookies()).find(({ name }) => name === 'cart')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 170 * 86_400)
  const later = await browser.newContext({ storageState: await context.storageState() })
  const tab = await later.newPage()
  await tab.goto('/is/cart')
  await expectHeading(tab, words('is', 'checkout')('cart.title'))
  await later.close()
})

test('the number in the header is never cached, and a cart that is none counts nothing', async ({ request, baseURL }) => {
  for (const cookie of ['', 'cart=', 'cart=../../etc/passwd', "cart=' OR 1=1 --", `cart=${'A'.repeat(22)}`]) {
    const answer = await request.get(`${baseURL}/api/cart`, { headers: { cookie } })
    expect([answer.status(), await answer.json(), answer.headers()['cache-control']]).toEqual([200, { count: 0 }, 'no-store, no-transform'])
    expect(answer.headers()['content-encoding']).toBeUndefined()
  }
})
