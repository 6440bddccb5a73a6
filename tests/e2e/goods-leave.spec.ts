// A reservation at the counter: its goods are packed, the gateway refuses once and takes the money then, the order is
// told to be ready, found among those to be collected, handed over, and its mail sent once more.
import { expect } from '@playwright/test'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { onThePhone, orderFaults, readPayment, startOne, until } from '../support/shop'
import { aPerson } from '../support/staff'
import { expectAccessible, test } from './support'

const t = words('en', 'admin')
const f = words('en', 'fulfilment')
const l = words('en', 'leaving')
const m = words('en', 'orderMails')
const price = formatMoney(isk(12_400), 'en')

const captures = async (paymentId: string) =>
  (await readPayment(paymentId)).exchanges.filter(({ operation }) => operation === 'ConfirmCart').map(({ code }) => code)

test('the money of a reservation is taken at the counter, when its goods leave', async ({ page, baseURL }) => {
  test.slow()
  const { paymentId } = await startOne()
  await db().payment.update({ where: { id: paymentId }, data: { captureBy: 'goods' } })
  await onThePhone(paymentId, 'accept')
  const { order, reference } = await until(
    () => readPayment(paymentId),
    ({ state }) => state === 'reserved',
  )
  const { email, password } = await aPerson('clerk')
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.goto(`/admin/orders/${order.number}`)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()

  const goods = page.getByRole('region', { name: f('title'), exact: true })
  await expect(goods.getByText(l('reserved', { amount: price }))).toBeVisible()
  await expectAccessible(page)
  await goods.getByRole('button', { name: f('take.packed'), exact: true }).click()
  await expect(goods.getByText(f('taken'))).toBeVisible()
  expect(await captures(paymentId)).toEqual([])

  const ready = goods.getByRole('button', { name: l('take.ready', { amount: price }) })
  await orderFaults({ name: 'refuse', code: 400, operation: 'ConfirmCart', reference })
  await ready.click()
  await expect(goods.getByText(l('money_refused'))).toBeVisible()
  await expect(page.getByRole('main').getByText(t('orderState.open'), { exact: true }).first()).toBeVisible()
  await expectAccessible(page)

  await ready.click()
  await expect(goods.getByText(f('ready'), { exact: true })).toBeVisible()
  await expect(page.getByRole('main').getByText(t('orderState.paid'), { exact: true }).first()).toBeVisible()
  expect(await captures(paymentId)).toEqual(['400', '10200'])

  await page.goto(`/admin?state=to_collect&q=${order.number}`)
  await page.getByRole('link', { name: String(order.number), exact: true }).click()
  await goods.getByRole('button', { name: f('take.collected'), exact: true }).click()
  await expect(goods.getByText(f('collected'), { exact: true })).toBeVisible()
  await expect(goods.getByRole('button')).toHaveCount(0)

  // What was mailed stands on the page once the server has written it.
  const mails = page.getByRole('region', { name: m('title') })
  await expect(async () => {
    await page.reload()
    await expect(mails.getByRole('button', { name: m('again') }).first()).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await mails
    .getByRole('button', { name: m('again') })
    .first()
    .click()
  await expect(mails.getByText(m('by', { actor: 'Próf clerk' }))).toBeVisible()
  await expectAccessible(page)
})
