// Flows with their faults under one name, what one customer is like, and the code on her phone.
import { randomInt } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearAllFaults, readPanel, setScenario } from '@/lib/sandbox/netgiro/panel'
import { liveCode } from '@/lib/sandbox/netgiro/tokens'
import { scenarioNames } from '@/lib/sandbox/netgiro/scenarios'
import { setTraits } from '@/lib/sandbox/netgiro/traits'
import { eventually, merchant, provider, receiver, serveSandbox, triple } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>
let own: Awaited<ReturnType<typeof receiver>>

beforeAll(async () => {
  sandbox = await serveSandbox()
  shop = merchant(sandbox.origin)
})
beforeEach(async () => {
  own = await receiver()
})
afterEach(async () => {
  await own.stop()
  await shop.reset()
})
afterAll(() => sandbox.stop())

const set = (name: string, body: object = {}) => shop.control(`scenarios/${name}`, body)
const urls = () => ({ CallbackUrl: `${own.origin}/confirmed`, CallbackCancelUrl: `${own.origin}/cancelled` })
const told = () => own.got.map(({ path, json }) => `${path} ${json.ResultCode} ${json.PaymentInfo?.StatusId}`)
const arrived = (count: number) => eventually(told, (all) => all.length >= count)
const byReference = async (reference: string) => {
  const { carts } = (await shop.control(`carts?reference=${reference}`)).json as { carts: { transactionId: string; state: string }[] }
  return carts[0]
}
const armed = async () => ((await shop.control('scenarios')).json as { armed: { name: string }[] }).armed.map(({ name }) => name)

