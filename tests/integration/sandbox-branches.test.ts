// Whatever can go otherwise, each with what every call says of it.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { merchant, provider, serveSandbox, triple, type Told } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>

beforeAll(async () => {
  sandbox = await serveSandbox()
  shop = merchant(sandbox.origin)
})
afterEach(() => shop.reset())
afterAll(() => sandbox.stop())

const pair = ({ json }: Told) => `${json.Success} ${json.ResultCode}`
const all = async (id: string) => ({
  check: triple(await shop.check(id)),
  confirm: triple(await shop.confirm(id)),
  cancel: pair(await shop.cancel(id)),
})
const minutes = 60_000

describe('a GSM cart', () => {
  it('that the customer rejects is cancelled', async () => {
    const id = await shop.cart()
    expect(await shop.reject(id)).toBe(200)
    expect(await all(id)).toEqual({ check: 'true false 10201', confirm: 'true false 10201', cancel: 'false 10202' })
    expect(await shop.accept(id)).toBe(409)
  })

  it('lives three minutes and is then not valid', async () => {
    const id = await shop.cart()
    await shop.advance(3 * minutes - 5_000)
    expect(triple(await shop.check(id))).toBe('true false 10425')
    await shop.advance(5_000)
    expect(await all(id)).toEqual({ check: 'true false 10201', confirm: 'true false 10304', cancel: 'false 10202' })
    expect(await shop.accept(id)).toBe(409)
  })

  it('that the provider cancels in time cannot be accepted any more', async () => {
    const id = await shop.cart()
    const cancelled = await shop.cancel(id)
    expect(pair(cancelled)).toBe('true 10201')
    expect(cancelled.json.PaymentInfo?.StatusId).toBe(5)
    expect(await shop.accept(id)).toBe(409)
    expect(await all(id)).toEqual({ check: 'true false 10201', confirm: 'true false 10202', cancel: 'true 10202' })
  })

  it.each([0, 2])('of type %i cannot be cancelled once the customer accepted', async (type) => {
    const id = await shop.cart({ ConfirmationType: type })
    await shop.accept(id)
    const before = triple(await shop.check(id))
    expect(pair(await shop.cancel(id))).toBe('false 10200')
    expect(triple(await shop.check(id))).toBe(before)
  })

  it('still waiting is not confirmed by ConfirmCart', async () => {
    const id = await shop.cart()
    expect(triple(await shop.confirm(id))).toBe('true false 10425')
    expect(triple(await shop.confirm(id, '8223281'))).toBe('true false 10425')
    expect(triple(await shop.check(id))).toBe('true false 10425')
  })

  it('is accepted or rejected by the demo client through Identifier, unless that is switched off', async () => {
    const [yes, no] = [await shop.cart(), await shop.cart({ ConfirmationType: 0 })]
    expect(triple(await shop.confirm(yes, '1'))).toBe('true false 10426')
    expect(triple(await shop.confirm(no, '0'))).toBe('true false 10201')
    await shop.control('switches', { identifierTestAid: 'off' })
    expect(triple(await shop.confirm(await shop.cart(), '1'))).toBe('true false 10425')
  })
})

describe('ConfirmCart', () => {
  it('on a paid cart is already confirmed', async () => {
    const id = await shop.cart({ ConfirmationType: 0 })
    await shop.accept(id)
    const again = await shop.confirm(id)
    expect(triple(again)).toBe('true true 10203')
    expect(again.json.PaymentInfo?.StatusId).toBe(2)
  })

  it('takes the customer identifier on a reservation and ignores it', async () => {
    const id = await shop.cart()
    await shop.accept(id)
    expect(triple(await shop.confirm(id, '8223281'))).toBe('true true 10200')
    expect(triple(await shop.confirm(id))).toBe('true true 10203')
  })

  it('has no effect on a reservation of server callback', async () => {
    const id = await shop.cart({ ConfirmationType: 1, CallbackUrl: 'www.example.com/callback' })
    await shop.accept(id)
    expect(triple(await shop.confirm(id))).toBe('true false 10429')
    expect(pair(await shop.cancel(id))).toBe('false 10200')
  })

  it('after an app code was paid answers 10200 once, then 10203', async () => {
    const id = await shop.cart({ CustomerId: `500004-${await shop.token('1111111119')}`, ConfirmationType: 0 })
    expect(triple(await shop.confirm(id))).toBe('true true 10200')
    expect(triple(await shop.confirm(id))).toBe('true true 10203')
  })

  it('of a lapsed reservation comes too late, after seven days', async () => {
    const id = await shop.cart()
    await shop.accept(id)
    await shop.advance(7 * 24 * 60 * minutes - 5_000)
    expect(triple(await shop.check(id))).toBe('true false 10426')
    await shop.advance(5_000)
    const lapsed = await shop.check(id)
    expect([triple(lapsed), lapsed.json.PaymentInfo?.StatusId]).toEqual(['true false 10201', 5])
    expect(triple(await shop.confirm(id))).toBe('true false 10304')
    expect(pair(await shop.cancel(id))).toBe('false 10202')
  })
})

