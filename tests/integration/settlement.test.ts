// Fees and settlement against sums made by hand and by another way of reckoning, in years and at gateways of the test's own.
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays, writeDay } from '@/lib/days'
import { db } from '@/lib/db'
import { newId, newReference } from '@/lib/ids'
import { comparePayment } from '@/lib/payments/refund-compare'
import { keepSettlementDay, settlementDayIn } from '@/lib/payments/settlement'
import { readAgreements, saveAgreement, type Agreement } from '@/lib/reports/agreements'
import { readSettlements, type SettlementRow } from '@/lib/reports/settlement'
import { aBrowser, aPerson } from '../support/staff'
import { merchantChooses, onThePhone, readPayment, resetSandbox, startOne, until } from '../support/shop'

vi.setConfig({ testTimeout: 60_000 })

// Saturday is the 2nd of November 2041; the 5th is a Tuesday.
const on = (text: string) => new Date(`2041-${text}Z`)
const november = { from: on('11-01T00:00:00'), until: on('12-01T00:00:00') }
const tuesdays = { afterDays: 0, weekday: 2 }

type Taken = { gateway: string; amount: number; at: Date; state?: 'confirmed' | 'surplus'; names?: string; back?: readonly (readonly [number, Date, string?])[] }

/** A payment of an order of its own; the surplus one beside a confirmed one at a gateway nobody asks for. */
async function taken({ gateway, amount, at, state = 'confirmed', names, back = [] }: Taken): Promise<string> {
  const id = newId()
  const payment = (id: string, gateway: string, state: string) => ({
    id, gateway, state, amount, currency: 'ISK', reference: newReference(), transactionId: newId(), captureMode: 'manual', payerKind: 'phone',
    checkEveryMs: 2_000, expiresAt: at, nextCheckAt: new Date('2999-01-01'), watchUntil: at, createdAt: at, updatedAt: at,
  })
  const refunds = back.map(([amount, at, state = 'succeeded']) => ({
    id: newId(), amount, currency: 'ISK', state, idempotencyKey: newId(), requestHash: 'h', formKey: newId(), reason: 'test', actor: 'test', nextTryAt: null, updatedAt: at,
  }))
  await db().order.create({
    data: {
      id: newId(), checkoutKey: newId(), locale: 'is', name: 'Sunna', email: 'sunna@example.is', delivery: 'collect', deliveryPrice: 0, total: amount, vatTotal: 0,
      holdUntil: at, state: 'paid', stock: 'sold', paidAt: at,
      payments: {
        create: [
          { ...payment(id, gateway, state), refunds: { create: refunds }, events: { create: { version: 1, from: 'pending', to: state, cause: 'poll', actor: 'system', at } } },
          ...(state === 'surplus' ? [payment(newId(), `not-${gateway}`, 'confirmed')] : []),
        ],
      },
    },
  })
  if (names) await keepSettlementDay({ id, createdAt: at }, names)
  return id
}

const aGateway = () => `g-${newId().toLowerCase().replace(/[^a-z0-9]/g, '')}`
async function settled(gateway: string, agreement: Agreement | undefined, period = november) {
  const { rows } = await readSettlements(period, new Map(agreement ? [[gateway, agreement]] : []))
  return rows.filter((row) => row.gateway === gateway)
}
const fee = (basisPoints: number, fixed = 0, vatRate: 0 | 11 | 24 = 0) => ({ basisPoints, fixed, vatRate })

test('a month is settled by hand to the króna', async () => {
  const gateway = aGateway()
  // The last moment of Monday the 4th is settled on the 5th, the first of Tuesday a week later.
  await taken({ gateway, amount: 10_000, at: on('11-04T23:59:59.999') })
  await taken({ gateway, amount: 333, at: on('11-02T12:00:00'), back: [[33, on('11-03T12:00:00')], [100, on('11-03T12:00:00'), 'unknown']] })
  await taken({ gateway, amount: 5_000, at: on('11-05T00:00:00'), back: [[2_000, on('11-20T12:00:00')]] })
  const rows = await settled(gateway, { fee: fee(195, 20, 24), settles: tuesdays })
  // 1,95 % of 10.000 is 195, of 333 is 6,49, of 5.000 is 97,5: 6 and 98. With 20 kr. each: 215 + 26 and 118.
  // VAT of 24 %: of 241 it is 57,84, of 118 it is 28,32.
  expect(rows).toEqual([
    { day: '2041-11-05', gateway, payments: 2, named: 0, gross: 10_333, refunds: 33, fee: 241, feeVat: 58, net: 10_001 },
    { day: '2041-11-12', gateway, payments: 1, named: 0, gross: 5_000, refunds: 0, fee: 118, feeVat: 28, net: 4_854 },
    { day: '2041-11-26', gateway, payments: 0, named: 0, gross: 0, refunds: 2_000, fee: 0, feeVat: 0, net: -2_000 },
  ])
})

