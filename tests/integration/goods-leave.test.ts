// Where the merchant chose so, the money of a reservation is taken when the goods leave: once, before anything is marked
// or mailed, and whatever becomes of the answer nothing is told that nobody knows.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { formatMoney, isk } from '@/lib/money'
import { stepsOf, type StepWish } from '@/lib/orders/fulfilment'
import { listOrders } from '@/lib/orders/merchant-queries'
import { deliverDue } from '@/lib/outbox/deliver'
import { openAttentionItems } from '@/lib/payments/attention'
import { doForOrders } from '@/lib/payments/bulk'
import { confirmByHand, releaseByHand } from '@/lib/payments/by-hand'
import { fulfil, keepHere, leavingOf } from '@/lib/payments/fulfil'
import { holdEndsAt, holdOf } from '@/lib/payments/hold'
import { readWaitingRoom } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { refreshPayment } from '@/lib/payments/refresh'
import { mailsOf } from '../support/orders'
import { merchantChooses, onThePhone, orderFaults, readPayment, resetSandbox, startOne, stockOf, until } from '../support/shop'
import { mainOf } from '../support/shopper'
import { aBrowser, aPerson } from '../support/staff'

vi.setConfig({ testTimeout: 120_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'goods' })
  return () => merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

const inState = (paymentId: string, state: string) =>
  until(
    () => readPayment(paymentId),
    (payment) => payment.state === state,
  )

/** An order, to be collected, whose customer said yes. */
async function aReservation() {
  const { paymentId, variantId } = await startOne()
  await onThePhone(paymentId, 'accept')
  const payment = await inState(paymentId, 'reserved')
  return { paymentId, variantId, orderId: payment.orderId, number: payment.order.number, reference: payment.reference }
}

const wish = (number: number, more: Partial<StepWish> = {}): StepWish => ({
  number,
  step: 'ready',
  trackingUrl: null,
  actor: 'user:test',
  position: 1,
  formKey: newId(),
  ...more,
})

const taken = async (orderId: string) => (await stepsOf(orderId)).map(({ step }) => step)
const captures = async (paymentId: string) =>
  (await readPayment(paymentId)).exchanges
    .filter(({ operation }) => operation === 'ConfirmCart')
    .map(({ code, outcome }) => code ?? outcome)
const mailsWaiting = (orderId: string, kind: string) =>
  db().outbox.count({ where: { kind, payload: { path: ['orderId'], equals: orderId } } })
const deeds = async (subject: string) =>
  (await db().auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action }) => action)
const outcomes = async (orderId: string) =>
  (await db().orderLeaving.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ outcome }) => outcome)
const makeDue = (id: string) => db().payment.update({ where: { id }, data: { nextCheckAt: new Date(0) } })

/** Nothing of the goods was marked, told or mailed, and the order is not paid. */
async function nothingTold(orderId: string) {
  expect(await taken(orderId)).toEqual([])
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(0)
  expect(await mailsWaiting(orderId, 'mail.order_paid')).toBe(0)
  expect(await db().order.findUnique({ where: { id: orderId } })).toMatchObject({ state: 'open', fulfilment: null, stock: 'held' })
}

test('nobody takes the money before the goods leave; then it is taken once, and the order is marked and mailed with it', async () => {
  const { paymentId, variantId, orderId, number } = await aReservation()
  await makeDue(paymentId)
  await reconcileDue()
  await refreshPayment(paymentId, 'callback')
  expect((await readPayment(paymentId)).state).toBe('reserved')
  expect(await captures(paymentId)).toEqual([])
  expect(await readWaitingRoom(paymentId)).toMatchObject({ waitsForGoods: true, waitsForMerchant: false, state: 'reserved' })

  expect(await fulfil(wish(number))).toBe('taken')
  const paid = await readPayment(paymentId)
  expect(paid).toMatchObject({ state: 'confirmed', order: { state: 'paid', fulfilment: 'ready', stock: 'sold', reserved: false } })
  expect(await captures(paymentId)).toEqual(['10200'])
  expect(await stockOf(variantId)).toEqual({ onHand: 9, held: 0 })
  expect(await taken(orderId)).toEqual(['ready'])
  expect(await outcomes(orderId)).toEqual(['taken'])
  expect(await deeds(`payment:${paymentId}`)).toEqual(['payment.goods_leave'])
  expect(await deeds(`order:${number}`)).toEqual(['order.ready'])
  const mails = await until(
    async () => (await deliverDue(), mailsOf(`order-step:${orderId}:`)),
    (found) => found.length > 0,
  )
  expect(mails.map(({ subject }) => subject)).toEqual([`Pöntun ${number} er tilbúin`])
  const [paidMail] = await until(
    () => mailsOf(`payment:${paymentId}:`),
    (found) => found.length > 0,
  )
  expect(paidMail?.text).not.toContain('erum að')
})