describe('a scenario', () => {
  it('is one of a list that says of each what happens', async () => {
    const { scenarios } = (await shop.control('scenarios')).json as { scenarios: { name: string; about: string }[] }
    expect(scenarios.map(({ name }) => name)).toEqual(scenarioNames)
    for (const { about } of scenarios) expect(about).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('waits for the next cart and concerns no other', async () => {
    await set('declined')
    expect(await armed()).toEqual(['declined'])
    const [first, second] = [await shop.cart(), await shop.cart()]
    expect(await armed()).toEqual([])
    await shop.advance(2_000)
    expect([triple(await shop.check(first)), triple(await shop.check(second))]).toEqual(['true false 10201', 'true false 10425'])
  })

  it('can be meant for one reference, and be taken back', async () => {
    await set('declined', { reference: 'mine' })
    const other = await shop.cart()
    await shop.advance(2_000)
    expect(triple(await shop.check(other))).toBe('true false 10425')
    expect((await shop.control('scenarios', undefined, 'DELETE')).json).toEqual({ armed: [] })
    const mine = await shop.cart({ Reference: 'mine' })
    await shop.advance(2_000)
    expect(triple(await shop.check(mine))).toBe('true false 10425')
  })

  it('is given to one of many carts that come at once', async () => {
    await set('500-after-effect')
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await shop.insert()).status))
    expect(statuses.filter((status) => status === 500)).toHaveLength(1)
  })

  it('is set and taken back on the panel, for the configured app key', async () => {
    expect([await setScenario('late-yes'), await setScenario('earthquake')]).toEqual([true, false])
    expect((await readPanel()).armed).toMatchObject([{ name: 'late-yes', reference: null }])
    expect(await armed()).toEqual([])
    await clearAllFaults()
    expect((await readPanel()).armed).toEqual([])
  })

  it('nobody knows is 404, one not posted 405, a senseless reference 400', async () => {
    expect((await set('earthquake')).status).toBe(404)
    expect((await shop.control('scenarios/declined')).status).toBe(405)
    expect((await set('declined', { reference: 7 })).status).toBe(400)
  })

  it('answer-lost-then-callback: no answer, then a callback that names the cart', async () => {
    await set('answer-lost-then-callback')
    await expect(shop.insert({ Reference: 'lost', ...urls() })).rejects.toThrow()
    await shop.advance(2_000)
    expect(await arrived(1)).toEqual(['/confirmed 10426 1'])
    expect(own.got[0]?.json.PaymentInfo?.TransactionId).toBe((await byReference('lost'))?.transactionId)
  })

  it('500-after-effect: the cart is there, and is accepted', async () => {
    await set('500-after-effect')
    expect((await shop.insert({ Reference: 'five', ConfirmationType: 0 })).status).toBe(500)
    await shop.advance(2_000)
    expect((await byReference('five'))?.state).toBe('pending')
    await eventually(
      () => byReference('five'),
      (cart) => cart?.state === 'paid',
    )
  })

  it('callback-first: the callback is here before the answer', async () => {
    await set('callback-first')
    await shop.cart(urls())
    expect(told()).toEqual(['/confirmed 10426 1'])
  })

  it('callback-lost: only CheckCart tells, and a server callback is cancelled', async () => {
    await set('callback-lost')
    const manual = await shop.cart(urls())
    await set('callback-lost')
    const byCallback = await shop.cart({ ...urls(), ConfirmationType: 1 })
    await shop.advance(2_000)
    expect(triple(await shop.check(manual))).toBe('true false 10426')
    await eventually(
      async () => ((await shop.control(`deliveries?transactionId=${byCallback}`)).json.deliveries as unknown[]).length,
      (n) => n === 2,
    )
    await shop.advance(5_000)
    await eventually(
      () => shop.check(byCallback),
      ({ json }) => json.ResultCode === 10201,
    )
    expect(told()).toEqual([])
    await eventually(
      async () => (await shop.control('faults')).json.faults as unknown[],
      (left) => left.length === 0,
    )
  })

  it('out-of-order: the old callback comes when the payment has gone on', async () => {
    await set('out-of-order')
    const id = await shop.cart(urls())
    await shop.advance(2_000)
    expect(
      triple(
        await eventually(
          () => shop.check(id),
          ({ json }) => json.ResultCode === 10426,
        ),
      ),
    ).toBe('true false 10426')
    await arrived(1)
    expect(triple(await shop.confirm(id))).toBe('true true 10200')
    await shop.advance(3_000)
    expect(await arrived(2)).toEqual(['/confirmed 10426 1', '/confirmed 10426 1'])
    expect(triple(await shop.check(id))).toBe('true true 10200')
  })

  it('wrong-amount: well signed, and another amount', async () => {
    await set('wrong-amount')
    await shop.cart({ ...urls(), Amount: 5_000 })
    await shop.advance(2_000)
    await arrived(1)
    expect(own.got[0]?.json.PaymentInfo?.TotalAmount).toBe(5_001)
  })

  it('confirm-lost: the money is taken and nobody is told', async () => {
    await set('confirm-lost')
    const id = await shop.cart()
    await shop.advance(2_000)
    await shop.check(id)
    await expect(shop.confirm(id)).rejects.toThrow()
    expect(triple(await shop.check(id))).toBe('true true 10200')
  })

  it('cancel-loses: the customer was faster', async () => {
    await set('cancel-loses')
    const id = await shop.cart()
    const cancelled = await shop.cancel(id)
    expect([cancelled.json.Success, cancelled.json.ResultCode]).toEqual([false, 10200])
    expect(triple(await shop.check(id))).toBe('true false 10426')
  })

  it('late-yes: four minutes later', async () => {
    await set('late-yes')
    await expect(shop.insert({ Reference: 'late', ...urls() })).rejects.toThrow()
    await shop.advance(239_000)
    const id = String((await byReference('late'))?.transactionId)
    expect(triple(await shop.check(id))).toBe('true false 10425')
    await shop.advance(1_000)
    expect(triple(await shop.check(id))).toBe('true false 10426')
  })

  it('slow-provider: six slow calls, and no seventh', { timeout: 30_000 }, async () => {
    await set('slow-provider')
    const started = performance.now()
    const id = await shop.cart()
    expect(performance.now() - started).toBeGreaterThan(2_450)
    await Promise.all(Array.from({ length: 5 }, () => shop.check(id)))
    expect(performance.now() - started).toBeGreaterThan(4_900)
    expect((await shop.control('faults')).json).toEqual({ faults: [] })
  })
})

describe('callbacks out of order', () => {
  it('of type 1: the repetition is the decision, the old one changes nothing', async () => {
    await shop.control('faults', { name: 'callback_out_of_order' })
    const id = await shop.cart({ ...urls(), ConfirmationType: 1 })
    await shop.accept(id)
    await eventually(
      () => shop.check(id),
      ({ json }) => json.ResultCode === 10200,
    )
    own.answers.push(500)
    await shop.advance(3_000)
    expect(await arrived(2)).toEqual(['/confirmed 10429 1', '/confirmed 10429 1'])
    const { deliveries } = (await shop.control(`deliveries?transactionId=${id}`)).json as {
      deliveries: { attempt: number; faults: string[] }[]
    }
    expect(deliveries.map(({ attempt, faults }) => [attempt, faults])).toEqual([
      [2, []],
      [1, ['callback_out_of_order']],
    ])
    expect(triple(await shop.check(id))).toBe('true true 10200')
  })

  it('of a cancellation, and once: nothing is repeated after it', async () => {
    await shop.control('faults', { name: 'callback_out_of_order', ms: 1_000 })
    const id = await shop.cart(urls())
    await shop.reject(id)
    await arrived(1)
    own.answers.push(500)
    await shop.advance(60_000)
    await arrived(2)
    await shop.advance(60_000)
    expect(await eventually(told, (all) => all.length === 2)).toEqual(['/cancelled 10201 5', '/cancelled 10201 5'])
  })

  it('by the number 7700120, who accepts by herself', async () => {
    await shop.cart({ ...urls(), CustomerId: '7700120' })
    await shop.advance(2_000)
    await arrived(1)
    await shop.advance(3_000)
    expect(await arrived(2)).toHaveLength(2)
  })
})

