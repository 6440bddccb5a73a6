// "Find my order", as a browser without JavaScript asks for it: what is answered says nothing, what is mailed says all.
import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { orderToken } from '@/lib/orders/token'
import { checkout } from '@/lib/payments/start'
import { aCart, aForm, aProduct, paymentOf, readPayment } from '../support/shop'
import { afterDelivery, anAddress, linkIn, mailTo, mainOf, sendForm } from '../support/shopper'
import { aBrowser } from '../support/staff'

vi.setConfig({ testTimeout: 90_000 })

const t = words('is', 'account')
/** Other mails about the order may come to the same address. */
const linksMailed = (number: number) =>
  db().mail.count({ where: { subject: words('is', 'accountMail')('orderLink.subject', { number: String(number) }) } })

async function anOrder(email = anAddress()) {
  const { variantId } = await aProduct()
  const result = await checkout({ cartId: await aCart(variantId), locale: 'is', form: { ...aForm(), email } })
  return (await readPayment(paymentOf(result))).order
}

async function ask(number: string, email: string, locale = 'is') {
  const answer = await sendForm(aBrowser(), `/${locale}/find-order`, { number, email })
  return { status: answer.status, main: mainOf(await answer.text()) }
}

/** The wish for an order's link, once it has been dealt with. */
const dealtWith = (number: number) =>
  afterDelivery(
    () =>
      db().outbox.findFirst({ where: { kind: 'mail.order_link', payload: { path: ['number'], equals: number } }, orderBy: { id: 'desc' } }),
    (row) => Boolean(row?.doneAt),
  )

test('the number and the address of an order bring its link by mail, in the language that was asked in', async () => {
  const order = await anOrder()
  const { status, main } = await ask(`#${order.number}`, order.email.toUpperCase(), 'en')
  expect(status).toBe(200)
  expect(main).toContain(words('en', 'account')('find.sentTitle'))
  const mail = await mailTo(order.email, words('en', 'accountMail')('orderLink.notMe'))
  expect(linkIn(mail, '/orders/')).toBe(`/en/orders/${orderToken(order.id)}`)
  expect((await aBrowser().ask(linkIn(mail, '/orders/'))).status).toBe(200)
})

test('whether the order is there, and whose it is, cannot be told from the answer', async () => {
  const [order, other] = [await anOrder(), await anOrder()]
  const right = await ask(String(order.number), order.email)
  const strangers = anAddress()
  const wrongAddress = await ask(String(other.number), strangers)
  const noOrder = await ask('999999999', order.email)
  expect(wrongAddress).toEqual(right)
  expect(noOrder).toEqual(right)
  await dealtWith(other.number)
  expect(await db().mail.count({ where: { to: strangers } })).toBe(0)
  expect(await linksMailed(other.number)).toBe(0)
})

test('what waits to be done holds no address', async () => {
  const [order, typed] = [await anOrder(), anAddress()]
  await ask(String(order.number), typed)
  const row = await dealtWith(order.number)
  expect(JSON.stringify(row?.payload)).not.toContain('@')
})

test('an order is asked for five times in an hour, by anybody together, and others are not kept from theirs', async () => {
  const [order, other] = [await anOrder(), await anOrder()]
  for (let i = 0; i < 5; i++) expect((await ask(String(order.number), anAddress())).main).toContain(t('find.sentTitle'))
  const sixth = await ask(String(order.number), order.email)
  expect(sixth.status).toBe(200)
  expect(sixth.main).toContain(t('errors.tooMany'))
  expect((await ask(String(other.number), other.email)).main).toContain(t('find.sentTitle'))
})

test('an order that was forgotten is not found, by its pseudonym neither', async () => {
  const order = await anOrder()
  const email = `customer-${order.id.toLowerCase()}@deleted.invalid`
  await db().order.update({ where: { id: order.id }, data: { email, forgottenAt: new Date(), phone: null } })
  await ask(String(order.number), email)
  await dealtWith(order.number)
  expect(await linksMailed(order.number)).toBe(0)
})

test.each([
  ['', 'sunna@example.is', 'numberMissing'],
  ['abc', 'sunna@example.is', 'numberWrong'],
  ['0', 'sunna@example.is', 'numberWrong'],
  ['99999999999999', 'sunna@example.is', 'numberWrong'],
  ['100001', '', 'emailMissing'],
  ['100001', 'sunna', 'emailWrong'],
  ['100001', `${'x'.repeat(300)}@example.is`, 'emailWrong'],
] as const)('%j and %j are refused in words, and what was typed is kept', async (number, email, problem) => {
  const { status, main } = await ask(number, email)
  expect(status).toBe(200)
  expect(main).toContain(t(`errors.${problem}`))
  if (number) expect(main).toContain(`value="${number}"`)
})