test('reserved goods may be packed, and are in the list of what is to be packed and of what is packed', async () => {
  const { paymentId, orderId, number } = await aReservation()
  const listed = async (filter: 'to_pack' | 'packed' | 'to_collect') =>
    (await listOrders({ filter, search: String(number), particulars: true })).rows.length
  expect([await listed('to_pack'), await listed('packed'), await listed('to_collect')]).toEqual([1, 0, 0])
  expect(await fulfil(wish(number, { step: 'packed' }))).toBe('taken')
  expect((await readPayment(paymentId)).state).toBe('reserved')
  expect([await listed('to_pack'), await listed('packed'), await listed('to_collect')]).toEqual([0, 1, 0])
  expect(await fulfil(wish(number, { position: 2 }))).toBe('taken')
  expect([await listed('to_pack'), await listed('packed'), await listed('to_collect')]).toEqual([0, 0, 1])
  expect(await fulfil(wish(number, { step: 'collected', position: 3 }))).toBe('taken')
  expect([await listed('to_pack'), await listed('packed'), await listed('to_collect')]).toEqual([0, 0, 0])
  expect(await taken(orderId)).toEqual(['packed', 'ready', 'collected'])
  expect(await captures(paymentId)).toEqual(['10200'])
})

test('whoever stands at the counter before the goods were told to be ready gets them once they are paid', async () => {
  const { paymentId, orderId, number } = await aReservation()
  expect(await fulfil(wish(number, { step: 'collected' }))).toBe('taken')
  expect((await readPayment(paymentId)).order).toMatchObject({ state: 'paid', fulfilment: 'collected' })
  // They were there: no mail says that it can be collected.
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(0)
})

test('the answer is lost: what the provider says afterwards decides, and the money is taken once', async () => {
  const { paymentId, orderId, number, reference } = await aReservation()
  await orderFaults({ name: 'answer_lost', operation: 'ConfirmCart', reference })
  expect(await fulfil(wish(number))).toBe('taken')
  expect(await taken(orderId)).toEqual(['ready'])
  expect((await readPayment(paymentId)).events.map(({ to }) => to)).toContain('confirm_unknown')
  expect(await captures(paymentId)).toHaveLength(1)
})

test('nobody can tell: the person hears that, nothing is marked or mailed, and all of it follows when the provider speaks again', async () => {
  const { paymentId, orderId, number, reference } = await aReservation()
  await orderFaults({ name: 'answer_lost', operation: 'CheckCart', reference, count: null })
  const form = wish(number)
  expect(await fulfil(form)).toBe('money_unknown')
  await nothingTold(orderId)
  expect(await leavingOf(orderId)).toMatchObject({ step: 'ready' })
  // Nobody takes another step over it, and the same form is told the same.
  expect(await fulfil(wish(number, { step: 'packed' }))).toBe('stale')
  expect(await fulfil(wish(number, { step: 'collected', actor: 'user:other' }))).toBe('stale')
  expect(await fulfil(form)).toBe('money_unknown')
  await worksAgain()
  await until(
    async () => (await makeDue(paymentId), await reconcileDue(), readPayment(paymentId)),
    ({ state }) => state === 'confirmed',
  )
  expect(await captures(paymentId)).toEqual(['10200'])
  expect(await taken(orderId)).toEqual(['ready'])
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(1)
  expect(await leavingOf(orderId)).toBeNull()
  expect(await fulfil(form)).toBe('taken')
})

