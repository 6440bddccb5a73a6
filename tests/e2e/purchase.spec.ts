// Whole purchases in the browser, the phone in a second tab; and what the waiting room shows meanwhile.
import { expect } from '@playwright/test'
import type { Prisma } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { aPhone, onThePhone, readPayment, startOne, until } from '../support/shop'
import {
  answerOnPhone,
  buyOneThing,
  expectAccessible,
  expectHeading,
  expectWaiting,
  fillCheckout,
  languages,
  openProduct,
  putInCart,
  sendToPhone,
  test,
} from './support'

const inState = (paymentId: string, state: string) =>
  until(
    () => readPayment(paymentId),
    (payment) => payment.state === state,
  )
const set = (id: string, data: Prisma.PaymentUpdateInput) =>
  db().payment.update({ where: { id }, data: { version: { increment: 1 }, ...data } })

for (const locale of languages) {
  const t = words(locale, 'payment')

  test(`${locale}: from the home page to the paid order, and every page on the way is accessible`, async ({ page, context }) => {
    const phone = aPhone()
    await page.goto(`/${locale}`)
    await openProduct(page, locale)
    await putInCart(page, locale)
    await expectAccessible(page)
    await page.getByRole('link', { name: words(locale, 'checkout')('cart.checkout') }).click()
    await expectHeading(page, words(locale, 'checkout')('title'))
    await expectAccessible(page)
    await fillCheckout(page, locale, { phone })
    await sendToPhone(page, locale)
    const paymentId = await expectWaiting(page, locale)
    await expect(page.getByRole('main')).toContainText(` ${phone.slice(-2)}.`)
    await expectAccessible(page)
    await answerOnPhone(context, phone, 'accept')
    await page.bringToFront()
    await expectHeading(page, t('confirmed.title'))
    await expectAccessible(page)
    await page.getByRole('link', { name: t('confirmed.link') }).click()
    const { order } = await readPayment(paymentId)
    await expectHeading(page, t('orderPage.title', { number: String(order.number) }))
    await expect(page.getByRole('main')).toContainText(t('orderPage.paid'))
    await expect(page.getByRole('main')).toContainText(locale === 'is' ? /\d{1,3}\.\d{3}\u00a0kr\./ : /\d{1,3},\d{3}\u00a0kr\./)
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectAccessible(page)
  })

  test(`${locale}: a no on the phone is told, and another number can pay the same order`, async ({ page, context }) => {
    const [first, second] = [aPhone(), aPhone()]
    const declined = await buyOneThing(page, locale, first)
    await answerOnPhone(context, first, 'reject')
    await expectHeading(page, t('declined.title'))
    await expectAccessible(page)
    await page.getByRole('textbox', { name: t('again.phone') }).fill('123')
    await page.getByRole('button', { name: t('again.submit') }).click()
    await expect(page.getByRole('textbox', { name: t('again.phone') })).toHaveAccessibleDescription(new RegExp(t('problems.phoneWrong')))
    await expect(page.getByRole('textbox', { name: t('again.phone') })).toHaveValue('123')
    await page.getByRole('textbox', { name: t('again.phone') }).fill(second)
    await page.getByRole('button', { name: t('again.submit') }).click()
    const paid = await expectWaiting(page, locale)
    expect(paid).not.toBe(declined)
    await answerOnPhone(context, second, 'accept')
    await expectHeading(page, t('confirmed.title'))
    await page.goto(`/${locale}/pay/${declined}`)
    await expect(page.getByText(t('again.paid'))).toBeVisible()
    expect((await readPayment(declined)).orderId).toBe((await readPayment(paid)).orderId)
  })

  test(`${locale}: a cancelled payment takes nothing, and its goods go back into the cart`, async ({ page }) => {
    const paymentId = await buyOneThing(page, locale)
    await page.getByRole('button', { name: t('cancel') }).click()
    await expectHeading(page, t('cancelled.title'))
    expect((await readPayment(paymentId)).state).toBe('cancelled')
    await page.getByRole('button', { name: t('again.toCart') }).click()
    await expectHeading(page, words(locale, 'checkout')('cart.title'))
    expect((await readPayment(paymentId)).order).toMatchObject({ state: 'cancelled', stock: 'released' })
    await page.goto(`/${locale}/pay/${paymentId}`)
    await expect(page.getByText(t('again.closed'))).toBeVisible()
  })

  test(`${locale}: each state has its own words, and all of them are accessible on a narrow screen in the dark`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    const { paymentId } = await startOne()
    const far = new Date(Date.now() + 86_400_000)
    const still = { nextCheckAt: far, claimUntil: far }
    const scenes: [string, Prisma.PaymentUpdateInput][] = [
      [t('pending.title'), { state: 'pending' }],
      [t('cancelling.title'), { state: 'cancelling', cancelBy: 'shopper' }],
      [t('needs_code.title'), { state: 'needs_code', cancelBy: null }],
      [t('reserved.title'), { state: 'reserved' }],
      [t('reserved.merchantTitle'), { state: 'reserved', captureBy: 'merchant' }],
      [t('needsYes.title'), { state: 'reserved', needsYes: true }],
      [t('unknown.title'), { state: 'unknown', needsYes: false }],
      [t('declined.title'), { state: 'declined' }],
      [t('expired.title'), { state: 'expired' }],
      [t('failed.title'), { state: 'failed', reason: 'not_a_customer' }],
      [t('cancelled.title'), { state: 'cancelled', reason: 'cancelled' }],
    ]
    for (const [title, data] of scenes) {
      await set(paymentId, { ...data, ...still })
      await page.goto(`/${locale}/pay/${paymentId}`)
      await expectHeading(page, title)
      await expectAccessible(page)
    }
  })
}

