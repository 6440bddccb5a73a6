// The nine flows and their branches through the till, on real Postgres and the sandbox over HTTP: for each the whole
// sequence of what Netgíró said, as Success/PaymentSuccessful/ResultCode, and how payment and order end.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { submitCode } from '@/lib/payments/submit-code'
import { aPhone, merchantChooses, onThePhone, readPayment, orderFaults, resetSandbox, until } from '../support/shop'
import { aKennitala, appCode, cashier, codeOf, moveSandboxClock, sold, wrongCode } from '../support/till'
import { becomes, cancel, independently, look, story, timePasses, waiting, wantingCode, withoutCallbacks } from '../support/till-story'

vi.setConfig({ testTimeout: 180_000 })

beforeEach(async () => {
  await resetSandbox()
  await db().$executeRaw`DELETE FROM rate_limit`
})
afterEach(() => merchantChooses({ confirmationType: 2, captureBy: 'shop' }))

const minutes = 60_000
const automatic = { type: 0, words: 'automatic' } as const
const byCallback = { type: 1, words: 'server callback' } as const
const manual = { type: 2, words: 'manual' } as const
const types = [automatic, byCallback, manual]

const inserted = 'InsertCart true/-/200'
const waits = 'CheckCart true/false/10425'
const wantsCode = 'CheckCart true/false/10428'
const paid = 'CheckCart true/true/10200'
const gone = 'CheckCart true/false/10201'
const reservedFor = { 1: 'CheckCart true/false/10429', 2: 'CheckCart true/false/10426' } as const
const wrong = 'ConfirmCart true/false/400'

describe('GSM', () => {
  for (const { type, words } of types) {
    test(`${words}: accepted`, async () => {
      if (type !== 1) await withoutCallbacks()
      const paymentId = await waiting(type)
      await onThePhone(paymentId, 'accept')
      await becomes(paymentId, 'confirmed')
      expect(await story(paymentId)).toEqual({
        said: [
          [inserted, waits, paid],
          [inserted, waits, reservedFor[1], paid],
          [inserted, waits, reservedFor[2], 'ConfirmCart true/true/10200'],
        ][type],
        end: 'payment confirmed, order paid',
      })
    })

    test(`${words}: rejected`, async () => {
      await withoutCallbacks()
      const paymentId = await waiting(type)
      await onThePhone(paymentId, 'reject')
      await becomes(paymentId, 'declined')
      expect(await story(paymentId)).toEqual({ said: [inserted, waits, gone], end: 'payment declined, order open' })
    })

    test(`${words}: timed out after three minutes`, async () => {
      await withoutCallbacks()
      const paymentId = await waiting(type)
      await timePasses(paymentId, 3 * minutes)
      await becomes(paymentId, 'expired')
      expect(await story(paymentId)).toEqual({ said: [inserted, waits, gone], end: 'payment expired, order open' })
    })

    test(`${words}: cancelled in time`, async () => {
      const paymentId = await waiting(type)
      expect(await cancel(paymentId)).toBe('asked')
      expect(await story(paymentId)).toEqual({ said: [inserted, waits, 'CancelCart true/-/10201'], end: 'payment cancelled, order open' })
    })

    test(`${words}: cancelled too late`, async () => {
      await withoutCallbacks()
      const paymentId = await waiting(type)
      await onThePhone(paymentId, 'accept')
      expect(await cancel(paymentId)).toBe('asked')
      const late = [inserted, waits, 'CancelCart false/-/10200']
      expect(await story(paymentId)).toEqual(
        type === 0
          ? { said: [...late, paid], end: 'payment confirmed, order paid' }
          : { said: [...late, reservedFor[type]], end: 'payment reserved, order open' },
      )
    })

    test(`${words}: no credit`, async () => {
      await withoutCallbacks()
      const paymentId = await waiting(type, '7700104')
      await onThePhone(paymentId, 'accept')
      await becomes(paymentId, 'declined')
      expect(await story(paymentId)).toEqual({ said: [inserted, waits, gone], end: 'payment declined, order open' })
    })
  }
})