test('the provider takes the money long after we gave up waiting: until it says so nothing is told, and then all of it once', async () => {
  const { paymentId, orderId, number, reference } = await aReservation()
  await orderFaults({ name: 'slow', ms: 15_000, operation: 'ConfirmCart', reference })
  expect(await fulfil(wish(number))).toBe('money_unknown')
  await nothingTold(orderId)
  const paid = await until(
    async () => (await makeDue(paymentId), await reconcileDue(), readPayment(paymentId)),
    ({ state }) => state === 'confirmed',
  )
  expect(paid.events.map(({ to }) => to)).toContain('confirm_unknown')
  expect(await taken(orderId)).toEqual(['ready'])
  expect(await outcomes(orderId)).toEqual(['taken'])
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(1)
})

/** The sandbox works again; its carts stay. */
async function worksAgain() {
  const answer = await fetch(`${env().loopback}/sandbox/netgiro/control/faults`, { method: 'DELETE' })
  expect(answer.ok).toBe(true)
}

test('the provider refuses: nothing is taken, marked or mailed, the person hears it, and may press again', async () => {
  const { paymentId, orderId, number, reference } = await aReservation()
  await orderFaults({ name: 'refuse', code: 400, operation: 'ConfirmCart', reference })
  expect(await fulfil(wish(number))).toBe('money_refused')
  await nothingTold(orderId)
  expect(await readPayment(paymentId)).toMatchObject({ state: 'reserved', captureBy: 'goods', order: { reserved: true } })
  expect(await outcomes(orderId)).toEqual(['refused'])
  // Nobody tries again behind the person's back.
  await makeDue(paymentId)
  await reconcileDue()
  await refreshPayment(paymentId, 'callback')
  expect(await captures(paymentId)).toEqual(['400'])
  await nothingTold(orderId)
  expect(await fulfil(wish(number))).toBe('taken')
  expect(await captures(paymentId)).toEqual(['400', '10200'])
  expect(await outcomes(orderId)).toEqual(['refused', 'taken'])
})

test('a reservation the gateway has let go is not captured: the goods stay, and the customer is told that nothing was taken', async () => {
  const { paymentId, orderId, number } = await aReservation()
  const { transactionId } = await readPayment(paymentId)
  await db().$executeRaw`UPDATE sandbox.netgiro_cart SET state = 'lapsed', closed_at = now() WHERE id::text = ${transactionId}`
  expect(await fulfil(wish(number))).toBe('money_over')
  expect(await captures(paymentId)).toEqual([])
  expect(await taken(orderId)).toEqual([])
  expect(await outcomes(orderId)).toEqual(['over'])
})

test('a double click takes the money once and one step', async () => {
  const { paymentId, orderId, number } = await aReservation()
  const form = wish(number)
  const answers = await Promise.all([fulfil(form), fulfil(form), fulfil(form)])
  for (const answer of answers) expect(['taken', 'money_unknown']).toContain(answer)
  expect(answers).toContain('taken')
  await inState(paymentId, 'confirmed')
  expect(await captures(paymentId)).toEqual(['10200'])
  expect(await taken(orderId)).toEqual(['ready'])
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(1)
})

test('the form of one order takes nothing for another', async () => {
  const [one, other] = [await aReservation(), await aReservation()]
  const form = wish(one.number)
  expect(await fulfil(form)).toBe('taken')
  expect(await fulfil({ ...form, number: other.number })).toBe('stale')
  const packed = wish(other.number, { step: 'packed' })
  expect(await fulfil(packed)).toBe('taken')
  const third = await aReservation()
  expect(await fulfil({ ...packed, number: third.number, step: 'ready' })).toBe('stale')
  for (const { paymentId, orderId } of [other, third]) {
    expect(await captures(paymentId)).toEqual([])
    expect(await outcomes(orderId)).toEqual([])
  }
})

test('of two people who press at once one takes the money, the other is told to look again', async () => {
  const { paymentId, orderId, number } = await aReservation()
  const answers = await Promise.all(
    [0, 1, 2, 3].map((i) => fulfil(wish(number, { actor: `user:${i}`, step: i % 2 ? 'ready' : 'collected' }))),
  )
  expect(answers.filter((answer) => answer === 'stale')).toHaveLength(3)
  await inState(paymentId, 'confirmed')
  expect(await captures(paymentId)).toEqual(['10200'])
  expect(await taken(orderId)).toHaveLength(1)
  expect(await outcomes(orderId)).toEqual(['taken'])
})

