// The same deed for several orders: each as if it were asked for alone, each with an answer of its own.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { doForOrders, mostAtOnce, type BulkResult } from '@/lib/payments/bulk'
import { anOrder } from '../support/orders'
import { merchantChooses, onThePhone, orderFaults, readPayment, resetSandbox, startOne, until } from '../support/shop'
import { aBrowser, aPerson, formWith } from '../support/staff'

vi.setConfig({ testTimeout: 120_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'merchant' })
  return () => merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

/** A payment the customer accepted, that waits for a person. */
async function aReservation() {
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  return until(
    () => readPayment(paymentId),
    (payment) => payment.state === 'reserved',
  )
}
const waiting = async () => readPayment((await startOne()).paymentId)
const deedsFor = (paymentId: string) =>
  db().auditEntry.findMany({ where: { subject: `payment:${paymentId}` }, select: { actor: true, action: true } })

test('reservations are confirmed, each with its entry in the audit, and what is none has an answer that says so', async () => {
  const actor = 'user:bulk'
  const reserved = [await aReservation(), await aReservation(), await aReservation()]
  const open = await waiting()
  const bare = await anOrder()
  const numbers = [...reserved, open].map(({ order }) => order.number)
  const results = await doForOrders('confirm', [...numbers, bare.number, 999_999_999], { actor })
  const outcomes = ['confirmed', 'confirmed', 'confirmed', 'nothing', 'nothing', 'gone']
  expect(results).toEqual(
    [...numbers, bare.number, 999_999_999].map((number, i): BulkResult => ({ number, outcome: outcomes[i] as BulkResult['outcome'] })),
  )
  for (const { id } of reserved) {
    const payment = await readPayment(id)
    expect(payment).toMatchObject({ state: 'confirmed', order: { state: 'paid' } })
    expect(payment.exchanges.filter(({ operation }) => operation === 'ConfirmCart')).toHaveLength(1)
    expect(await deedsFor(id)).toEqual([{ actor, action: 'payment.confirm' }])
  }
  expect((await readPayment(open.id)).state).toBe('pending')
  expect(await deedsFor(open.id)).toEqual([])
})

test('what fails for one is said of that one, and the others are done', async () => {
  const [good, lost] = [await aReservation(), await aReservation()]
  await orderFaults({ name: 'answer_lost', operation: 'ConfirmCart', reference: lost.reference, count: null })
  await orderFaults({ name: 'answer_lost', operation: 'CheckCart', reference: lost.reference, count: null })
  const results = await doForOrders('confirm', [lost.order.number, good.order.number], { actor: 'user:bulk' })
  expect(results.find(({ number }) => number === good.order.number)?.outcome).toBe('confirmed')
  expect(['unknown', 'not_reserved']).toContain(results.find(({ number }) => number === lost.order.number)?.outcome)
  // Nothing was taken on hearsay.
  expect((await readPayment(lost.id)).state).not.toBe('confirmed')
})

test('two people who confirm the same orders at once take the money once', async () => {
  const reserved = [await aReservation(), await aReservation()]
  const numbers = reserved.map(({ order }) => order.number)
  const both = await Promise.all(['user:a', 'user:b'].map((actor) => doForOrders('confirm', numbers, { actor })))
  expect(both.flat().some(({ outcome }) => outcome === 'confirmed')).toBe(true)
  for (const { id } of reserved) {
    const payment = await until(
      () => readPayment(id),
      ({ state }) => state === 'confirmed',
    )
    expect(payment.exchanges.filter(({ operation }) => operation === 'ConfirmCart')).toHaveLength(1)
  }
})

test('several are asked about, whatever state they are in', async () => {
  const [reserved, open, bare] = [await aReservation(), await waiting(), await anOrder()]
  const results = await doForOrders('check', [reserved.order.number, open.order.number, bare.number], { actor: 'user:bulk' })
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'nothing'])
  expect(await deedsFor(open.id)).toEqual([{ actor: 'user:bulk', action: 'payment.check' }])
})

test('when the time is over, what was not begun is said not to be', async () => {
  const { id, order } = await waiting()
  expect(await doForOrders('check', [order.number], { actor: 'user:bulk', budgetMs: -1 })).toEqual([
    { number: order.number, outcome: 'not_begun' },
  ])
  expect(await deedsFor(id)).toEqual([])
})

test('no more than fifty at once', async () => {
  const results = await doForOrders(
    'check',
    Array.from({ length: mostAtOnce + 1 }, (_, i) => 999_000_000 + i),
    { actor: 'user:bulk' },
  )
  expect(results).toHaveLength(mostAtOnce)
})

const t = words('en', 'orderList')

/** The list of orders as a clerk sees it, and its form sent without JavaScript. */
async function aClerk(path: string) {
  const browser = aBrowser()
  await browser.signIn(await aPerson('clerk'))
  browser.cookies.set('locale', 'en')
  const send = async (fields: Record<string, string>) => {
    const page = await (await browser.ask(path)).text()
    const form = formWith(page, Object.keys(fields)[0] ?? '')
    const hidden = Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('$ACTION')))
    expect(Object.keys(hidden)).not.toEqual([])
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...hidden, ...fields })) body.append(name, value)
    const { appUrl } = (await import('@/lib/env')).env()
    return (await browser.ask(path, { method: 'POST', body, headers: { origin: appUrl } })).text()
  }
  return { browser, send }
}

test('without JavaScript the boxes are sent as a form, and the answer is on the page that comes back', async () => {
  const { id, order } = await aReservation()
  const clerk = await aClerk(`/admin?q=${order.number}`)
  const page = await clerk.send({ [`order-${order.number}`]: 'on', deed: 'confirm' })
  expect(page).toContain('Confirmed: 1 of 1.')
  expect(page).toContain(t('bulk.confirm_confirmed'))
  expect((await readPayment(id)).state).toBe('confirmed')
})

test('with nothing chosen nothing is done, and too many are refused', async () => {
  const { order } = await waiting()
  const clerk = await aClerk(`/admin?q=${order.number}`)
  const box = `order-${order.number}`
  const many = Object.fromEntries(Array.from({ length: mostAtOnce }, (_, i) => [`order-${999_000_000 + i}`, 'on']))
  expect(await clerk.send({ [box]: 'on', ...many, deed: 'check' })).toContain(t('bulk.too_many'))
  expect(await clerk.send({ [box]: 'on', deed: 'erase' })).toContain(t('bulk.deed_wrong'))
})

test('a viewer has no boxes', async () => {
  const { order } = await waiting()
  const browser = aBrowser()
  await browser.signIn(await aPerson('viewer'))
  const page = await (await browser.ask(`/admin?q=${order.number}`)).text()
  expect(page).toContain(`/admin/orders/${order.number}`)
  expect(page).not.toContain('type="checkbox"')
})
