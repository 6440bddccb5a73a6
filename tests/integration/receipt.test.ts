// The receipt of an order: what was paid, its VAT by rate, and what is known to have gone back.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { formatMoney, isk } from '@/lib/money'
import { readOrderForMerchant } from '@/lib/orders/merchant-queries'
import { vatOfKept } from '@/lib/orders/vat-by-rate'
import { readReceipt } from '@/lib/payments/receipt'
import { requestRefund } from '@/lib/payments/refund'
import { merchantChooses, onThePhone, orderFaults, readPayment, resetSandbox, startOne, until } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

vi.setConfig({ testTimeout: 180_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

/** Bought and paid: 12.400 kr. */
async function paidOne() {
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  return until(
    () => readPayment(paymentId),
    (p) => p.state === 'confirmed',
  )
}

const refund = (paymentId: string, amount: number) =>
  requestRefund({ paymentId, amount, reason: 'Passaði ekki', actor: 'user:test', formKey: newId() })

async function receiptOf(number: number) {
  const order = await readOrderForMerchant(number, true)
  if (!order) throw new Error(`no order ${number}`)
  return readReceipt(order)
}

test('there is none for an order that was not paid', async () => {
  const { order } = await readPayment((await startOne()).paymentId)
  expect(await receiptOf(order.number)).toBeNull()
})

test('it has the VAT by rate, and nothing given back when nothing was', async () => {
  const { order, gateway, reference, transactionId } = await paidOne()
  expect(await receiptOf(order.number)).toEqual({ gateway, reference, transactionId, vat: [{ rate: 24, amount: 2_400 }], givenBack: null })
})

test('refunds are subtracted, each with its day, and the VAT is that of what stays paid', async () => {
  const { id, order } = await paidOne()
  await refund(id, 1_240)
  await refund(id, 4_960)
  const part = await receiptOf(order.number)
  expect(part?.givenBack).toMatchObject({
    refunds: [{ amount: 1_240 }, { amount: 4_960 }],
    kept: 6_200,
    vat: [{ rate: 24, amount: 1_200 }],
  })
  await refund(id, 6_200)
  expect((await receiptOf(order.number))?.givenBack).toMatchObject({ kept: 0, vat: [] })
})

test('a refund whose answer was lost, and one that was refused, are not on it', async () => {
  const { id, order } = await paidOne()
  await orderFaults({ name: 'answer_lost', operation: 'refund' })
  expect(await refund(id, 1_000)).toMatchObject({ state: 'unknown' })
  expect((await receiptOf(order.number))?.givenBack).toBeNull()
  await db().refund.updateMany({ where: { paymentId: id }, data: { state: 'refused' } })
  expect((await receiptOf(order.number))?.givenBack).toBeNull()
})

test('with two rates nobody can tell which VAT went back, unless all of it did', () => {
  const line = (vatRate: number) => ({ vatRate }) as never
  const wool = { lines: [line(24), line(24)], delivery: 'post', deliveryPrice: 990 }
  const both = { ...wool, lines: [line(24), line(11)] }
  const book = { lines: [line(11)], delivery: 'post', deliveryPrice: 990 }
  expect(vatOfKept(wool, 12_400)).toEqual([{ rate: 24, amount: 2_400 }])
  expect(vatOfKept(both, 12_400)).toBeNull()
  expect(vatOfKept(both, 0)).toEqual([])
  expect(vatOfKept(book, 111)).toBeNull()
  expect(vatOfKept({ ...book, deliveryPrice: 0 }, 111)).toEqual([{ rate: 11, amount: 11 }])
})

test('it is written in the customer’s language, and a viewer’s does not say who bought', async () => {
  const { id, order } = await paidOne()
  await refund(id, 1_240)
  await db().order.update({ where: { id: order.id }, data: { locale: 'en', name: `Jane ${order.number}` } })
  const pageFor = async (role: 'viewer' | 'clerk') => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    const page = await (await browser.ask(`/admin/orders/${order.number}/receipt`)).text()
    return /<section aria-label="Receipt" lang="en"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  }
  const [clerks, viewers] = [await pageFor('clerk'), await pageFor('viewer')]
  for (const page of [clerks, viewers])
    for (const amount of [12_400, 2_400, -1_240, 11_160, 2_160]) expect(page).toContain(formatMoney(isk(amount), 'en'))
  expect(clerks).toContain(`Jane ${order.number}`)
  expect(viewers).not.toContain('Jane')
})