test('whoever pressed died before the call: the reconciler takes the money and marks the order', async () => {
  const { paymentId, orderId, number } = await aReservation()
  // The claim of a worker that is gone: held for a while, by nobody.
  await db()
    .$executeRaw`UPDATE payment SET claim_token = 'gone', claim_until = clock_timestamp() + interval '1 hour' WHERE id = ${paymentId}`
  expect(await fulfil(wish(number))).toBe('money_unknown')
  await nothingTold(orderId)
  expect(await captures(paymentId)).toEqual([])
  await db().$executeRaw`UPDATE payment SET claim_until = 'epoch' WHERE id = ${paymentId}`
  // It is due by itself: nobody has to come back for it.
  await until(
    async () => (await reconcileDue(), readPayment(paymentId)),
    ({ state }) => state === 'confirmed',
  )
  expect(await captures(paymentId)).toEqual(['10200'])
  expect(await taken(orderId)).toEqual(['ready'])
})

test('the goods stay after all: the reservation waits for them as before, and nothing is taken until they leave', async () => {
  const { paymentId, orderId, number } = await aReservation()
  await db()
    .$executeRaw`UPDATE payment SET claim_token = 'gone', claim_until = clock_timestamp() + interval '1 hour' WHERE id = ${paymentId}`
  expect(await fulfil(wish(number))).toBe('money_unknown')
  expect(await keepHere({ number, actor: 'user:test' })).toBe('kept')
  expect(await keepHere({ number, actor: 'user:test' })).toBe('over')
  expect(await keepHere({ number: 999_999_999, actor: 'user:test' })).toBe('gone')
  await db().$executeRaw`UPDATE payment SET claim_until = 'epoch', next_check_at = 'epoch' WHERE id = ${paymentId}`
  await reconcileDue()
  await refreshPayment(paymentId, 'callback')
  await nothingTold(orderId)
  expect(await captures(paymentId)).toEqual([])
  expect(await readPayment(paymentId)).toMatchObject({ state: 'reserved', captureBy: 'goods' })
  expect(await deeds(`payment:${paymentId}`)).toEqual(['payment.goods_leave', 'payment.goods_stay'])
  expect(await fulfil(wish(number))).toBe('taken')
})

test('the goods stay after all, and the money is taken all the same: the order is paid, and not marked', async () => {
  const { paymentId, orderId, number, reference } = await aReservation()
  await orderFaults({ name: 'slow', ms: 15_000, operation: 'ConfirmCart', reference })
  const pressed = fulfil(wish(number))
  await inState(paymentId, 'confirming')
  expect(await keepHere({ number, actor: 'user:other' })).toBe('kept')
  expect(await pressed).toBe('stale')
  await until(
    async () => (await refreshPayment(paymentId, 'merchant'), readPayment(paymentId)),
    ({ state }) => state === 'confirmed',
  )
  expect(await taken(orderId)).toEqual([])
  expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(0)
  expect(await db().order.findUnique({ where: { id: orderId } })).toMatchObject({ state: 'paid', fulfilment: null, reserved: false })
  expect(await fulfil(wish(number))).toBe('taken')
})

test('several orders at once: each takes its own money, and what fails for one is said of that one', async () => {
  const orders = [await aReservation(), await aReservation(), await aReservation()]
  const [refused] = orders
  await orderFaults({ name: 'refuse', code: 400, operation: 'ConfirmCart', reference: refused?.reference })
  const open = await startOne()
  const waiting = (await readPayment(open.paymentId)).order.number
  const numbers = [...orders.map(({ number }) => number), waiting, 999_999_999]
  const results = await doForOrders('leave', numbers, { actor: 'user:bulk' })
  expect(results.map(({ outcome }) => outcome)).toEqual(['money_refused', 'taken', 'taken', 'nothing', 'gone'])
  for (const [i, { paymentId, orderId }] of orders.entries()) {
    expect(await captures(paymentId)).toEqual([i === 0 ? '400' : '10200'])
    expect(await taken(orderId)).toEqual(i === 0 ? [] : ['ready'])
  }
  expect((await doForOrders('leave', numbers.slice(1, 3), { actor: 'user:bulk' })).map(({ outcome }) => outcome)).toEqual([
    'nothing',
    'nothing',
  ])
  const packed = await doForOrders('pack', numbers.slice(0, 2), { actor: 'user:bulk' })
  expect(packed.map(({ outcome }) => outcome)).toEqual(['taken', 'nothing'])
})

