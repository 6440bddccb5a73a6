// What a shopper hears by mail of an order: once for each thing that happens, in their own language.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { orderToken } from '@/lib/orders/token'
import { deliverDue } from '@/lib/outbox/deliver'
import { cancelByHand } from '@/lib/payments/by-hand'
import { cancelPayment } from '@/lib/payments/cancel'
import { requestRefund } from '@/lib/payments/refund'
import { settleRefund } from '@/lib/payments/refund-by-hand'
import { checkout, tryAgain } from '@/lib/payments/start'
import {
  aCart,
  aForm,
  aPhone,
  aProduct,
  merchantChooses,
  onThePhone,
  orderFaults,
  paymentOf,
  readPayment,
  resetSandbox,
  until,
} from '../support/shop'

vi.setConfig({ testTimeout: 120_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

async function anOrder(locale: Locale = 'is') {
  const { variantId } = await aProduct()
  const email = `${newId()}@example.is`
  const paymentId = paymentOf(await checkout({ cartId: await aCart(variantId), locale, form: { ...aForm(), email } }))
  return { ...(await readPayment(paymentId)), email }
}
const inState = (id: string, state: string) =>
  until(
    () => readPayment(id),
    (payment) => payment.state === state,
  )
/** The server's own timer delivers too: whoever comes first. Everything asked for so far is done when this answers. */
async function mailsTo(email: string, orderId: string) {
  await until(
    async () => (await deliverDue(), db().outbox.count({ where: { doneAt: null, payload: { path: ['orderId'], equals: orderId } } })),
    (left) => left === 0,
  )
  return db().mail.findMany({ where: { to: email }, orderBy: { id: 'asc' } })
}
const subjectsTo = async (email: string, orderId: string) => (await mailsTo(email, orderId)).map(({ subject }) => subject)

test.each([
  ['is', 'Við höfum fengið pöntun', 'er greidd'],
  ['en', 'We have your order', 'is paid'],
] as const)('in %s the order is said to have come in, and to be paid, each once', async (locale, placed, paid) => {
  const { id, order, email } = await anOrder(locale)
  await onThePhone(id, 'accept')
  await inState(id, 'confirmed')
  const mails = await mailsTo(email, order.id)
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining(placed), expect.stringContaining(paid)])
  for (const { text, subject, state } of mails) {
    expect(subject).toContain(String(order.number))
    expect(text).toContain(`/${locale}/orders/${orderToken(order.id)}`)
    expect(text).toContain(formatMoney(isk(12_400), locale))
    // No server is set: they are read in the sandbox's mailbox.
    expect(state).toBe('kept')
  }
})

test('the same form sent twice places one order and says so once', async () => {
  const { variantId } = await aProduct()
  const email = `${newId()}@example.is`
  const wish = { cartId: await aCart(variantId), locale: 'is' as const, form: { ...aForm(), email } }
  const [first] = await Promise.all([checkout(wish), checkout(wish)])
  const { order } = await readPayment(paymentOf(first))
  expect(await subjectsTo(email, order.id)).toHaveLength(1)
})

test('a no on the phone is told once, with the time until which another try can be made', async () => {
  const { id, order, email } = await anOrder('en')
  await onThePhone(id, 'reject')
  await inState(id, 'declined')
  const [, mail, ...more] = await mailsTo(email, order.id)
  expect(more).toEqual([])
  expect(mail?.subject).toBe(`Order ${order.number} is not paid yet`)
  expect(mail?.text).toContain('was declined. No money was taken.')
  expect(mail?.text).toMatch(/You can try again from the page of the order until \d+ /)
})

test('a request that could never be sent is told as that', async () => {
  // Below what the provider takes: it says no to the request itself.
  const { variantId } = await aProduct({ price: 50 })
  const email = `${newId()}@example.is`
  const { id, order } = await readPayment(
    paymentOf(await checkout({ cartId: await aCart(variantId), locale: 'is', form: { ...aForm(), email } })),
  )
  await inState(id, 'failed')
  const [, mail] = await mailsTo(email, order.id)
  expect(mail?.text).toContain('Ekki tókst að senda beiðni')
})

test('who cancels is not told of it, and who is cancelled by the shop is', async () => {
  const one = await anOrder()
  await cancelPayment(one.id, { actor: 'shopper', who: 'shopper' })
  await inState(one.id, 'cancelled')
  expect(await subjectsTo(one.email, one.order.id)).toHaveLength(1)
  const other = await anOrder()
  await cancelByHand({ paymentId: other.id, actor: 'user:test', reason: 'x' })
  await inState(other.id, 'cancelled')
  const [, mail] = await mailsTo(other.email, other.order.id)
  expect(mail?.text).toContain('Við hættum við greiðslu')
})

test('that a payment failed is no news once the shopper is paying again', async () => {
  const { id, order, email } = await anOrder()
  // Its mail waits until the next try is under way.
  await onThePhone(id, 'reject')
  await inState(id, 'declined')
  const cause = await db().outbox.findFirstOrThrow({ where: { causeKey: { startsWith: `payment-end:${id}:` } } })
  const again = paymentOf(await tryAgain({ paymentId: id, phone: aPhone() }))
  await db().mail.deleteMany({ where: { outboxKey: `${cause.causeKey}:${cause.kind}` } })
  await db().outbox.update({ where: { id: cause.id }, data: { doneAt: null } })
  expect(await subjectsTo(email, order.id)).toHaveLength(1)
  await onThePhone(again, 'accept')
  await inState(again, 'confirmed')
  expect(await subjectsTo(email, order.id)).toEqual([expect.stringContaining('fengið'), expect.stringContaining('greidd')])
})

const refund = (paymentId: string, amount: number) =>
  requestRefund({ paymentId, amount, reason: 'Passaði ekki', actor: 'user:test', formKey: newId() })

test('each refund is told once, with its amount, and the last as all of it', async () => {
  const { id, order, email } = await anOrder('en')
  await onThePhone(id, 'accept')
  await inState(id, 'confirmed')
  await refund(id, 1_240)
  await refund(id, 11_160)
  const [, , part, whole, ...more] = await mailsTo(email, order.id)
  expect(more).toEqual([])
  expect(part?.subject).toBe(`We have refunded ${formatMoney(isk(1_240), 'en')} of order ${order.number}`)
  expect(part?.text).not.toContain('all that was left')
  expect(whole?.text).toContain(`We have refunded ${formatMoney(isk(11_160), 'en')}: all that was left of order ${order.number}`)
})

test('a refund nobody has an answer to is not told, until somebody says that it was made', async () => {
  const { id, order, email } = await anOrder()
  await onThePhone(id, 'accept')
  await inState(id, 'confirmed')
  await orderFaults({ name: 'answer_lost', operation: 'refund' })
  const asked = await refund(id, 1_240)
  expect(asked).toMatchObject({ state: 'unknown' })
  expect(await subjectsTo(email, order.id)).toHaveLength(2)
  const refundId = asked.kind === 'asked' ? asked.refundId : ''
  await db().refund.update({ where: { id: refundId }, data: { nextTryAt: null } })
  expect(await settleRefund({ refundId, made: true, actor: 'user:test', reason: 'seen' })).toBe('succeeded')
  expect((await subjectsTo(email, order.id)).at(-1)).toContain('Við höfum endurgreitt')
})

test('who is told in the sandbox’s mailbox can read it there', async () => {
  const { order, email } = await anOrder()
  await mailsTo(email, order.id)
  const { loopback } = (await import('@/lib/env')).env()
  expect(await (await fetch(`${loopback}/sandbox/mail`)).text()).toContain(email)
})
