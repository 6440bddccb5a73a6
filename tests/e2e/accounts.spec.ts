// A shopper's account from the first mail to the last page, and an order that is found without one.
import { expect, type Page } from '@playwright/test'
import { db } from '@/lib/db'
import { words, type Locale } from '@/lib/i18n'
import { orderToken } from '@/lib/orders/token'
import { aCart, aPhone, aProduct, readPayment, startOne } from '../support/shop'
import { anAddress, aPassword, aShopper, linkIn, mailTo } from '../support/shopper'
import { expectAccessible, expectHeading, expectWaiting, fillCheckout, languages, sendToPhone, test, useCart } from './support'

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })

async function signIn(page: Page, locale: Locale, email: string, password: string): Promise<void> {
  const t = words(locale, 'account')
  await expectHeading(page, t('signIn.title'))
  await field(page, t('email')).fill(email)
  await field(page, t('password')).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
}

/** The page at both widths, light and dark. */
async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
  }
}

for (const locale of languages) {
  const t = words(locale, 'account')

  test(`${locale}: an account is made, bought with, and deleted`, async ({ page, context, baseURL }) => {
    const email = anAddress()
    await page.goto(`/${locale}/sign-up`)
    await field(page, t('signUp.name')).fill('Sunna Björk')
    await field(page, t('email')).fill(email)
    await field(page, t('password')).fill('stutt')
    await page.getByRole('button', { name: t('signUp.submit') }).click()
    await expect(field(page, t('password'))).toBeFocused()
    await expect(field(page, t('password'))).toHaveAccessibleDescription(new RegExp(t('errors.passwordShort')))
    await expect(field(page, t('email'))).toHaveValue(email)
    await expectAccessibleEverywhere(page)
    await field(page, t('password')).fill(aPassword)
    await page.getByRole('button', { name: t('signUp.submit') }).click()
    await expect(page.getByText(t('signUp.sentTitle'))).toBeVisible()
    await expectAccessible(page)

    await page.goto(linkIn(await mailTo(email, '/account/check/'), '/account/check/'))
    await expect(page.getByText(email)).toBeVisible()
    await expectAccessible(page)
    await field(page, t('password')).fill(aPassword)
    await page.getByRole('button', { name: t('check.submit') }).click()
    await expectHeading(page, t('mine.title'))
    await expect(page.getByText(t('mine.emptyTitle'))).toBeVisible()
    await expectAccessible(page)

    const { variantId } = await aProduct()
    await useCart(context, baseURL, await aCart(variantId))
    await page.goto(`/${locale}/checkout`)
    const c = words(locale, 'checkout')
    await expect(page.getByRole('textbox', { name: c('email') })).toHaveValue(email)
    await expect(page.getByRole('textbox', { name: c('name') })).toHaveValue('Sunna Björk')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: c('phone') }).fill(aPhone())
    await sendToPhone(page, locale)
    const paymentId = await expectWaiting(page, locale)
    const { order } = await db().payment.findUniqueOrThrow({ where: { id: paymentId }, include: { order: true } })

    await page.goto(`/${locale}/account`)
    const own = page.getByRole('link', { name: t('mine.order', { number: String(order.number) }) })
    await expect(own).toBeVisible()
    await expectAccessibleEverywhere(page)
    await own.click()
    await expectHeading(page, words(locale, 'payment')('orderPage.title', { number: String(order.number) }))
    await page.goto(`/${locale}/account`)
    await page.getByRole('button', { name: t('mine.signOut') }).click()
    await expect(page.getByText(t('signIn.signedOut'))).toBeVisible()
    await expectAccessibleEverywhere(page)

    await page.goto(`/${locale}/account/data`)
    await signIn(page, locale, email, aPassword)
    await expectHeading(page, t('data.title'))
    await expectAccessibleEverywhere(page)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t('data.exportButton') }).click()
    expect((await download).suggestedFilename()).toBe('lykkja.json')
    await field(page, t('data.password')).fill(aPassword)
    await page.getByRole('button', { name: t('data.deleteButton') }).click()
    await expect(page.getByText(t('signIn.deleted'))).toBeVisible()
    expect(await db().shopper.count({ where: { email } })).toBe(0)
  })

  test(`${locale}: a forgotten password is chosen anew`, async ({ page }) => {
    const { email } = await aShopper()
    await page.goto(`/${locale}/sign-in`)
    await page.getByRole('link', { name: t('signIn.forgot') }).click()
    await expectHeading(page, t('reset.title'))
    await field(page, t('email')).fill(email)
    await page.getByRole('button', { name: t('reset.submit'), exact: true }).click()
    await expect(page.getByText(t('reset.sentTitle'))).toBeVisible()
    await page.goto(linkIn(await mailTo(email, '/account/reset/'), '/account/reset/'))
    await expectAccessible(page)
    await field(page, t('choose.label')).fill('ný og betri ull')
    await page.getByRole('button', { name: t('choose.submit') }).click()
    await expect(page.getByText(t('signIn.changed'))).toBeVisible()
    await signIn(page, locale, email, 'ný og betri ull')
    await expectHeading(page, t('mine.title'))
  })
}