test('two people send the same orders at once: each order takes its money once and one step', async () => {
  const orders = [await aReservation(), await aReservation(), await aReservation()]
  const numbers = orders.map(({ number }) => number)
  await Promise.all(['user:a', 'user:b'].map((actor) => doForOrders('leave', numbers, { actor })))
  for (const { paymentId, orderId } of orders) {
    await inState(paymentId, 'confirmed')
    expect(await captures(paymentId)).toEqual(['10200'])
    expect(await taken(orderId)).toEqual(['ready'])
    expect(await mailsWaiting(orderId, 'mail.order_step')).toBe(1)
  }
})

test('a person may confirm before the goods leave, and let the reservation go', async () => {
  const early = await aReservation()
  expect(await confirmByHand({ paymentId: early.paymentId, actor: 'user:test' })).toBe('confirmed')
  expect(await taken(early.orderId)).toEqual([])
  expect(await fulfil(wish(early.number))).toBe('taken')
  expect(await captures(early.paymentId)).toEqual(['10200'])
  const gone = await aReservation()
  expect(await releaseByHand({ paymentId: gone.paymentId, actor: 'user:test', reason: 'sold out' })).toBe('ok')
  expect(await fulfil(wish(gone.number))).toBe('not_paid')
  expect(await captures(gone.paymentId)).toEqual([])
})

test('a shopper who cancelled has nothing taken by goods that leave', async () => {
  const { paymentId, orderId, number } = await aReservation()
  await db().payment.update({ where: { id: paymentId }, data: { needsYes: true, cancelBy: 'shopper' } })
  expect(await fulfil(wish(number))).toBe('not_paid')
  expect(await fulfil(wish(number, { step: 'packed' }))).toBe('not_paid')
  await nothingTold(orderId)
  expect(await captures(paymentId)).toEqual([])
})

test('before a reservation ends a person is told, once, and no longer when its money is taken', async () => {
  const { paymentId, number } = await aReservation()
  const items = async () => (await openAttentionItems()).filter((item) => item.paymentId === paymentId).map(({ kind }) => kind)
  await refreshPayment(paymentId, 'merchant')
  expect(await items()).toEqual([])
  const sixDays = new Date(Date.now() - 6 * 86_400_000)
  await db().payment.update({ where: { id: paymentId }, data: { createdAt: sixDays } })
  const payment = await readPayment(paymentId)
  expect(holdEndsAt(payment).getTime() - sixDays.getTime()).toBe(7 * 86_400_000)
  expect(holdOf([payment], new Date())).toMatchObject({ soon: true })
  await refreshPayment(paymentId, 'merchant')
  await refreshPayment(paymentId, 'merchant')
  expect(await items()).toEqual(['reservation_ends'])
  expect(await fulfil(wish(number))).toBe('taken')
  expect(await items()).toEqual([])
})

test('a reservation that waits for its goods is asked about less and less often, and at once when they leave', async () => {
  const { paymentId } = await aReservation()
  await db().payment.update({ where: { id: paymentId }, data: { checkCount: 9 } })
  await refreshPayment(paymentId, 'merchant')
  const { nextCheckAt, lastCheckAt } = await readPayment(paymentId)
  expect(nextCheckAt.getTime() - (lastCheckAt?.getTime() ?? 0)).toBeGreaterThan(30 * 60_000)
})

test('the settings say how long a reservation stands, the order’s page what pressing takes, and its shopper that nothing is taken yet', async () => {
  const { paymentId, number } = await aReservation()
  const browser = aBrowser()
  await browser.signIn(await aPerson('manager'))
  browser.cookies.set('locale', 'en')
  const page = async (path: string) => (await (await browser.ask(path)).text()).replaceAll('<!-- -->', '')
  expect(await page('/admin/settings')).toContain('at least 7 days')
  const order = mainOf(await page(`/admin/orders/${number}`))
  expect(order).toContain(words('en', 'leaving')('take.ready', { amount: formatMoney(isk(12_400), 'en') }))
  expect(order).toContain('The reservation stands until')
  expect(mainOf(await page(`/is/pay/${paymentId}`))).toContain(words('is', 'payment')('reserved.goodsTitle'))
})
