// How often we ask a provider, and when we start nothing new with one. Rows are moved in time instead of waited for,
// and what may have refilled meanwhile is reckoned by the database's clock, so that a slow machine changes no answer.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { mayStart } from '@/lib/payments/breaker'
import { phoneGateway } from '@/lib/payments/gateways'
import { hindrance } from '@/lib/payments/start'
import { aBucket, aGatewayWithAPayment, anInstance, during, exchanges, thoseLetThrough } from '../support/guards'

const rate = 100
const atOnce = (times: number) => Array.from({ length: times }, (_, i) => i)

describe('the budget of calls a second', () => {
  let gateway: string
  beforeEach(() => {
    gateway = `guard-${newId()}`
    vi.stubEnv('PROVIDER_CALLS_PER_SECOND', String(rate))
  })

  /** As many takers at once, of four instances, which share nothing but the database. */
  async function looks(takers: number, of = gateway): Promise<number> {
    const instances = await Promise.all(atOnce(4).map(anInstance))
    return thoseLetThrough(atOnce(takers).map((i) => () => instances[i % 4]!.takeLook(of)))
  }

  it('gives what it had saved, and no more than its rate beyond that, to any number of takers at once', async () => {
    const { result: given, seconds } = await during(async () => [await looks(300), await looks(300), await looks(300)])
    const all = given.reduce((sum, n) => sum + n, 0)
    expect(given[0]).toBeGreaterThanOrEqual(rate)
    expect(all).toBeLessThanOrEqual(rate + rate * seconds)
  })

  it('refills by its rate', async () => {
    const { result: given, seconds } = await during(async () => {
      await aBucket(gateway, { tokens: 0, filledSecondsAgo: 0.25 })
      return looks(200)
    })
    expect(given).toBeGreaterThanOrEqual(25)
    expect(given).toBeLessThanOrEqual(rate * (0.25 + seconds))
  })

  it('saves no more than one second of looks, however long nobody asked', async () => {
    const { result: given, seconds } = await during(async () => {
      await aBucket(gateway, { tokens: 3, filledSecondsAgo: 3600 })
      return looks(300)
    })
    expect(given).toBeGreaterThanOrEqual(rate)
    expect(given).toBeLessThanOrEqual(rate + rate * seconds)
  })

  it('of one gateway is not touched by what another spends', async () => {
    await aBucket(gateway, { tokens: -rate * 3600 })
    expect(await looks(50)).toBe(0)
    expect(await looks(50, `guard-${newId()}`)).toBe(50)
  })

  for (const [words, seconds] of [['an hour', 3600], ['a month', 30 * 86_400]] as const) {
    it(`looks again at once when the clock was set back by ${words}, with what one second gives and no more`, async () => {
      const { result: given, seconds: passed } = await during(async () => {
        await aBucket(gateway, { tokens: 0, filledSecondsAgo: -seconds })
        return looks(300)
      })
      expect(given).toBeGreaterThanOrEqual(rate)
      expect(given).toBeLessThanOrEqual(rate + rate * passed)
    })
  }

  it('gives no more than was set back when the clock was set back by a moment', async () => {
    const { result: given, seconds } = await during(async () => {
      await aBucket(gateway, { tokens: 0, filledSecondsAgo: -0.2 })
      return looks(200)
    })
    // Whoever asks first may find the row 0.2 s ahead; from then on its time is the clock's.
    expect(given).toBeLessThanOrEqual(rate * (0.2 + seconds))
  })

  it('counts time to the microsecond, so that asking often gains nothing', async () => {
    const [{ precision }] = await db().$queryRaw<[{ precision: number }]>`
      SELECT datetime_precision AS precision FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'provider_budget' AND column_name = 'filled_at'`
    expect(precision).toBe(6)
  })

  it('is not asked again by an instance that just found it spent, until some looks have come back', async () => {
    const { takeLook, budgetIsSpent } = await anInstance()
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000_000)
    await aBucket(gateway, { tokens: -rate * 3600 })
    expect(await takeLook(gateway)).toBe(false)
    expect(budgetIsSpent(gateway)).toBe(true)
    expect(budgetIsSpent(`guard-${newId()}`)).toBe(false)

    await aBucket(gateway, { tokens: rate })
    expect(await takeLook(gateway)).toBe(false)
    now.mockReturnValue(1_000_000 + 5_000 / rate)
    expect(budgetIsSpent(gateway)).toBe(false)
    expect(await takeLook(gateway)).toBe(true)
  })
})

