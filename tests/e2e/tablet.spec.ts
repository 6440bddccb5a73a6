// Between a phone and a desk: the width at which most layouts change.
import { expect } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { words } from '@/lib/i18n'
import { aPhone, onThePhone } from '../support/shop'
import {
  answerOnPhone,
  expectAccessible,
  expectHeading,
  expectSteady,
  expectWaiting,
  fillCheckout,
  languages,
  openProduct,
  putInCart,
  sendToPhone,
  test,
  watchShifts,
} from './support'

test.use({ viewport: { width: 768, height: 1024 } })

for (const locale of languages) {
  const t = words(locale, 'shop')

  for (const path of ['', `/c/${departments[0]}`, '/search?q=peysa', '/delivery', '/p/no-such-thing']) {
    test(`${locale}: ${path || 'home'} is accessible on a tablet, light and dark`, async ({ page }) => {
      await page.goto(`/${locale}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const filters = page.locator('summary').filter({ hasText: t('filters.open') })
      if (path.startsWith('/c/')) await filters.click()
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
    })
  }

  test(`${locale}: every page of a purchase is accessible on a tablet`, async ({ page, context }) => {
    const phone = aPhone()
    await openProduct(page, locale)
    await expectAccessible(page)
    await putInCart(page, locale)
    await expectAccessible(page)
    await page.getByRole('link', { name: words(locale, 'checkout')('cart.checkout') }).click()
    await expectHeading(page, words(locale, 'checkout')('title'))
    await expectAccessible(page)
    await fillCheckout(page, locale, { phone })
    await sendToPhone(page, locale)
    await expectWaiting(page, locale)
    await expectAccessible(page)
    await answerOnPhone(context, phone, 'accept')
    await page.bringToFront()
    await expectHeading(page, words(locale, 'payment')('confirmed.title'))
    await expectAccessible(page)
    await page.getByRole('link', { name: words(locale, 'payment')('confirmed.link') }).click()
    await expect(page.getByRole('main')).toContainText(words(locale, 'payment')('orderPage.paid'))
    await expectAccessible(page)
  })
}

test('nothing moves on a tablet after it is shown, up to the checkout', async ({ page }) => {
  await watchShifts(page)
  await openProduct(page, 'is')
  const product = page.url()
  await putInCart(page, 'is')
  for (const path of ['/is', `/is/c/${departments[0]}`, product, '/is/about', '/is/cart', '/is/checkout']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await expectSteady(page)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a tablet leads from the home page to the paid order', async ({ page }) => {
    const t = words('is', 'shop')
    await page.goto('/is')
    await page
      .getByRole('navigation', { name: words('is', 'common')('header.categories') })
      .getByRole('link', { name: words('is', 'common')('departments.hufur') })
      .click()
    await page
      .locator('summary')
      .filter({ hasText: t('filters.open') })
      .click()
    await page.getByRole('checkbox', { name: t('filters.inStock'), exact: true }).check()
    await page.getByRole('button', { name: t('filters.show'), exact: true }).click()
    await expect(page).toHaveURL(/[?&]stock=1/)
    await page.locator('main ul h3 a').first().click()
    await putInCart(page, 'is')
    await page.getByRole('link', { name: words('is', 'checkout')('cart.checkout') }).click()
    await fillCheckout(page, 'is')
    await sendToPhone(page, 'is')
    const paymentId = await expectWaiting(page, 'is')
    await onThePhone(paymentId, 'accept')
    await expectHeading(page, words('is', 'payment')('confirmed.title'))
  })
})
