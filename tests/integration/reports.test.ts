// Reports against sums made by hand, in a year of the test's own.
import { beforeAll, expect, test } from 'vitest'
import { readPeriod } from '@/app/admin/reports/query'
import { db } from '@/lib/db'
import { newId, newReference } from '@/lib/ids'
import { readReport } from '@/lib/reports/queries'
import { aBrowser, aPerson } from '../support/staff'

// A year nobody else sells in.
const year = 2037
const on = (text: string) => new Date(`${year}-${text}Z`)
const march = { from: on('03-01T00:00:00'), until: on('04-01T00:00:00') }
const april = { from: on('04-01T00:00:00'), until: on('05-01T00:00:00') }

type Line = readonly [name: string, rate: 24 | 11, quantity: number, unitPrice: number, vat: number]
type Sold = {
  paidAt: Date
  lines: readonly Line[]
  delivery?: 'collect' | 'post'
  gateway?: string
  back?: readonly [amount: number, at: Date, state: string][]
  surplusBack?: readonly [number, Date]
}

async function sold({ paidAt, lines, delivery = 'collect', gateway = 'netgiro', back = [], surplusBack }: Sold) {
  const deliveryPrice = delivery === 'post' ? 990 : 0
  const goods = lines.reduce((sum, [, , quantity, price]) => sum + quantity * price, 0)
  // 990 kr. with 24 % in it: 192.
  const vatTotal = lines.reduce((sum, line) => sum + line[4], 0) + (deliveryPrice ? 192 : 0)
  const total = goods + deliveryPrice
  const aPayment = (state: string, amount: number, refunds: readonly (readonly [number, Date, string])[]) => ({
    id: newId(),
    gateway,
    state,
    amount,
    currency: 'ISK',
    reference: newReference(),
    transactionId: newId(),
    captureMode: 'manual',
    payerKind: 'phone',
    checkEveryMs: 2000,
    expiresAt: paidAt,
    nextCheckAt: new Date('2999-01-01'),
    watchUntil: paidAt,
    refunds: {
      create: refunds.map(([refunded, at, refundState]) => ({
        id: newId(),
        amount: refunded,
        currency: 'ISK',
        state: refundState,
        idempotencyKey: newId(),
        requestHash: 'h',
        formKey: newId(),
        reason: 'test',
        actor: 'test',
        nextTryAt: null,
        updatedAt: at,
      })),
    },
  })
  await db().order.create({
    data: {
      id: newId(),
      checkoutKey: newId(),
      locale: 'is',
      name: 'Sunna',
      email: 'sunna@example.is',
      delivery,
      deliveryPrice,
      total,
      vatTotal,
      holdUntil: paidAt,
      state: 'paid',
      stock: 'sold',
      paidAt,
      lines: {
        create: lines.map(([name, rate, quantity, unitPrice, vat]) => ({
          sku: newId(),
          name,
          size: 'M',
          quantity,
          unitPrice,
          lineTotal: quantity * unitPrice,
          vatRate: rate,
          vatAmount: vat,
        })),
      },
      payments: {
        create: [
          aPayment('confirmed', total, back),
          ...(surplusBack ? [aPayment('surplus', total, [[surplusBack[0], surplusBack[1], 'succeeded']])] : []),
        ],
      },
    },
  })
}

beforeAll(async () => {
  // The last moment of February and the first of April are not March's.
  await sold({ paidAt: on('02-28T23:59:59.999'), lines: [['Peysa', 24, 1, 12_400, 2_400]] })
  await sold({ paidAt: on('04-01T00:00:00.000'), lines: [['Peysa', 24, 1, 12_400, 2_400]] })
  // 1 March: 2 × 12.400 + 1.110 + 990 = 26.900, of it 24 %: 24.800 + 990 with 4.800 + 192, 11 %: 1.110 with 110.
  await sold({
    paidAt: on('03-01T00:00:00.000'),
    lines: [
      ['Peysa', 24, 2, 12_400, 4_800],
      ['Bók', 11, 1, 1_110, 110],
    ],
    delivery: 'post',
    back: [
      [6_900, on('03-02T12:00:00'), 'succeeded'],
      [100, on('03-02T12:00:00'), 'refused'],
    ],
  })
  // 31 March, its last moment: 3 × 1.110 = 3.330 by another gateway; refunded in April, and not at all.
  await sold({
    paidAt: on('03-31T23:59:59.999'),
    lines: [['Bók', 11, 3, 1_110, 330]],
    gateway: 'v3',
    back: [
      [330, on('04-02T00:00:00'), 'succeeded'],
      [500, on('04-02T00:00:00'), 'unknown'],
    ],
  })
  // 31 March: 1.240, paid twice; what was given back of the second payment was never sold.
  await sold({ paidAt: on('03-31T08:00:00.000'), lines: [['Vettlingar', 24, 1, 1_240, 240]], surplusBack: [1_240, on('03-31T09:00:00')] })
})