describe('the breaker', () => {
  const good = { outcome: 'done' }
  const timeout = { outcome: 'unknown', error: 'timeout' }
  let gateway: string
  let paymentId: string
  beforeEach(async () => {
    ;({ gateway, paymentId } = await aGatewayWithAPayment())
  })

  const probe = (row: Parameters<typeof aBucket>[1], of = gateway) => aBucket(`probe:${of}`, row)
  const asks = (times: number) => thoseLetThrough(atOnce(times).map(() => () => mayStart(gateway)))
  /** Whether a start would be let through though no probe is due for an hour. */
  async function isClosed(of = gateway): Promise<boolean> {
    await probe({ tokens: -3600 }, of)
    return mayStart(of)
  }

  it('is closed for a provider nobody has asked yet', async () => {
    expect(await asks(10)).toBe(10)
  })

  it('opens when half of twenty calls got no answer', async () => {
    await exchanges(paymentId, 10, good)
    await exchanges(paymentId, 9, timeout)
    expect(await isClosed()).toBe(true)
    await exchanges(paymentId, 1, timeout)
    expect(await isClosed()).toBe(false)
  })

  it('stays closed while less than half of them failed', async () => {
    await exchanges(paymentId, 11, good)
    await exchanges(paymentId, 10, timeout)
    expect(await isClosed()).toBe(true)
  })

  it('does not judge by fewer than twenty', async () => {
    await exchanges(paymentId, 19, timeout)
    expect(await isClosed()).toBe(true)
  })

  it('does not count a call that is still under way', async () => {
    await exchanges(paymentId, 19, timeout)
    await exchanges(paymentId, 10, { completed: false })
    expect(await isClosed()).toBe(true)
  })

  it('does not count what is older than half a minute, nor what lies ahead since the clock was set back', async () => {
    await exchanges(paymentId, 30, { ...timeout, sentSecondsAgo: 31 })
    await exchanges(paymentId, 30, { ...timeout, sentSecondsAgo: -3600 })
    expect(await isClosed()).toBe(true)
  })

  it('takes a refusal for the answer it is', async () => {
    await exchanges(paymentId, 40, { outcome: 'refused' })
    expect(await isClosed()).toBe(true)
  })

  for (const error of ['not_sent', 'timeout', 'network', 'http_status', 'not_parsable']) {
    it(`counts ${error} as a call that got no answer`, async () => {
      await exchanges(paymentId, 20, { outcome: 'unknown', error })
      expect(await isClosed()).toBe(false)
    })
  }

  for (const error of ['too_large', 'bad_signature', 'no_signature', 'contradiction', 'unknown_code']) {
    it(`counts ${error} as an answer`, async () => {
      await exchanges(paymentId, 20, { outcome: 'unknown', error })
      expect(await isClosed()).toBe(true)
    })
  }

  it('of one gateway stays closed whatever another does', async () => {
    await exchanges(paymentId, 20, timeout)
    const other = await aGatewayWithAPayment()
    await exchanges(other.paymentId, 20, good)
    expect([await isClosed(), await isClosed(other.gateway)]).toEqual([false, true])
  })

  it('lets one of fifty who ask at once try, every five seconds, though it comes to nothing', async () => {
    await exchanges(paymentId, 20, timeout)
    const first = await during(() => asks(50))
    expect(first.result).toBeGreaterThanOrEqual(1)
    expect(first.result).toBeLessThanOrEqual(1 + Math.floor(first.seconds / 5))

    const early = await during(async () => {
      await probe({ tokens: 0, filledSecondsAgo: 3 })
      return asks(50)
    })
    expect(early.result).toBeLessThanOrEqual(Math.floor((3 + early.seconds) / 5))

    const later = await during(async () => {
      await probe({ tokens: 0, filledSecondsAgo: 5.001 })
      return asks(50)
    })
    expect(later.result).toBeGreaterThanOrEqual(1)
    expect(later.result).toBeLessThanOrEqual(1 + Math.floor(later.seconds / 5))
  })

  it('lets one try when the clock was set back since the last', async () => {
    await exchanges(paymentId, 20, timeout)
    const { result: tries, seconds } = await during(async () => {
      await probe({ tokens: 0, filledSecondsAgo: -3600 })
      return asks(50)
    })
    expect(tries).toBeGreaterThanOrEqual(1)
    expect(tries).toBeLessThanOrEqual(1 + Math.floor(seconds / 5))
  })

  it('closes for everybody when the calls are answered again', async () => {
    await exchanges(paymentId, 20, timeout)
    expect(await isClosed()).toBe(false)
    await exchanges(paymentId, 21, good)
    expect(await isClosed()).toBe(true)
    expect(await asks(50)).toBe(50)
  })

  it('is what keeps a new payment from starting', async () => {
    const asked = { ...phoneGateway(), name: gateway }
    expect(await hindrance(asked, null)).toBeNull()
    await exchanges(paymentId, 20, timeout)
    await probe({ tokens: -3600 })
    expect(await hindrance(asked, null)).toEqual({ kind: 'not_now' })
  })
})
