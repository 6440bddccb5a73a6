import { expect, type Page } from '@playwright/test'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { aCart, aPhone, aProduct } from '../support/shop'
import { expectAccessible, expectHeading, expectWaiting, fillCheckout, languages, sendToPhone, test, useCart } from './support'

const withCart = test.extend<{ variantId: number; cartId: string }>({
  variantId: async ({}, use) => use((await aProduct({ stock: 5, price: 12_400 })).variantId),
  cartId: async ({ variantId, context, baseURL }, use) => {
    const cartId = await aCart(variantId)
    await useCart(context, baseURL, cartId)
    await use(cartId)
  },
})

const ordersOf = (cartId: string) => db().order.count({ where: { cartId } })

for (const locale of languages) {
  const t = words(locale, 'checkout')
  const field = (page: Page, name: 'name' | 'email' | 'phone' | 'address' | 'postcode' | 'city') =>
    page.getByRole('textbox', { name: t(name) })

  withCart(`${locale}: an empty form is told field by field what it lacks, and the focus is at the first`, async ({ page, cartId }) => {
    await page.goto(`/${locale}/checkout`)
    await sendToPhone(page, locale)
    for (const [name, key] of [
      ['name', 'nameMissing'],
      ['email', 'emailMissing'],
      ['phone', 'phoneMissing'],
    ] as const) {
      await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(`^▲?\\s*${t(`errors.${key}`)}`))
      await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true')
    }
    await expect(field(page, 'name')).toBeFocused()
    await expectAccessible(page)
    expect(await ordersOf(cartId)).toBe(0)
  })

  const wrong = [
    ['email', 'sunna@', 'emailWrong'],
    ['email', 'sunna at example.is', 'emailWrong'],
    ['phone', '555 1234', 'phoneWrong'],
    ['phone', '82232a1', 'phoneWrong'],
    ['phone', '+45 8223281', 'phoneWrong'],
    ['phone', '82232811', 'phoneWrong'],
    ['name', 'x'.repeat(150), 'tooLong'],
    ['name', '   ', 'nameMissing'],
  ] as const
  withCart(`${locale}: what is wrong is said at its field, what was typed is kept, and nothing is ordered`, async ({ page, cartId }) => {
    await page.goto(`/${locale}/checkout`)
    for (const [name, typed, key] of wrong) {
      await fillCheckout(page, locale, { [name]: typed })
      await sendToPhone(page, locale)
      await expect(field(page, name)).toHaveAccessibleDescription(new RegExp(t(`errors.${key}`).replaceAll('.', '\\.')))
      await expect(field(page, name)).toHaveValue(typed)
      await expect(field(page, name)).toBeFocused()
    }
    expect(await ordersOf(cartId)).toBe(0)
  })

  withCart(`${locale}: an address is asked for only where one is needed, and the sum follows the delivery`, async ({ page, cartId }) => {
    await page.goto(`/${locale}/checkout`)
    const sum = (thousands: string) => page.getByRole('button', { name: locale === 'is' ? thousands : thousands.replace('.', ',') })
    await expect(field(page, 'address')).toBeHidden()
    await expect(sum('12.400')).toBeVisible()
    await page.getByRole('radio', { name: t('home') }).check()
    await expect(sum('14.090')).toBeVisible()
    await page.getByRole('radio', { name: new RegExp(`^${t('post')}`) }).check()
    await expect(sum('13.390')).toBeVisible()
    await fillCheckout(page, locale)
    await field(page, 'postcode').fill('1O1')
    await sendToPhone(page, locale)
    await expect(field(page, 'address')).toBeFocused()
    await expect(field(page, 'postcode')).toHaveAccessibleDescription(new RegExp(t('errors.postcodeWrong')))
    await expect(page.getByRole('radio', { name: new RegExp(`^${t('post')}`) })).toBeChecked()
    await field(page, 'address').fill('Laugavegur 1')
    await field(page, 'postcode').fill('101')
    await field(page, 'city').fill('Reykjavík')
    await sendToPhone(page, locale)
    await expectWaiting(page, locale)
    // What the sum is made of stands beside it: the goods alone would not come to it.
    const p = words(locale, 'payment')
    await expect(page.getByText(`${p('orderPage.delivery')} · ${p('orderPage.post')}`)).toBeVisible()
    expect(await db().order.findFirst({ where: { cartId } })).toMatchObject({
      delivery: 'post',
      address: 'Laugavegur 1',
      postcode: '101',
      city: 'Reykjavík',
      total: 13_390,
    })
  })

  withCart(
    `${locale}: what sells out while the shopper types is named, what was typed is kept, and the cart is the way out`,
    async ({ page, cartId, variantId }) => {
      await page.goto(`/${locale}/checkout`)
      await fillCheckout(page, locale, { name: 'Of sein' })
      await db().variant.update({ where: { id: variantId }, data: { held: 5 } })
      await sendToPhone(page, locale)
      await expect(page.getByRole('alert').filter({ hasText: t('problems.outOfStock') })).toBeVisible()
      await expect(page.getByText(t('shortage.none', { name: locale === 'is' ? 'Prófpeysa' : 'Test sweater', size: 'M' }))).toBeVisible()
      await expect(field(page, 'name')).toHaveValue('Of sein')
      await expectAccessible(page)
      expect(await ordersOf(cartId)).toBe(0)
      await page.getByRole('link', { name: t('shortage.link') }).click()
      await expect(page.getByText(t('cart.soldOutText'))).toBeVisible()
    },
  )
}