test('what comes back is said on the page of the order, and stands there from then on', async ({ page }) => {
  const t = words('en', 'returns')
  const { paymentId } = await startOne({ quantity: 2 })
  const { order } = await readPayment(paymentId)
  await db().$executeRaw`UPDATE orders SET state = 'paid', stock = 'sold', paid_at = now() WHERE id = ${order.id}`
  await page.goto(`/en/orders/${orderToken(order.id)}`)
  await page.getByText(t('begin')).click()
  await page.getByRole('combobox').selectOption('1')
  await page.getByLabel(t('reason')).fill('Too large.')
  await expectAccessibleEverywhere(page)
  await page.getByRole('button', { name: t('submit') }).click()
  const returns = page.getByRole('region', { name: t('title') })
  await expect(returns.getByText('1 × Prófpeysa (M)')).toBeVisible()
  await expect(returns.getByText(t('begin'))).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('the page of a link whose time is up says so and leads on', async ({ page }) => {
  await page.goto(`/en/account/check/${'A'.repeat(22)}`)
  await expectHeading(page, words('en', 'account')('check.goneTitle'))
  await expectAccessibleEverywhere(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an order is found by its number and its address', async ({ page, context, baseURL }) => {
    const t = words('en', 'account')
    const email = anAddress()
    const { variantId } = await aProduct()
    const cartId = await aCart(variantId)
    await useCart(context, baseURL, cartId)
    await page.goto('/en/checkout')
    await fillCheckout(page, 'en', { email })
    await sendToPhone(page, 'en')
    await expectWaiting(page, 'en')
    const { number } = await db().order.findFirstOrThrow({ where: { cartId } })
    await page.goto('/en')
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: words('en', 'common')('footer.findOrder') })
      .click()
    await expectHeading(page, t('find.title'))
    await field(page, t('find.number')).fill('none')
    await field(page, t('email')).fill(email)
    await page.getByRole('button', { name: t('find.submit') }).click()
    await expect(page.getByText(t('errors.numberWrong'))).toBeVisible()
    await expect(field(page, t('email'))).toHaveValue(email)
    await field(page, t('find.number')).fill(String(number))
    await page.getByRole('button', { name: t('find.submit') }).click()
    await expect(page.getByText(t('find.sentTitle'))).toBeVisible()
    await page.goto(linkIn(await mailTo(email, words('en', 'accountMail')('orderLink.notMe')), '/orders/'))
    await expectHeading(page, words('en', 'payment')('orderPage.title', { number: String(number) }))
  })
})

test('the way to one’s own page is at the top of every page, on the narrowest phone as well', async ({ page }) => {
  const c = words('is', 'common')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/is')
  await expectAccessible(page)
  await page
    .getByRole('banner')
    .getByRole('link', { name: c('footer.account'), exact: true })
    .click()
  await expectHeading(page, words('is', 'account')('signIn.title'))
  await expect(page).toHaveURL(/\/is\/sign-in\?/)
})