describe('SSN', () => {
  for (const { type, words } of types) {
    const accepted = ['ConfirmCart true/true/10200', 'ConfirmCart true/false/10429', 'ConfirmCart true/false/10426'][type] ?? ''
    const afterwards = [[], [reservedFor[1], paid], ['ConfirmCart true/true/10200']][type] ?? []

    test(`${words}: the code is right`, async () => {
      if (type !== 1) await withoutCallbacks()
      const paymentId = await wantingCode(type)
      expect(await submitCode(paymentId, await codeOf(paymentId), cashier)).toBe('taken')
      await becomes(paymentId, 'confirmed')
      expect(await story(paymentId)).toEqual({ said: [inserted, wantsCode, accepted, ...afterwards], end: 'payment confirmed, order paid' })
    })

    test(`${words}: a wrong code, then the right one`, async () => {
      if (type !== 1) await withoutCallbacks()
      const paymentId = await wantingCode(type)
      const code = await codeOf(paymentId)
      expect(await submitCode(paymentId, wrongCode(code), cashier)).toBe('wrong')
      await look(paymentId)
      expect(await story(paymentId)).toEqual({ said: [inserted, wantsCode, wrong, wantsCode], end: 'payment needs_code, order open' })
      expect(await submitCode(paymentId, code, cashier)).toBe('taken')
      await becomes(paymentId, 'confirmed')
      expect(await story(paymentId)).toEqual({
        said: [inserted, wantsCode, wrong, wantsCode, accepted, ...afterwards],
        end: 'payment confirmed, order paid',
      })
    })

    test(`${words}: an expired code is a wrong one, and the cart runs out after it`, async () => {
      await withoutCallbacks()
      const paymentId = await wantingCode(type)
      const code = await codeOf(paymentId)
      await moveSandboxClock(5 * minutes)
      expect(await submitCode(paymentId, code, cashier)).toBe('wrong')
      await look(paymentId)
      expect(await story(paymentId)).toEqual({ said: [inserted, wantsCode, wrong, wantsCode], end: 'payment needs_code, order open' })
      await timePasses(paymentId, 5 * minutes)
      await becomes(paymentId, 'expired')
      expect(await story(paymentId)).toEqual({ said: [inserted, wantsCode, wrong, wantsCode, gone], end: 'payment expired, order open' })
    })

    test(`${words}: cancelled in time`, async () => {
      const paymentId = await wantingCode(type)
      expect(await cancel(paymentId)).toBe('asked')
      expect(await story(paymentId)).toEqual({
        said: [inserted, wantsCode, 'CancelCart true/-/10201'],
        end: 'payment cancelled, order open',
      })
    })

    test(`${words}: cancelled too late, after a right code whose answer was lost`, async () => {
      await withoutCallbacks()
      const paymentId = await wantingCode(type)
      const { reference } = await readPayment(paymentId)
      await orderFaults([
        { name: 'answer_lost', operation: 'ConfirmCart', reference },
        { name: 'html', operation: 'CheckCart', reference },
      ])
      expect(await submitCode(paymentId, await codeOf(paymentId), cashier)).toBe('unclear')
      expect(await cancel(paymentId)).toBe('asked')
      const late = [inserted, wantsCode, 'ConfirmCart no answer', 'CheckCart no answer', 'CancelCart false/-/10200']
      expect(await story(paymentId)).toEqual(
        type === 0
          ? { said: [...late, paid], end: 'payment confirmed, order paid' }
          : { said: [...late, reservedFor[type]], end: 'payment reserved, order open' },
      )
    })

    test(`${words}: no credit`, async () => {
      const paymentId = await wantingCode(type, '222222-2229')
      expect(await submitCode(paymentId, await codeOf(paymentId), cashier)).toBe('wrong')
      await look(paymentId)
      expect(await story(paymentId)).toEqual({ said: [inserted, wantsCode, wrong, wantsCode], end: 'payment needs_code, order open' })
    })
  }
})

describe('AppCode', () => {
  const anExpiredCode = async () => {
    const code = await appCode()
    await moveSandboxClock(5 * minutes)
    return code
  }

  for (const { type, words } of types) {
    test(`${words}: scanned is accepted; a cancel comes too late`, async () => {
      if (type !== 1) await withoutCallbacks()
      await merchantChooses({ confirmationType: type })
      const paymentId = await sold(await appCode())
      await becomes(paymentId, 'confirmed')
      const whole = {
        said: [
          [inserted, paid],
          [inserted, reservedFor[1], paid],
          [inserted, reservedFor[2], 'ConfirmCart true/true/10200'],
        ][type],
        end: 'payment confirmed, order paid',
      }
      expect(await story(paymentId)).toEqual(whole)
      expect(await cancel(paymentId)).toBe('over')
      expect(await independently('CancelCart', paymentId)).toBe('false/-/10200')
      expect(await story(paymentId)).toEqual(whole)
    })

    const refusals: [string, () => Promise<string>, string][] = [
      ['an expired code', anExpiredCode, '10306'],
      ['a code nobody has', async () => '500004-0000', '10306'],
      ['no credit', () => appCode('2222222229'), '400'],
    ]
    test.each(refusals)(`${words}: %s`, async (_, named, code) => {
      await merchantChooses({ confirmationType: type })
      const paymentId = await sold(await named())
      expect(await story(paymentId)).toEqual({ said: [`InsertCart false/-/${code}`], end: 'payment failed, order open' })
    })
  }
})