withCart('a number is understood however it is typed', async ({ page, cartId }) => {
  await page.goto('/en/checkout')
  const phone = aPhone()
  await fillCheckout(page, 'en', { phone: `+354 ${phone.slice(0, 3)}-${phone.slice(3)}` })
  await sendToPhone(page, 'en')
  await expectWaiting(page, 'en')
  const payment = await db().payment.findFirst({ where: { order: { cartId } } })
  expect(payment?.payerHint).toBe(phone.slice(-2))
})

for (const chosen of [undefined, 'is'] as const)
  withCart(
    `a shopper in English${chosen ? ' who chose Icelandic before' : ''} finds the sandbox phone in ${chosen ? 'Icelandic' : 'English'}`,
    async ({ page, context, baseURL, cartId }) => {
      if (chosen) await context.addCookies([{ name: 'locale', value: chosen, url: baseURL ?? '' }])
      await page.goto('/en/checkout')
      await fillCheckout(page, 'en')
      await sendToPhone(page, 'en')
      await expectWaiting(page, 'en')
      expect(await ordersOf(cartId)).toBe(1)
      await page.goto('/sandbox/phone')
      await expectHeading(page, words(chosen ?? 'en', 'sandbox')('phone.requests'))
    },
  )

withCart('the form sent twice at once makes one order and leads to its waiting room', async ({ page, cartId }) => {
  await page.goto('/is/checkout')
  await fillCheckout(page, 'is')
  await page.getByRole('button', { name: /Senda í símann/ }).dblclick()
  await expectWaiting(page, 'is')
  expect(await ordersOf(cartId)).toBe(1)
})

withCart('a second tab, the back button and a new visit lead to the payment under way', async ({ page, context, cartId }) => {
  const second = await context.newPage()
  await second.goto('/is/checkout')
  await fillCheckout(second, 'is')
  await page.goto('/is/checkout')
  await fillCheckout(page, 'is')
  await sendToPhone(page, 'is')
  const paymentId = await expectWaiting(page, 'is')
  await sendToPhone(second, 'is')
  expect(await expectWaiting(second, 'is')).toBe(paymentId)
  await second.goto('/is/checkout')
  expect(await expectWaiting(second, 'is')).toBe(paymentId)
  await second.goto('/is/cart')
  await second.getByRole('link', { name: words('is', 'checkout')('cart.waitingLink') }).click()
  expect(await expectWaiting(second, 'is')).toBe(paymentId)
  // The checkout's address may stand for a moment only: it is listened for, not looked at.
  const backAtCheckout = page.waitForURL('/is/checkout', { waitUntil: 'commit' })
  await page.goBack()
  await backAtCheckout
  expect(await expectWaiting(page, 'is')).toBe(paymentId)
  expect(await ordersOf(cartId)).toBe(1)
})

test('there is no checkout of nothing', async ({ page }) => {
  await page.goto('/is/checkout')
  await expect(page).toHaveURL('/is/cart')
  await expectHeading(page, words('is', 'checkout')('cart.emptyTitle'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  const noScript = withCart.extend({ javaScriptEnabled: false })

  noScript('a checkout is refused with its words kept, then taken to the waiting room', async ({ page, cartId }) => {
    const t = words('en', 'checkout')
    await page.goto('/en/checkout')
    await page.getByRole('radio', { name: t('home') }).check()
    await fillCheckout(page, 'en', { name: 'Jóna', phone: '12' })
    await sendToPhone(page, 'en')
    await expect(page.getByRole('textbox', { name: t('name') })).toHaveValue('Jóna')
    await expect(page.getByRole('radio', { name: t('home') })).toBeChecked()
    await expect(page.getByRole('textbox', { name: t('phone') })).toHaveAccessibleDescription(new RegExp(t('errors.phoneWrong')))
    await page.getByRole('radio', { name: t('collect') }).check()
    await page.getByRole('textbox', { name: t('phone') }).fill(aPhone())
    await sendToPhone(page, 'en')
    await expectWaiting(page, 'en')
    expect(await ordersOf(cartId)).toBe(1)
  })
})

test('links that are nobody’s, or not theirs, are not found', async ({ page, request }) => {
  const id = 'A'.repeat(22)
  for (const path of [
    `/is/pay/${id}`,
    '/is/pay/x',
    '/en/pay/..%2f..',
    `/is/orders/${id}${id}`,
    '/is/orders/x',
    `/en/orders/${'x'.repeat(400)}`,
    '/is/pay/%00',
    "/is/orders/'",
  ]) {
    const { status } = { status: (await request.get(path)).status() }
    expect([path, status]).toEqual([path, status >= 400 && status < 500 ? status : 404])
  }
  await page.goto(`/is/pay/${id}`)
  await expectHeading(page, words('is', 'common')('notFound.title'))
})

test('a poll for a payment that is none gets a plain 404, and only GET is answered', async ({ request }) => {
  for (const id of ['A'.repeat(22), 'x', '..', '%00', "'%20OR%201=1", '💣', 'a'.repeat(3_000)]) {
    const answer = await request.get(`/api/payments/${encodeURIComponent(id)}/status`)
    expect([id.slice(0, 30), answer.status()]).toEqual([id.slice(0, 30), 404])
  }
  const answer = await request.get(`/api/payments/${'A'.repeat(22)}/status`)
  expect([await answer.json(), answer.headers()['cache-control']]).toEqual([{ error: 'not_found' }, 'no-store, no-transform'])
  expect(answer.headers()['content-encoding']).toBeUndefined()
  expect((await request.post(`/api/payments/${'A'.repeat(22)}/status`, { headers: { origin: 'http://evil.example' } })).status()).toBe(405)
})
