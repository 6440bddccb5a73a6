// Goods that come back: what the shopper may ask for within 14 days, and what the merchant sees of it.
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { forgetOrder } from '@/lib/orders/forget'
import { listOrders } from '@/lib/orders/merchant-queries'
import { orderToken } from '@/lib/orders/token'
import { returnsOf, settleWithdrawal, withdraw } from '@/lib/orders/withdrawals'
import { checkout } from '@/lib/payments/start'
import { aCart, aForm, aProduct, paymentOf, readPayment } from '../support/shop'
import { anAddress, mailTo, mainOf, sendForm } from '../support/shopper'
import { aBrowser, aPerson } from '../support/staff'

vi.setConfig({ testTimeout: 90_000 })

const t = words('is', 'returns')
let variantId: number
beforeAll(async () => {
  variantId = (await aProduct({ stock: 1_000 })).variantId
})

/** Three of one thing, paid so many days ago. */
async function aPaidOrder({ daysAgo = 1, state = 'paid' }: { daysAgo?: number; state?: string } = {}) {
  const email = anAddress()
  const result = await checkout({ cartId: await aCart(variantId, 3), locale: 'is', form: { ...aForm(), email } })
  const { order } = await readPayment(paymentOf(result))
  await db()
    .$executeRaw`UPDATE orders SET state = ${state}, stock = 'sold', paid_at = now() - ${daysAgo} * interval '1 day' WHERE id = ${order.id}`
  const line = await db().orderLine.findFirstOrThrow({ where: { orderId: order.id } })
  return { ...order, email, lineId: line.id }
}

type Wish = { quantity?: number; reason?: string; formKey?: string }
const ask = (order: { id: string; lineId: number }, { quantity, reason = '', formKey = newId() }: Wish = {}) =>
  withdraw({ orderId: order.id, quantities: new Map(quantity === undefined ? [] : [[order.lineId, quantity]]), reason, formKey })
const asked = async (orderId: string) => (await returnsOf(orderId))?.asked ?? []

test('a return is asked for on the order’s page, without JavaScript too, and a mail says that it came', async () => {
  const order = await aPaidOrder()
  const path = `/is/orders/${orderToken(order.id)}`
  const answer = await sendForm(aBrowser(), path, { [`line-${order.lineId}`]: '2', reason: 'Of stór.' })
  expect(answer.status).toBe(200)
  expect(mainOf(await (await aBrowser().ask(path)).text())).toContain('2 × Prófpeysa (M)')
  expect(await asked(order.id)).toMatchObject([{ reason: 'Of stór.', settledAt: null, lines: [{ quantity: 2 }] }])
  expect(await mailTo(order.email, t('mail.text', { number: String(order.number) }))).toContain('2 × Prófpeysa (M)')
})

test('who names no line means the whole order, and no more than was bought ever comes back', async () => {
  const order = await aPaidOrder()
  expect(await ask(order, { quantity: 1 })).toBe('asked')
  expect(await ask(order, { quantity: 3 })).toBe('tooMany')
  expect(await ask(order, { quantity: 0 })).toBe('nothing')
  expect(await ask(order)).toBe('asked')
  expect(await ask(order)).toBe('over')
  expect((await asked(order.id)).map(({ lines }) => lines[0]?.quantity)).toEqual([1, 2])
})

test('many wishes at once are no more than was bought, and one form asks once', async () => {
  const [order, other] = [await aPaidOrder(), await aPaidOrder()]
  await Promise.all(Array.from({ length: 5 }, () => ask(order, { quantity: 2 })))
  expect(await asked(order.id)).toHaveLength(1)
  const formKey = newId()
  expect(await Promise.all(Array.from({ length: 4 }, () => ask(other, { quantity: 1, formKey })))).toEqual([
    'asked',
    'asked',
    'asked',
    'asked',
  ])
  expect(await asked(other.id)).toHaveLength(1)
  expect(await ask(order, { formKey })).toBe('over')
})

test.each([
  ['13 days ago', { daysAgo: 13 }, 'asked'],
  ['14 days ago', { daysAgo: 14 }, 'over'],
  ['and given back in part', { state: 'part_refunded' }, 'asked'],
  ['and given back whole', { state: 'refunded' }, 'over'],
] as const)('an order paid %s: %s', async (_, how, answer) => {
  const order = await aPaidOrder(how)
  expect(await ask(order)).toBe(answer)
  expect((await returnsOf(order.id))?.open).toBe(false)
})

test('an order nobody has paid has nothing to return, and its page says nothing of it', async () => {
  const result = await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm() })
  const { order } = await readPayment(paymentOf(result))
  expect(await ask({ id: order.id, lineId: 0 })).toBe('over')
  expect(mainOf(await (await aBrowser().ask(`/is/orders/${orderToken(order.id)}`)).text())).not.toContain(t('title'))
})

test.each([
  ['two hundred', 'stale'],
  ['-1', 'stale'],
  ['1e1', 'stale'],
  ['99', 'tooMany'],
] as const)('%j pieces are refused in words', async (quantity, problem) => {
  const order = await aPaidOrder()
  const answer = await sendForm(aBrowser(), `/is/orders/${orderToken(order.id)}`, { [`line-${order.lineId}`]: quantity, reason: '' })
  expect([answer.status, mainOf(await answer.text())]).toEqual([200, expect.stringContaining(t(`problem.${problem}`))])
  expect(await asked(order.id)).toEqual([])
})

test('the merchant sees it on the order and in a list of its own, until somebody has dealt with it', async () => {
  const order = await aPaidOrder()
  await ask(order, { quantity: 1, reason: 'Klæjar undan henni.' })
  const listed = async () => (await listOrders({ filter: 'returning', search: String(order.number), particulars: true })).rows.length
  expect(await listed()).toBe(1)
  const [clerk, viewer] = [await aPerson('clerk'), await aPerson('viewer')]
  const [clerks, viewers] = [aBrowser(), aBrowser()]
  await clerks.signIn(clerk)
  await viewers.signIn(viewer)
  const page = async (browser: typeof clerks) => (await browser.ask(`/admin/orders/${order.number}`)).text()
  expect(await page(clerks)).toContain('Klæjar undan henni.')
  const masked = await page(viewers)
  expect(masked).toContain(t('admin.title'))
  expect(masked).not.toContain('Klæjar')
  const id = (await asked(order.id))[0]?.id ?? 0n
  expect(await Promise.all([1, 2, 3].map(() => settleWithdrawal(id, `user:${clerk.id}`)))).toEqual(['settled', 'settled', 'settled'])
  expect(await listed()).toBe(0)
  expect(await db().auditEntry.count({ where: { subject: `order:${order.number}`, action: 'withdrawal.settle' } })).toBe(1)
})

test('when an order is forgotten, so is why something came back', async () => {
  const order = await aPaidOrder({ daysAgo: 1 })
  await ask(order, { quantity: 1, reason: 'Ég er með ofnæmi.' })
  await db().$executeRaw`UPDATE orders SET paid_at = now() - interval '31 days' WHERE id = ${order.id}`
  await db().$transaction((tx) => forgetOrder(tx, { orderId: order.id, pseudonym: 'customer-x' }))
  expect(await asked(order.id)).toMatchObject([{ reason: null, lines: [{ quantity: 1 }] }])
})