test('half a króna of a fee is rounded up, less than half down', async () => {
  const gateway = aGateway()
  const at = on('11-06T12:00:00')
  await taken({ gateway, amount: 150, at })
  expect(await settled(gateway, { fee: fee(100), settles: tuesdays })).toMatchObject([{ fee: 2, net: 148 }])
  expect(await settled(gateway, { fee: fee(99), settles: tuesdays })).toMatchObject([{ fee: 1, net: 149 }])
})

test('the largest payment there can be is reckoned without running over', async () => {
  const gateway = aGateway()
  await taken({ gateway, amount: 2_000_000_000, at: on('11-06T12:00:00') })
  expect(await settled(gateway, { fee: fee(10_000, 100_000), settles: tuesdays })).toMatchObject([{ fee: 2_000_100_000, net: -100_000 }])
})

test('a day the gateway named counts before the rule, and a refund is never taken off an earlier settlement', async () => {
  const gateway = aGateway()
  await taken({ gateway, amount: 1_000, at: on('11-01T12:00:00'), names: '2041-11-20T00:00:00', back: [[400, on('11-02T12:00:00')], [100, on('11-22T12:00:00')]] })
  await taken({ gateway, amount: 500, at: on('11-14T12:00:00') })
  expect(await settled(gateway, { fee: fee(100), settles: tuesdays })).toEqual([
    { day: '2041-11-19', gateway, payments: 1, named: 0, gross: 500, refunds: 0, fee: 5, feeVat: 0, net: 495 },
    { day: '2041-11-20', gateway, payments: 1, named: 1, gross: 1_000, refunds: 400, fee: 10, feeVat: 0, net: 590 },
    { day: '2041-11-26', gateway, payments: 0, named: 0, gross: 0, refunds: 100, fee: 0, feeVat: 0, net: -100 },
  ])
})

test('without a fee agreed none is made up, and the total has none either', async () => {
  const [with_, without] = [aGateway(), aGateway()]
  const year = { from: new Date('2042-03-01T00:00:00Z'), until: new Date('2042-04-01T00:00:00Z') }
  await taken({ gateway: with_, amount: 1_000, at: new Date('2042-03-05T12:00:00Z') })
  await taken({ gateway: without, amount: 2_000, at: new Date('2042-03-05T12:00:00Z') })
  const agreed = new Map<string, Agreement>([[with_, { fee: fee(100), settles: { afterDays: 1, weekday: null } }], [without, { fee: null, settles: { afterDays: 1, weekday: null } }]])
  const all = await readSettlements(year, agreed)
  expect(all.rows.find(({ gateway }) => gateway === without)).toEqual({ day: '2042-03-06', gateway: without, payments: 1, named: 0, gross: 2_000, refunds: 0, fee: null, feeVat: null, net: null })
  expect(all).toMatchObject({ without: [without], total: { gross: 3_000, fee: null, feeVat: null, net: null } })
})

test('where nobody has said when the money comes, no day is made up', async () => {
  const gateway = aGateway()
  await taken({ gateway, amount: 700, at: on('11-30T23:59:59.999'), back: [[200, on('11-30T23:59:59.999')]] })
  await taken({ gateway, amount: 900, at: on('12-01T00:00:00') })
  expect(await settled(gateway, undefined)).toEqual([{ day: null, gateway, payments: 1, named: 0, gross: 700, refunds: 200, fee: null, feeVat: null, net: null }])
  expect(await settled(gateway, { fee: fee(0, 10), settles: null })).toMatchObject([{ day: null, fee: 10, net: 490 }])
})

test('money paid twice is settled, and so is its refund', async () => {
  const gateway = aGateway()
  await taken({ gateway, state: 'surplus', amount: 800, at: on('11-06T12:00:00'), back: [[800, on('11-07T12:00:00')]] })
  expect(await settled(gateway, { fee: fee(0, 10), settles: tuesdays })).toEqual([{ day: '2041-11-12', gateway, payments: 1, named: 0, gross: 800, refunds: 800, fee: 10, feeVat: 0, net: -10 }])
})