describe('an unknown cart', () => {
  it('is told of as the documents say', async () => {
    expect(await all(randomUUID())).toEqual({ check: 'true false 10201', confirm: 'true false 10424', cancel: 'false 10424' })
  })

  it.each(['CheckCart', 'ConfirmCart', 'CancelCart'])('%s without a sensible TransactionId fails with 400', async (operation) => {
    for (const body of [{}, { TransactionId: '' }, { TransactionId: 'x' }, { TransactionId: 7 }, { TransactionId: null }]) {
      const told = await shop.post(operation, body)
      expect([told.status, pair(told)]).toEqual([200, 'false 400'])
      expect(told.json.Message).toContain('TransactionId')
    }
  })
})

describe('a customer known by kennitala', () => {
  it('whose code is wrong may try again', async () => {
    const id = await shop.cart({ CustomerId: '1111111119', ConfirmationType: 0 })
    for (const wrong of ['0', 'zzzz', undefined]) {
      const told = await shop.confirm(id, wrong)
      expect([triple(told), typeof told.json.Message]).toEqual(['true false 400', 'string'])
    }
    expect(triple(await shop.check(id))).toBe('true false 10428')
    expect(triple(await shop.confirm(id, await shop.token('1111111119')))).toBe('true true 10200')
  })

  it('has five minutes for the code; the cart waits longer and runs out', async () => {
    const id = await shop.cart({ CustomerId: '1111111119', ConfirmationType: 0 })
    const { messages } = (await shop.control('sms')).json as { messages: { code: string; recipient: string }[] }
    expect(messages[0]?.recipient).toBe('1111111119')
    await shop.advance(5 * minutes)
    expect(triple(await shop.confirm(id, messages[0]?.code))).toBe('true false 400')
    expect(triple(await shop.check(id))).toBe('true false 10428')
    await shop.advance(5 * minutes)
    expect(await all(id)).toEqual({ check: 'true false 10201', confirm: 'true false 10304', cancel: 'false 10202' })
  })

  it('can be cancelled while the code is waited for', async () => {
    const id = await shop.cart({ CustomerId: '1111111119' })
    expect(await shop.accept(id)).toBe(409)
    expect(pair(await shop.cancel(id))).toBe('true 10201')
  })

  it("does not pay with another customer's code, nor twice with one", async () => {
    const [one, two] = [
      await shop.cart({ CustomerId: '1111111119', ConfirmationType: 0 }),
      await shop.cart({ CustomerId: '1111111119', ConfirmationType: 0 }),
    ]
    expect(triple(await shop.confirm(one, await shop.token('0101302989')))).toBe('true false 400')
    const token = await shop.token('1111111119')
    expect(triple(await shop.confirm(one, token))).toBe('true true 10200')
    expect(triple(await shop.confirm(two, token))).toBe('true false 400')
  })
})

describe('without credit', () => {
  it('a kennitala fails at the code, and the cart stays open', async () => {
    const id = await shop.cart({ CustomerId: '2222222229', ConfirmationType: 0 })
    const told = await shop.confirm(id, await shop.token('2222222229'))
    expect([triple(told), typeof told.json.Message]).toEqual(['true false 400', 'string'])
    expect(triple(await shop.check(id))).toBe('true false 10428')
  })

  it('an app code fails at InsertCart', async () => {
    expect(pair(await shop.insert({ CustomerId: `500004-${await shop.token('2222222229')}` }))).toBe('false 400')
  })

  it('a phone accepts and the cart ends cancelled', async () => {
    const id = await shop.cart({ CustomerId: '7700104' })
    expect(await shop.accept(id)).toBe(200)
    expect(triple(await shop.check(id))).toBe('true false 10201')
  })
})

