// A clerk's round: what is to be packed is packed and sent, several reservations are confirmed at once, and the list
// that is looked at every day is kept under a name.
import { expect, type Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { orderToken } from '@/lib/orders/token'
import { db } from '@/lib/db'
import { anOrder } from '../support/orders'
import { onThePhone, readPayment, startOne, until } from '../support/shop'
import { aPerson } from '../support/staff'
import { expectAccessible, test } from './support'

const t = words('en', 'admin')
const list = words('en', 'orderList')
const goods = words('en', 'fulfilment')

async function enter(page: Page, baseURL: string | undefined, path: string) {
  const { email, password } = await aPerson('clerk')
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.goto(path)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
}

async function inBothColours(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

test('an order is packed and sent, and its shopper can follow it', async ({ page, baseURL }) => {
  const { id, number } = await anOrder({ locale: 'en' })
  await enter(page, baseURL, `/admin/orders/${number}`)
  const card = page.getByRole('region', { name: goods('title'), exact: true })
  await card.getByRole('button', { name: goods('take.packed'), exact: true }).click()
  await expect(card.getByRole('status')).toHaveText(goods('taken'))
  const link = card.getByRole('textbox', { name: goods('link') })
  await link.fill('https://user@example.is/1')
  await link.press('Enter')
  await expect(link).toHaveAccessibleDescription(new RegExp(goods('problem.link_wrong')))
  await inBothColours(page)
  await link.fill('https://example.is/track/1')
  await link.press('Enter')
  await expect(card.getByRole('link', { name: 'https://example.is/track/1' })).toBeVisible()
  await expect(page.getByRole('region', { name: t('timeline.title') }).getByText(goods('sent'), { exact: true })).toBeVisible()
  await page.goto(`/en/orders/${orderToken(id)}`)
  await expect(page.getByRole('link', { name: goods('shop.follow') })).toHaveAttribute('href', 'https://example.is/track/1')
  await inBothColours(page)
})

/** Reservations that wait for a person, of one customer. */
async function reservations(name: string) {
  const made = []
  for (let i = 0; i < 2; i++) {
    const { paymentId } = await startOne()
    await db().payment.update({ where: { id: paymentId }, data: { captureBy: 'merchant' } })
    await onThePhone(paymentId, 'accept')
    const payment = await until(
      () => readPayment(paymentId),
      ({ state }) => state === 'reserved',
    )
    await db().order.update({ where: { id: payment.orderId }, data: { name } })
    made.push(payment)
  }
  return made
}

test('two reservations are chosen with the keyboard and confirmed at once; what came of each is told', async ({ page, baseURL }) => {
  const name = `Þura ${newId().replace(/[^a-z0-9]/gi, '')}`
  const payments = await reservations(name)
  await enter(page, baseURL, `/admin?q=${encodeURIComponent(name)}&state=to_confirm`)
  const boxes = page.getByRole('checkbox', { name: /^Choose order/ })
  await expect(boxes).toHaveCount(2)
  const [one, other] = payments.map(({ order }) => String(order.number))
  await boxes.first().focus()
  await page.keyboard.press('Space')
  await expect(boxes.first()).toBeChecked()
  // The key works once the page has woken.
  await expect(async () => {
    if (!(await boxes.last().isChecked())) await page.getByRole('link', { name: one, exact: true }).press('x')
    await expect(boxes.last()).toBeChecked({ timeout: 500 })
  }).toPass()
  await inBothColours(page)
  await page.getByRole('button', { name: list('bulk.confirm') }).press('Enter')
  const told = page.getByRole('status').filter({ hasText: 'Confirmed: 2 of 2.' })
  await expect(told).toBeVisible({ timeout: 60_000 })
  // The list is empty now, and what was done can still be read.
  for (const number of [one, other]) await expect(told.getByRole('link', { name: `${list('bulk.order')} ${number}` })).toBeVisible()
  await expect(boxes).toHaveCount(0)
  for (const { id } of payments) expect((await readPayment(id)).state).toBe('confirmed')
})

test('the dearest orders to be packed are a list of one’s own, kept and deleted', async ({ page, baseURL }) => {
  await anOrder()
  await enter(page, baseURL, '/admin?state=to_pack')
  await page
    .getByRole('navigation', { name: list('sort.label') })
    .getByRole('link', { name: list('sort.amount') })
    .click()
  await expect(page).toHaveURL(/state=to_pack&sort=amount$/)
  await page.getByText(list('views.open')).click()
  await page.getByRole('textbox', { name: list('views.name') }).fill('Big ones')
  await page.getByRole('button', { name: list('views.save') }).click()
  const views = page.getByRole('navigation', { name: list('views.label') })
  await expect(views.getByRole('link', { name: 'Big ones' })).toHaveAttribute('aria-current', 'true')
  await inBothColours(page)
  await page.goto('/admin')
  await views.getByRole('link', { name: 'Big ones' }).click()
  await expect(page).toHaveURL(/state=to_pack&sort=amount$/)
  await page.getByRole('button', { name: list('views.remove', { name: 'Big ones' }) }).click()
  await expect(views).toHaveCount(0)
})