describe('a customer', () => {
  const is = (customer: string, traits: object) => shop.control(`customers/${customer}`, traits)

  it('without the app gets no push but an SMS, and InsertCart answers as ever', async () => {
    expect((await is('8223281', { noApp: true })).json).toEqual({ customer: '8223281', noApp: true, noCredit: false })
    const inserted = await shop.insert()
    expect([inserted.json.Success, inserted.json.ResultCode]).toEqual([true, 200])
    const id = String(inserted.json.TransactionId)
    expect((await shop.control(`carts/${id}`)).json).toMatchObject({ push: 'no_app', state: 'pending' })
    const { messages } = (await shop.control('sms')).json as { messages: { kind: string; cartId: string }[] }
    expect(messages).toMatchObject([{ kind: 'install', cartId: id }])
    expect(triple(await shop.check(id))).toBe('true false 10425')
  })

  it('who gets the app sees what waited', async () => {
    await is('8223281', { noApp: true })
    const id = await shop.cart()
    await setTraits(provider.appKey.toUpperCase(), '8223281', { noApp: false })
    expect((await shop.control(`carts/${id}`)).json).toMatchObject({ push: 'shown' })
  })

  it('without credit: a phone’s yes is a no, an app code is refused, a code by SMS does not help', async () => {
    for (const customer of ['8223281', '1111111119']) await is(customer, { noCredit: true })
    const byPhone = await shop.cart()
    await shop.accept(byPhone)
    expect(triple(await shop.check(byPhone))).toBe('true false 10201')
    const scanned = await shop.insert({ CustomerId: `500004-${await shop.token('8223281')}` })
    expect([scanned.json.Success, scanned.json.ResultCode]).toEqual([false, 400])
    const bySsn = await shop.cart({ CustomerId: '1111111119' })
    expect(triple(await shop.confirm(bySsn, await shop.token('1111111119')))).toBe('true false 400')
    await is('8223281', { noCredit: false })
    const again = await shop.cart()
    await shop.accept(again)
    expect(triple(await shop.check(again))).toBe('true false 10426')
  })

  it('is told of one by one and all together, for one app key, until the reset', async () => {
    await is('8223281', { noApp: true })
    await is('8223281', { noCredit: true })
    expect((await shop.control('customers')).json).toEqual({ customers: [{ customer: '8223281', noApp: true, noCredit: true }] })
    expect((await shop.control('customers/8223281?appKey=881E674F-7891-4C20-AFD8-56FE2624C4B5')).json).toMatchObject({ noApp: false })
    await shop.reset()
    expect((await shop.control('customers')).json).toEqual({ customers: [] })
  })

  it('who is none is 404, and what is no trait 400', async () => {
    expect((await is('12', { noApp: true })).status).toBe(404)
    expect((await is('8223281', { noApp: 'yes' })).status).toBe(400)
  })
})

describe('the code on the phone', () => {
  it('stays the same while it lives, is taken by whichever provider scans it, and is new once used', async () => {
    const customer = `69${randomInt(10_000, 99_999)}`
    const first = await liveCode(customer, 300_000)
    expect(await liveCode(customer, 300_000)).toMatchObject({ token: first.token })
    expect(first.leftMs).toBeGreaterThan(290_000)
    const scanned = await shop.insert({ CustomerId: `500004-${first.token}`, ConfirmationType: 0 })
    expect(triple(await shop.check(String(scanned.json.TransactionId)))).toBe('true true 10200')
    const second = await liveCode(customer, 300_000)
    expect(second.token).not.toBe(first.token)
    const twice = await shop.insert({ CustomerId: `500004-${first.token}` })
    expect([twice.json.Success, twice.json.ResultCode]).toEqual([false, 10306])
  })

  it('is one, however many look at once, and new when its time is over', async () => {
    const customer = `68${randomInt(10_000, 99_999)}`
    const codes = await Promise.all(Array.from({ length: 10 }, () => liveCode(customer, 400)))
    expect(new Set(codes.map(({ token }) => token)).size).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect((await liveCode(customer, 400)).token).not.toBe(codes[0]?.token)
  })
})