const t = words('is', 'payment')

test('reload, a second tab and another browser show the same payment, and none of them starts another', async ({
  page,
  context,
  browser,
}) => {
  const phone = aPhone()
  const paymentId = await buyOneThing(page, 'is', phone)
  await page.reload()
  expect(await expectWaiting(page, 'is')).toBe(paymentId)
  const tab = await context.newPage()
  await tab.goto(`/is/pay/${paymentId}`)
  await expectWaiting(tab, 'is')
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(`/en/pay/${paymentId}`)
  await answerOnPhone(context, phone, 'accept')
  for (const open of [page, tab]) {
    await open.bringToFront()
    await expectHeading(open, t('confirmed.title'))
  }
  await expectHeading(other, words('en', 'payment')('confirmed.title'))
  await elsewhere.close()
  expect(await db().payment.count({ where: { order: { payments: { some: { id: paymentId } } } } })).toBe(1)
})

test('a closed browser loses nothing: the order page tells the truth later', async ({ page, context }) => {
  const phone = aPhone()
  const paymentId = await buyOneThing(page, 'is', phone)
  const link = await page.getByRole('link', { name: /Síða pöntunarinnar/ }).getAttribute('href')
  await page.close()
  await onThePhone(paymentId, 'accept')
  await inState(paymentId, 'confirmed')
  const later = await context.newPage()
  await later.goto(link ?? '')
  await expect(later.getByRole('main')).toContainText(t('orderPage.paid'))
})

test('a change is said aloud, once and politely', async ({ page, context }) => {
  const phone = aPhone()
  await buyOneThing(page, 'is', phone)
  await answerOnPhone(context, phone, 'accept')
  await expect(page.getByRole('status').filter({ hasText: t('confirmed.title') })).toHaveCount(1, { timeout: 60_000 })
  await expect(page.getByRole('alert').filter({ hasText: t('confirmed.title') })).toHaveCount(0)
})

test('offline the page says so and asks nothing; back again it goes on', async ({ page, context }) => {
  const phone = aPhone()
  const paymentId = await buyOneThing(page, 'is', phone)
  // What the page and the phone in it still load must be there before the line is cut.
  await expect.poll(() => page.frames().length).toBe(2)
  for (const frame of page.frames()) await frame.waitForLoadState('networkidle')
  await context.setOffline(true)
  await expect(page.getByText(t('offline'))).toBeVisible()
  await onThePhone(paymentId, 'accept')
  await context.setOffline(false)
  await expectHeading(page, t('confirmed.title'))
  await expect(page.getByText(t('offline'))).toBeHidden()
})

test('the polling stops when there is nothing more to learn', async ({ page }) => {
  await buyOneThing(page, 'is')
  await page.getByRole('button', { name: t('cancel') }).click()
  await expectHeading(page, t('cancelled.title'))
  await page.waitForTimeout(1_000)
  let polls = 0
  // The last question, or one for coming back to the tab, may still be on its way.
  await page.waitForTimeout(1_500)
  page.on('request', (request) => (polls += request.url().endsWith('/status') ? 1 : 0))
  await page.waitForTimeout(6_000)
  expect(polls).toBe(0)
})

test('a time that ran out is told, and the goods stay set aside for another try', async ({ page }) => {
  const paymentId = await buyOneThing(page, 'is')
  const over = new Date(Date.now() - 3_600_000)
  await db().payment.update({ where: { id: paymentId }, data: { expiresAt: over, nextCheckAt: over, claimUntil: over } })
  await expectHeading(page, t('expired.title'))
  await expect(page.getByRole('button', { name: t('again.submit') })).toBeVisible()
  expect((await readPayment(paymentId)).order).toMatchObject({ state: 'open', stock: 'held' })
})

for (const answer of ['yes', 'no'] as const) {
  test(`a yes that came before the cancel is taken only with another yes: ${answer}`, async ({ page }) => {
    const { paymentId } = await startOne()
    // The merchant's hand keeps the reservation where it is, until it is the shopper's to decide.
    await db().payment.update({ where: { id: paymentId }, data: { captureBy: 'merchant' } })
    await onThePhone(paymentId, 'accept')
    await inState(paymentId, 'reserved')
    await set(paymentId, { captureBy: 'shop', needsYes: true, cancelBy: 'shopper' })
    await page.goto(`/is/pay/${paymentId}`)
    await expectHeading(page, t('needsYes.title'))
    await page.getByRole('button', { name: t(`needsYes.${answer}`) }).click()
    await expectHeading(page, answer === 'yes' ? t('confirmed.title') : t('cancelled.title'))
    expect((await readPayment(paymentId)).state).toBe(answer === 'yes' ? 'confirmed' : 'late_unhonoured')
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the waiting room goes on by itself, cancels, and tries again', async ({ page }) => {
    const first = await startOne()
    await page.goto(`/is/pay/${first.paymentId}`)
    await page.getByRole('button', { name: t('cancel') }).click()
    await expectHeading(page, t('cancelled.title'))
    await page.getByRole('textbox', { name: t('again.phone') }).fill(aPhone())
    await page.getByRole('button', { name: t('again.submit') }).click()
    const paymentId = await expectWaiting(page, 'is')
    await onThePhone(paymentId, 'accept')
    await expectHeading(page, t('confirmed.title'))
  })
})
