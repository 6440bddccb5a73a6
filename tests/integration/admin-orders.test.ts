// Finding orders, on real Postgres.
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { exportOrders } from '@/lib/orders/export'
import { countOrders, listOrders, readOrderForMerchant, type OrdersQuery } from '@/lib/orders/merchant-queries'
import { orderSorts } from '@/lib/orders/sorts'
import { readPayment, startOne } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

const tag = newId().toLowerCase().replace(/[^a-z0-9]/g, '')
const query: OrdersQuery = { filter: 'all', search: tag, particulars: true }

async function anOrder(name: string, state = 'open') {
  return db().order.create({
    data: {
      id: newId(), checkoutKey: newId(), locale: 'is', name, email: `${tag}@example.is`, delivery: 'collect', deliveryPrice: 0, total: 1240, vatTotal: 240,
      state, stock: state === 'open' ? 'held' : 'released', holdUntil: new Date(Date.now() + 3_600_000),
    },
  })
}

let numbers: number[] = []
beforeAll(async () => {
  for (let i = 0; i < 60; i++) numbers.push((await anOrder(`Þórdís ${tag} ${i}`, i % 3 ? 'open' : 'cancelled')).number)
  numbers = numbers.toReversed()
})

test('pages by key go through every order once, newest first, and back again', async () => {
  const seen: number[] = []
  let page = await listOrders(query)
  expect(page.newer).toBeNull()
  for (;;) {
    seen.push(...page.rows.map((row) => row.number))
    if (page.older === null) break
    page = await listOrders({ ...query, before: page.older })
  }
  expect(seen).toEqual(numbers)
  const back = await listOrders({ ...query, after: page.newer ?? undefined })
  expect(back.rows.map((row) => row.number)).toEqual(numbers.slice(25, 50))
  expect((await listOrders({ ...query, after: back.newer ?? undefined })).newer).toBeNull()
})

test('an order that comes in meanwhile does not shift the pages after it', async () => {
  const first = await listOrders(query)
  const late = await anOrder(`${tag} late`)
  const second = await listOrders({ ...query, before: first.older ?? undefined })
  expect(second.rows[0]?.number).toBe(numbers[25])
  await db().order.delete({ where: { id: late.id } })
})

test('a state is filtered together with the search', async () => {
  const { rows } = await listOrders({ ...query, filter: 'cancelled' })
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['cancelled']))
})

test('a number finds its order, with or without a sign before it', async () => {
  const [number = 0] = numbers
  for (const search of [String(number), `#${number}`, ` ${number} `]) expect((await listOrders({ ...query, search })).rows.map((row) => row.number)).toEqual([number])
})

test.each(['%', '_', `${tag}%`, `${tag.slice(0, 4)}_${tag.slice(5)}`, '\\', "'; DROP TABLE orders; --", '99999999999', '1e9', '-1', '\u0001'])('a search for %j is only text', async (search) => {
  expect((await listOrders({ ...query, search })).rows.filter((row) => numbers.includes(row.number))).toEqual([])
})

test('who may not know the customers neither sees nor finds them', async () => {
  expect((await listOrders({ ...query, particulars: false })).rows).toEqual([])
  const [number = 0] = numbers
  const { rows } = await listOrders({ ...query, search: String(number), particulars: false })
  expect(rows).toMatchObject([{ number, customer: null }])
  const order = await readOrderForMerchant(number, false)
  expect(order?.customer).toBeNull()
  expect(JSON.stringify(order)).not.toContain(tag)
  expect((await readOrderForMerchant(number, true))?.customer?.email).toBe(`${tag}@example.is`)
})

test.each([0, -1, 1.5, 2_147_483_648, Number.NaN])('there is no order %d', async (number) => {
  expect(await readOrderForMerchant(number, true)).toBeNull()
})

test('an order is found by the last two digits of the phone that rang, and not by who may not know the customers', async () => {
  const { paymentId } = await startOne()
  const { payerHint, order } = await readPayment(paymentId)
  expect(payerHint).toMatch(/^\d{2}$/)
  const numbers = async (particulars: boolean) => (await listOrders({ filter: 'all', search: payerHint ?? '', particulars })).rows.map(({ number }) => number)
  expect(await numbers(true)).toContain(order.number)
  expect(await numbers(false)).toEqual([])
})

/** Another reference, one character away. */
const nearly = (reference: string): string => reference.replace(/.-$/, (end) => (end === '0-' ? '1-' : '0-'))

test('an order is found by our reference and by the gateway’s own name of its payment, also by who may not know the customers', async () => {
  const { paymentId } = await startOne()
  const { reference, transactionId, order } = await readPayment(paymentId)
  for (const search of [reference, transactionId ?? '', ` ${reference} `])
    for (const particulars of [true, false]) expect((await listOrders({ filter: 'all', search, particulars })).rows.map((row) => row.number)).toEqual([order.number])
  expect((await listOrders({ filter: 'all', search: nearly(reference), particulars: true })).rows).toEqual([])
})

test('the filtered list is downloaded whole, once each, with no formula and, for a viewer, nobody in it', async () => {
  const name = `=cmd ${tag} "x"`
  const mine = await anOrder(name)
  const linesFor = async (role: 'clerk' | 'viewer', query: string) => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    const answer = await browser.ask(`/admin/orders/export?${query}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    return (await answer.text()).trimEnd().split('\r\n')
  }
  const [head, first, ...rest] = await linesFor('clerk', `q=${tag}`)
  expect(head).toMatch(/^\ufeff?number,.*,name,email,phone,address,postcode,city$/)
  expect(first?.startsWith(`${mine.number},`)).toBe(true)
  expect(first).toContain(`"'=cmd ${tag} ""x"""`)
  expect(rest.map((line) => Number(line.split(',')[0]))).toEqual(numbers)
  const masked = await linesFor('viewer', `q=${mine.number}`)
  expect(masked).toHaveLength(2)
  expect(masked[0]).not.toMatch(/name|email|phone|address/)
  expect(masked.join()).not.toContain(tag)
  await db().order.delete({ where: { id: mine.id } })
})

test('a file of more than one batch has every order of the filter once', async () => {
  const seen: unknown[] = []
  for await (const rows of exportOrders({ filter: 'all', search: tag, particulars: true }, 7)) seen.push(...rows.map(([number]) => number))
  expect(seen).toEqual(numbers)
})

test.each(orderSorts)('a file of a list sorted by %s is sorted so, in one batch or in many', async (sort) => {
  const listed: number[] = []
  for (let before: string | undefined, more = true; more;) {
    const page = await listOrders({ filter: 'all', search: tag, sort, before, particulars: true })
    listed.push(...page.rows.map(({ number }) => number))
    more = page.older !== null
    before = page.older ?? undefined
  }
  const query = { filter: 'all', search: tag, sort, particulars: true } as const
  for (const batch of [1, 7, 1_000]) {
    const seen: unknown[] = []
    for await (const rows of exportOrders(query, batch)) seen.push(...rows.map(([number]) => number))
    expect(seen).toEqual(listed)
  }
  expect(await countOrders(query)).toBe(listed.length)
  const browser = aBrowser()
  await browser.signIn(await aPerson('clerk'))
  const answer = await browser.ask(`/admin/orders/export?q=${tag}&sort=${sort}`)
  expect(answer.headers.get('x-lines')).toBe(String(listed.length))
  const [, ...lines] = (await answer.text()).trimEnd().split('\r\n')
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(listed)
})