describe('whatever was taken and agreed', () => {
  const gateway = aGateway()
  const paid = Array.from({ length: 60 }, (_, i) => ({ amount: 1 + ((i * 7_919) % 40_000), day: (i * 5) % 90 }))
  const begin = new Date('2043-01-01T00:00:00Z')
  const end = addDays(begin, 90 + 67 + 1)
  beforeAll(async () => {
    for (const { amount, day } of paid) await taken({ gateway, amount, at: addDays(begin, day), back: amount % 3 ? [] : [[Math.ceil(amount / 2), addDays(begin, day + 1)]] })
  })

  const agreements = fc.record({
    fee: fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }), fixed: fc.integer({ min: 0, max: 1_000 }), vatRate: fc.constantFrom(0 as const, 11 as const, 24 as const) }),
    settles: fc.record({ afterDays: fc.integer({ min: 0, max: 60 }), weekday: fc.option(fc.integer({ min: 1, max: 7 })) }),
  })
  const sumOf = (rows: readonly SettlementRow[], of: 'payments' | 'gross' | 'refunds' | 'fee' | 'feeVat' | 'net') => rows.reduce((sum, row) => sum + (row[of] ?? Number.NaN), 0)

  test('the parts are whole numbers and make up the whole, however the time is cut', async () => {
    await fc.assert(
      fc.asyncProperty(agreements, fc.integer({ min: 1, max: 150 }), async (agreement, cut) => {
        const at = addDays(begin, cut)
        const whole = await settled(gateway, agreement, { from: begin, until: end })
        const parts = [...(await settled(gateway, agreement, { from: begin, until: at })), ...(await settled(gateway, agreement, { from: at, until: end }))]
        expect(parts).toEqual(whole)
        expect(sumOf(whole, 'payments')).toBe(paid.length)
        expect(sumOf(whole, 'gross')).toBe(paid.reduce((sum, { amount }) => sum + amount, 0))
        // Another way of reckoning: the fee of each payment in exact integers, half up.
        const exact = paid.reduce((sum, { amount }) => sum + Number((BigInt(amount) * BigInt(agreement.fee.basisPoints) + 5_000n) / 10_000n) + agreement.fee.fixed, 0)
        expect(sumOf(whole, 'fee')).toBe(exact)
        for (const row of whole) {
          expect([row.gross, row.refunds, row.fee, row.feeVat, row.net].every(Number.isSafeInteger)).toBe(true)
          expect((row.net ?? 0) + (row.fee ?? 0) + (row.feeVat ?? 0) + row.refunds).toBe(row.gross)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('every payment is settled on the day one comes to by counting days on a calendar', async () => {
    await fc.assert(
      fc.asyncProperty(agreements, async ({ fee, settles }) => {
        const expected = new Map<string, number>()
        for (const { day } of paid) {
          let at = addDays(begin, day + settles.afterDays)
          if (settles.weekday !== null) do at = addDays(at, 1)
          while (at.getUTCDay() !== settles.weekday % 7)
          expected.set(writeDay(at), (expected.get(writeDay(at)) ?? 0) + 1)
        }
        const rows = await settled(gateway, { fee, settles }, { from: begin, until: end })
        expect(rows.filter(({ payments }) => payments).map(({ day, payments }) => [day, payments])).toEqual([...expected].toSorted())
      }),
      { numRuns: 25 },
    )
  })
})

describe('the day a provider names', () => {
  const begun = on('11-01T18:00:00')
  test.each([
    ['2041-11-05T00:00:00', '2041-11-05'],
    ['2041-11-05', '2041-11-05'],
    ['2041-11-01T00:00:00Z', '2041-11-01'],
    ['2042-02-01T00:00:00', '2042-02-01'],
    ['2042-02-02T00:00:00', undefined],
    ['2041-10-31T00:00:00', undefined],
    ['2041-02-30T00:00:00', undefined],
    ['0001-01-01T00:00:00', undefined],
    ['05.11.2041', undefined],
    ['2041-11-055', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('said as %j is %s', (said, day) => {
    expect(settlementDayIn(said, begun)?.toISOString().slice(0, 10)).toBe(day)
  })

  test('is kept as it was said last, and nothing is forgotten for a word that is no day', async () => {
    const id = await taken({ gateway: aGateway(), amount: 100, at: begun, names: '2041-11-05T00:00:00' })
    const kept = async () => writeDay((await db().paymentSettlement.findUniqueOrThrow({ where: { paymentId: id } })).day)
    expect(await kept()).toBe('2041-11-05')
    await keepSettlementDay({ id, createdAt: begun }, 'soon')
    expect(await kept()).toBe('2041-11-05')
    await keepSettlementDay({ id, createdAt: begun }, '2041-11-12T00:00:00')
    expect(await kept()).toBe('2041-11-12')
  })

  test('is heard when the books are compared', async () => {
    await resetSandbox()
    await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
    const { paymentId } = await startOne()
    await onThePhone(paymentId, 'accept')
    const { order } = await until(() => readPayment(paymentId), (p) => p.state === 'confirmed')
    expect(await db().paymentSettlement.findUnique({ where: { paymentId } })).toBeNull()
    await comparePayment(paymentId)
    const { day } = await db().paymentSettlement.findUniqueOrThrow({ where: { paymentId } })
    expect(day.getUTCDay()).toBe(2)
    // The sandbox's clock and ours may stand on both sides of midnight.
    const paidAt = order.paidAt ?? new Date(0)
    expect(day.getTime()).toBeGreaterThan(addDays(paidAt, -1).getTime())
    expect(day.getTime()).toBeLessThanOrEqual(addDays(paidAt, 8).getTime())
  })
})

describe('an agreement', () => {
  // The setting is the whole shop's: only this file changes it.
  beforeEach(() => db().setting.deleteMany({ where: { key: 'agreement:netgiro' } }))
  const mine: Agreement = { fee: fee(195, 20, 24), settles: { afterDays: 2, weekday: null } }
  const deeds = (actor: string) => db().auditEntry.findMany({ where: { actor, action: 'agreement.save' } })

  test('is none until it is set, but for the day the official wrapper reckons with', async () => {
    expect((await readAgreements()).get('netgiro')).toEqual({ fee: null, settles: { afterDays: 0, weekday: 2 } })
  })

  test('is kept with who changed it from what, and only when something changed', async () => {
    const actor = `user:${newId()}`
    await saveAgreement(actor, 'netgiro', mine)
    await saveAgreement(actor, 'netgiro', { settles: { weekday: null, afterDays: 2 }, fee: { vatRate: 24, fixed: 20, basisPoints: 195 } })
    expect((await readAgreements()).get('netgiro')).toEqual(mine)
    expect(await deeds(actor)).toMatchObject([{ subject: 'gateway:netgiro', detail: { before: { fee: null, settles: { afterDays: 0, weekday: 2 } }, after: mine } }])
  })

  test.each([{ fee: { basisPoints: 1.5, fixed: 0, vatRate: 0 }, settles: null }, { fee: { basisPoints: 100, fixed: 0, vatRate: 25 }, settles: null }, { fee: null, settles: { afterDays: 0, weekday: 8 } }, 'x', null])(
    'that is stored as %j is not believed',
    async (value) => {
      await db().setting.create({ data: { key: 'agreement:netgiro', value: value ?? 'null' } })
      expect((await readAgreements()).get('netgiro')).toEqual({ fee: null, settles: { afterDays: 0, weekday: 2 } })
    },
  )

  test('shows on the page and in the file, and what is not agreed stays empty', async () => {
    const period = 'from=2044-02-01&to=2044-02-29'
    await taken({ gateway: 'netgiro', amount: 100_000, at: new Date('2044-02-10T12:00:00Z') })
    const browser = aBrowser()
    await browser.signIn(await aPerson('manager'))
    const page = async () => (await browser.ask(`/admin/reports/settlement?${period}`)).text()
    const file = async () => (await (await browser.ask(`/admin/reports/settlement/export?${period}`)).text()).trimEnd().split('\r\n')
    expect(await page()).toContain('Engin þóknun er skráð fyrir Netgíró')
    // The 10th of February 2044 is a Wednesday.
    expect(await file()).toEqual([expect.stringContaining('settlement_day,gateway'), '2044-02-16,netgiro,1,0,100000,0,,,'])
    await saveAgreement('user:test', 'netgiro', mine)
    expect(await page()).toContain('97.557')
    expect(await file()).toContain('2044-02-12,netgiro,1,0,100000,0,1970,473,97557')
  })
})