describe('an app code', () => {
  it('serves once', async () => {
    const token = await shop.token('1111111119')
    expect(pair(await shop.insert({ CustomerId: `500004-${token}` }))).toBe('true 200')
    expect(pair(await shop.insert({ CustomerId: `500004-${token}` }))).toBe('false 10306')
  })

  it('lives five minutes', async () => {
    const token = await shop.token('1111111119')
    await shop.advance(5 * minutes)
    expect(pair(await shop.insert({ CustomerId: `500004-${token}` }))).toBe('false 10306')
  })

  it('is also taken bare', async () => {
    expect(pair(await shop.insert({ CustomerId: await shop.token('1111111119'), ConfirmationType: 0 }))).toBe('true 200')
  })
})

describe('InsertCart refuses', () => {
  const cases: [string, object, string][] = [
    ['no amount', { Amount: undefined }, 'false 400'],
    ['an amount of nothing', { Amount: 0 }, 'false 400'],
    ['a negative amount', { Amount: -1000 }, 'false 400'],
    ['half a króna', { Amount: 1000.5 }, 'false 400'],
    ['an amount in words', { Amount: 'þúsund' }, 'false 400'],
    ['more than an int holds', { Amount: 3_000_000_000 }, 'false 400'],
    ['an amount below the minimum', { Amount: 99 }, 'false 10305'],
    ['no reference', { Reference: '' }, 'false 400'],
    ['no customer', { CustomerId: null }, 'false 400'],
    ['a number that is no mobile phone', { CustomerId: '5551234' }, 'false 10306'],
    ['a customer in letters', { CustomerId: 'Sunna' }, 'false 10306'],
    ['an app code nobody has', { CustomerId: '500004-zzzz' }, 'false 10306'],
    ['a confirmation type there is not', { ConfirmationType: 3 }, 'false 10427'],
    ['a confirmation type in words', { ConfirmationType: 'manual' }, 'false 10427'],
    ['a server callback without an address', { ConfirmationType: 1 }, 'false 400'],
    ['a NUL in a text', { Reference: 'a\0b' }, 'false 400'],
    ['our number that is no customer', { CustomerId: '7700106' }, 'false 10306'],
    ['our number that is declined', { CustomerId: '7700107' }, 'false 10302'],
    ['our amount for a code', { Amount: 99_910_422 }, 'false 10422'],
  ]
  it.each(cases)('%s', async (_, more, expected) => {
    const reference = `t-${randomUUID()}`
    const told = await shop.insert({ Reference: reference, ...more })
    expect([told.status, told.signed, pair(told), told.json.TransactionId, typeof told.json.Message]).toEqual([
      200,
      true,
      expected,
      null,
      'string',
    ])
    expect((await shop.control(`carts?reference=${reference}`)).json).toEqual({ carts: [] })
  })

  it('a body that is no JSON object', async () => {
    for (const text of ['', '[]', '"x"', '{"Amount":', 'null']) {
      const told = await shop.post('InsertCart', {}, { text })
      expect([told.status, told.json.Success, told.json.ResultCode]).toEqual([200, false, 400])
    }
  })
})

it('InsertCart without ConfirmationType is a server callback where there is a CallbackUrl, else automatic', async () => {
  const callback = await shop.cart({ ConfirmationType: undefined, CallbackUrl: 'www.example.com/x' })
  const automatic = await shop.cart({ ConfirmationType: null })
  for (const id of [callback, automatic]) await shop.accept(id)
  expect(triple(await shop.check(callback))).toBe('true false 10429')
  expect(triple(await shop.check(automatic))).toBe('true true 10200')
})

it.each([
  [{ declinedCode: 10423 }, 'reject', 'true false 10423'],
  [{ paidCode: 10203 }, 'accept', 'true true 10203'],
] as const)('with the switch %o CheckCart answers otherwise', async (position, verb, expected) => {
  await shop.control('switches', position)
  const id = await shop.cart({ ConfirmationType: 0 })
  await shop.control(`carts/${id}/${verb}`, {})
  expect(triple(await shop.check(id))).toBe(expected)
})

it('refuses a switch it does not have, or a position it cannot take', async () => {
  expect((await shop.control('switches', { gravity: 'off' })).status).toBe(400)
  expect((await shop.control('switches', { paidCode: 7 })).status).toBe(400)
})

it('keeps two providers apart', async () => {
  const id = await shop.cart()
  const { postProvider } = await import('../support/sandbox-caller')
  expect(postProvider.appKey).not.toBe(provider.appKey)
  expect(triple(await shop.post('CheckCart', { TransactionId: id }, { as: postProvider }))).toBe('true false 10201')
  expect(pair(await shop.post('CancelCart', { TransactionId: id }, { as: postProvider }))).toBe('false 10424')
})
