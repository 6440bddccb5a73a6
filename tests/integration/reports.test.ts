// Reports against sums made by hand, in a year of the test's own.
import { beforeAll, expect, test } from 'vitest'
import { readPeriod } from '@/app/admin/reports/query'
import { db } from '@/lib/db'
import { newId, newReference } from '@/lib/ids'
import { readReport } from '@/lib/reports/queries'
import { aProduct } from '../support/shop'
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
  goods?: { variantId: number; slug: string; drawing: string }
}

async function sold({ paidAt, lines, delivery = 'collect', gateway = 'netgiro', back = [], surplusBack, goods }: Sold) {
  const deliveryPrice = delivery === 'post' ? 990 : 0
  const price = lines.reduce((sum, [, , quantity, price]) => sum + quantity * price, 0)
  // 990 kr. with 24 % in it: 192.
  const vatTotal = lines.reduce((sum, line) => sum + line[4], 0) + (deliveryPrice ? 192 : 0)
  const total = price + deliveryPrice
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
          ...goods,
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
    { gateway: 'netgiro', orders: 2, sales: 28_140, refunds: 6_900 },
    { gateway: 'v3', orders: 1, sales: 3_330, refunds: 0 },
  ])
  expect(report.products).toEqual({
    best: [
      { name: 'Peysa', quantity: 2, sales: 24_800 },
      { name: 'Bók', quantity: 4, sales: 4_440 },
      { name: 'Vettlingar', quantity: 1, sales: 1_240 },
    ],
    rest: { kinds: 0, quantity: 0, sales: 0 },
  })
  expect(report.vat).toEqual([
    { rate: 24, gross: 27_030, vat: 5_232 },
    { rate: 11, gross: 4_440, vat: 440 },
  ])
  expect(report.vat.reduce((sum, { gross }) => sum + gross, 0)).toBe(report.total.sales)
})

test('the gateways add up to the days', async () => {
  for (const period of [march, april, { from: march.from, until: april.until }]) {
    const { gateways, total } = await readReport(period)
    const sum = (of: 'orders' | 'sales' | 'refunds') => gateways.reduce((all, row) => all + row[of], 0)
    expect({ orders: sum('orders'), sales: sum('sales'), refunds: sum('refunds') }).toEqual(total)
  }
})

test('the ten best have a line each and the others one together, by what they brought or by pieces', async () => {
  const may = { from: on('05-01T00:00:00'), until: on('06-01T00:00:00') }
  const kinds = Array.from({ length: 12 }, (_, i) => i + 1)
  // The dearer, the fewer: 12 × 1.010, 11 × 2.040 …, 1 × 13.440. The most comes from those between, the least from both ends.
  await sold({ paidAt: on('05-05T12:00:00'), lines: kinds.map((i) => [`Vara ${i}`, 24, 13 - i, i * 1_000 + i * i * 10, 0]) })
  const all = { quantity: 78, sales: 387_660 }
  const { best, rest } = (await readReport(may)).products
  expect(best.map(({ name }) => name)).toEqual([7, 6, 8, 5, 9, 4, 10, 3, 11, 2].map((i) => `Vara ${i}`))
  expect(rest).toEqual({ kinds: 2, quantity: 13, sales: 25_560 })
  const byPieces = (await readReport(may, { by: 'pieces' })).products
  expect(byPieces.best.map(({ quantity }) => quantity)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  for (const products of [{ best, rest }, byPieces]) {
    expect(products.best.reduce((sum, row) => sum + row.sales, products.rest.sales)).toBe(all.sales)
    expect(products.best.reduce((sum, row) => sum + row.quantity, products.rest.quantity)).toBe(all.quantity)
  }
})

test('a product bought in two languages is one, called as the reader calls it', async () => {
  const june = { from: on('06-10T00:00:00'), until: on('06-11T00:00:00') }
  const { variantId } = await aProduct()
  const { product } = await db().variant.findUniqueOrThrow({ where: { id: variantId }, include: { product: true } })
  const { slug, drawing, nameIs, nameEn } = product
  const goods = { variantId, slug, drawing }
  await sold({ paidAt: on('06-10T08:00:00'), lines: [[nameIs, 24, 1, 1_240, 240]], goods })
  await sold({ paidAt: on('06-10T09:00:00'), lines: [[nameEn, 24, 2, 1_240, 480]], goods })
  expect((await readReport(june, { locale: 'en' })).products.best).toEqual([{ name: nameEn, quantity: 3, sales: 3_720 }])
  expect((await readReport(june, { locale: 'is' })).products.best).toEqual([{ name: nameIs, quantity: 3, sales: 3_720 }])
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