test('a month is summed by hand to the króna', async () => {
  const report = await readReport(march)
  expect(report.total).toEqual({ orders: 3, sales: 31_470, refunds: 6_900 })
  expect(report.days).toHaveLength(31)
  expect(report.days.filter(({ orders, refunds }) => orders || refunds)).toEqual([
    { day: `${year}-03-01`, orders: 1, sales: 26_900, refunds: 0 },
    { day: `${year}-03-02`, orders: 0, sales: 0, refunds: 6_900 },
    { day: `${year}-03-31`, orders: 2, sales: 4_570, refunds: 0 },
  ])
  expect(report.gateways).toEqual([
    { gateway: 'netgiro', orders: 2, sales: 28_140 },
    { gateway: 'v3', orders: 1, sales: 3_330 },
  ])
  expect(report.products).toEqual([
    { name: 'Peysa', quantity: 2, sales: 24_800 },
    { name: 'Bók', quantity: 4, sales: 4_440 },
    { name: 'Vettlingar', quantity: 1, sales: 1_240 },
  ])
  expect(report.vat).toEqual([
    { rate: 24, gross: 27_030, vat: 5_232 },
    { rate: 11, gross: 4_440, vat: 440 },
  ])
  expect(report.vat.reduce((sum, { gross }) => sum + gross, 0)).toBe(report.total.sales)
})

test('a refund counts on the day it went, and only when it is known to have gone', async () => {
  expect((await readReport(april)).total).toEqual({ orders: 1, sales: 12_400, refunds: 330 })
})

test('a time without sales has every day and no money', async () => {
  const { days, total } = await readReport({ from: on('06-01T00:00:00'), until: on('06-03T00:00:00') })
  expect(days.map(({ day }) => day)).toEqual([`${year}-06-01`, `${year}-06-02`])
  expect(total).toEqual({ orders: 0, sales: 0, refunds: 0 })
})

test('the page and the file show the same numbers', async () => {
  const browser = aBrowser()
  await browser.signIn(await aPerson('manager'))
  const period = `from=${year}-03-01&to=${year}-03-31`
  const page = await (await browser.ask(`/admin/reports?${period}`)).text()
  for (const figure of ['31.470', '6.900', '24.570', '10.490', '27.030', '5.232', '28.140']) expect(page).toContain(figure)
  const lines = (await (await browser.ask(`/admin/reports/export?${period}`)).text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(32)
  expect(lines).toEqual(
    expect.arrayContaining([`${year}-03-01,1,26900,0,26900`, `${year}-03-02,0,0,6900,-6900`, `${year}-03-31,2,4570,0,4570`]),
  )
})

test.each([
  [{}, ['2026-10-23', '2026-11-21']],
  [{ from: '2026-11-20', to: '2026-11-20' }, ['2026-11-20', '2026-11-20']],
  [{ from: '2026-02-30', to: 'x' }, ['2026-10-23', '2026-11-21']],
  [{ from: '2026-12-01', to: '2026-11-01' }, ['2026-10-03', '2026-11-01']],
  [{ from: '2020-01-01', to: '2026-11-21' }, ['2025-11-21', '2026-11-21']],
])('the address %j means a period of a year at most', (query, [from, to]) => {
  expect(readPeriod(query, new Date('2026-11-21T13:00:00Z')).said).toEqual({ from, to })
})