describe('a server callback that nobody acknowledges ends without money', () => {
  const control = `${env().loopback}/sandbox/netgiro/control`
  const attempts = async (reference: string) => {
    const answer = await fetch(`${control}/deliveries?reference=${reference}`)
    return ((await answer.json()) as { deliveries: { attempt: number }[] }).deliveries.map(({ attempt }) => attempt)
  }
  const bothAreLost = async (paymentId: string) => {
    await look(paymentId)
    const { reference } = await readPayment(paymentId)
    await until(
      () => attempts(reference),
      (all) => all.includes(2),
    )
    await moveSandboxClock(5_000)
    await becomes(paymentId, 'expired')
    return story(paymentId)
  }
  beforeEach(async () => {
    await withoutCallbacks()
    await merchantChooses({ confirmationType: 1 })
  })

  test('GSM', async () => {
    const paymentId = await waiting(1)
    await onThePhone(paymentId, 'accept')
    expect(await bothAreLost(paymentId)).toEqual({ said: [inserted, waits, reservedFor[1], gone], end: 'payment expired, order open' })
  })

  test('SSN', async () => {
    const paymentId = await wantingCode(1)
    await submitCode(paymentId, await codeOf(paymentId), cashier)
    expect(await bothAreLost(paymentId)).toEqual({
      said: [inserted, wantsCode, 'ConfirmCart true/false/10429', reservedFor[1], gone],
      end: 'payment expired, order open',
    })
  })

  test('AppCode', async () => {
    const paymentId = await sold(await appCode())
    expect(await bothAreLost(paymentId)).toEqual({ said: [inserted, reservedFor[1], gone], end: 'payment expired, order open' })
  })
})

describe('InsertCart refuses, whoever is to pay and however it is confirmed', () => {
  const payers: [string, () => Promise<string>][] = [
    ['GSM', async () => aPhone()],
    ['SSN', async () => aKennitala()],
    ['AppCode', () => appCode()],
  ]
  const refusals = [
    ['an amount below the minimum', 50, 10305],
    ['a confirmation type it does not take', 99_910_427, 10427],
  ] as const
  for (const { type, words } of types) {
    for (const [kind, named] of payers) {
      test.each(refusals)(`${kind}, ${words}: %s`, async (_, amount, code) => {
        await merchantChooses({ confirmationType: type })
        const paymentId = await sold(await named(), { amount })
        expect(await story(paymentId)).toEqual({ said: [`InsertCart false/-/${code}`], end: 'payment failed, order open' })
      })
    }

    test(`GSM, ${words}: who is not a customer`, async () => {
      await merchantChooses({ confirmationType: type })
      const paymentId = await sold('7700106')
      expect(await story(paymentId)).toEqual({ said: ['InsertCart false/-/10306'], end: 'payment failed, order open' })
    })
  }
})

describe('twice', () => {
  test.each(types)('confirmed, $words: 10203, and the order stays paid', async ({ type }) => {
    await merchantChooses({ confirmationType: type })
    const paymentId = await sold(await appCode())
    await becomes(paymentId, 'confirmed')
    // The first ConfirmCart after an automatic payment by app code is told of the payment.
    if (type === 0) expect(await independently('ConfirmCart', paymentId)).toBe('true/true/10200')
    expect(await independently('ConfirmCart', paymentId)).toBe('true/true/10203')
    await look(paymentId)
    expect((await story(paymentId)).end).toBe('payment confirmed, order paid')
  })

  test.each(types)('cancelled, $words: 10202, and nothing changes', async ({ type }) => {
    const paymentId = await waiting(type)
    await cancel(paymentId)
    expect(await independently('CancelCart', paymentId)).toBe('true/-/10202')
    expect(await independently('ConfirmCart', paymentId)).toBe('true/false/10202')
    await look(paymentId)
    expect((await story(paymentId)).end).toBe('payment cancelled, order open')
  })

  test('a provider that tells of every payment as already confirmed is understood', async () => {
    await fetch(`${env().loopback}/sandbox/netgiro/control/switches`, { method: 'POST', body: JSON.stringify({ paidCode: 10203 }) })
    await withoutCallbacks()
    const paymentId = await waiting(0)
    await onThePhone(paymentId, 'accept')
    await becomes(paymentId, 'confirmed')
    expect(await story(paymentId)).toEqual({ said: [inserted, waits, 'CheckCart true/true/10203'], end: 'payment confirmed, order paid' })
  })
})

test('a cart Netgíró no longer knows: 10201, and the payment ends without money', async () => {
  const paymentId = await waiting(2)
  await resetSandbox()
  await look(paymentId)
  expect((await story(paymentId)).said).toEqual([inserted, waits, gone])
  expect(await independently('ConfirmCart', paymentId)).toBe('true/false/10424')
  expect(await independently('CancelCart', paymentId)).toBe('false/-/10424')
  expect((await story(paymentId)).end).toBe('payment declined, order open')
})
