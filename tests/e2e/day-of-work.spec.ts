// A merchant's day among two hundred orders in every state: one is found and confirmed, one given back in two parts, one
// called off; the list is downloaded, a callback that was never judged is judged, and a broken file changes nothing.
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { anOrder } from '../support/orders'
import { aShelfProduct, aWord, productNow } from '../support/products'
import { onThePhone, readPayment, startOne, until } from '../support/shop'
import { aPerson } from '../support/staff'
import { expectAccessible, test } from './support'

const t = words('en', 'admin')
const p = words('en', 'products')
const inState = (paymentId: string, state: string) =>
  until(
    () => readPayment(paymentId),
    (payment) => payment.state === state,
  )

/** 200 orders of the same person: four that are alive at the gateway, the others as they ended. */
async function aDaysOrders(name: string) {
  const states = ['paid', 'part_refunded', 'refunded', 'expired', 'cancelled']
  for (let i = 0; i < 196; i++) await anOrder({ name, state: states[i % states.length], total: 1_000 + i })
  const started = []
  for (let i = 0; i < 4; i++) started.push((await startOne()).paymentId)
  const [toConfirm = '', toRefund = '', toCancel = '', toReplay = ''] = started
  await db().payment.update({ where: { id: toConfirm }, data: { captureBy: 'merchant' } })
  for (const id of [toConfirm, toRefund, toReplay]) await onThePhone(id, 'accept')
  await inState(toConfirm, 'reserved')
  for (const id of [toRefund, toReplay]) await inState(id, 'confirmed')
  await db().order.updateMany({ where: { payments: { some: { id: { in: started } } } }, data: { name } })
  return { toConfirm, toRefund, toCancel, toReplay }
}

test('a day of work', async ({ page, baseURL }) => {
  test.slow()
  const name = `Ævar ${newId().replace(/[^a-z0-9]/gi, '')}`
  const { toConfirm, toRefund, toCancel, toReplay } = await aDaysOrders(name)
  const numberOf = async (paymentId: string) => (await readPayment(paymentId)).order.number
  const badge = (text: string) => page.getByRole('main').getByText(text, { exact: true }).first()

  const { email, password } = await aPerson('owner')
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.goto('/admin')
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('orders.title'))

  // Found by its number, and confirmed.
  await page.getByRole('searchbox').fill(String(await numberOf(toConfirm)))
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: String(await numberOf(toConfirm)), exact: true }).click()
  await page.getByRole('button', { name: /^Confirm 12,400/ }).click()
  await expect(page.getByText(t('act.confirm_confirmed'))).toBeVisible()
  await expect(badge(t('orderState.paid'))).toBeVisible()
  expect((await readPayment(toConfirm)).state).toBe('confirmed')

  // Given back in two parts.
  await page.goto(`/admin/orders/${await numberOf(toRefund)}`)
  const refunds = page.getByRole('region', { name: t('refund.title') })
  for (const amount of ['2.400', null]) {
    await refunds.getByText(t('refund.open')).click()
    if (amount) await refunds.getByLabel(t('refund.amount')).fill(amount)
    await refunds.getByLabel(t('refund.reason')).fill('Too small')
    await refunds.getByRole('button', { name: t('refund.submit'), exact: true }).click()
    await expect(refunds.getByText(t('refund.message.asked_succeeded'), { exact: true }).first()).toBeVisible()
  }
  await expect(badge(t('orderState.refunded'))).toBeVisible()

  // Called off, with a reason.
  await page.goto(`/admin/orders/${await numberOf(toCancel)}`)
  await page.getByText(t('act.cancel')).click()
  await page.getByLabel(t('act.reason')).fill('The customer called')
  await page.getByRole('button', { name: t('act.cancelNow') }).click()
  await expect(page.getByText(t('act.cancel_asked'))).toBeVisible()
  await inState(toCancel, 'cancelled')

  // All two hundred in one file, and no other.
  await page.goto(`/admin?q=${encodeURIComponent(name)}`)
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('list.export') }).click()])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  expect(lines).toHaveLength(200)
  expect(lines.filter((line) => line.includes(name))).toHaveLength(200)

  // A callback whose worker died before it was judged.
  const { id } = await db().callback.findFirstOrThrow({ where: { paymentId: toReplay, verdict: 'accepted' } })
  await db().callback.update({ where: { id }, data: { verdict: 'received' } })
  await page.goto('/admin/callbacks?verdict=received')
  const item = page.locator(`#callback-${id}`)
  await item.locator('summary').click()
  await item.getByRole('button', { name: t('callbacks.replay') }).click()
  await expect(item.getByText(t('callbacks.replayed', { verdict: t('timeline.verdict.accepted') }))).toBeVisible()
  expect((await readPayment(toReplay)).state).toBe('confirmed')

  // A file with an error in it.
  const product = await aShelfProduct({ name: aWord(), stock: [5] })
  await page.goto('/admin/products/import')
  await expect(async () => {
    await page.getByLabel(p('import.file'), { exact: true }).setInputFiles({
      name: 'broken.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`slug,price\r\n"${product.slug},twelve\r\n`),
    })
    await expect(page.getByText(/^Errors in the file: /)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByRole('button', { name: p('import.write') })).toHaveCount(0)
  expect((await productNow(product.id)).price).toBe(12_400)
})
