// The callbacks, taken by a server that is no part of this project and checked from the documents alone.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually, merchant, provider, receiver, serveSandbox, sha256, triple, type Callback } from '../support/sandbox-caller'

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

const urls = () => ({
  CallbackUrl: `${own.origin}/confirmed?order=1%20a&x=Á`.replace('Á', '%C3%81'),
  CallbackCancelUrl: `${own.origin}/cancelled`,
})
const arrived = (count: number) =>
  eventually(
    () => own.got,
    (got) => got.length >= count,
  )

function isSigned({ headers, body, path }: Callback): boolean {
  const nonce = String(headers.netgiro_nonce)
  return headers.netgiro_signature === sha256(provider.secret + nonce + own.origin + path + body)
}
const told = ({ json }: Callback) => `${json.Success} ${json.PaymentSuccessful} ${json.ResultCode} ${json.PaymentInfo?.StatusId}`

type Delivery = { status: string; attempt: number; httpStatus: number | null; error: string | null; duplicate: boolean; url: string }
const deliveries = async (id: string) =>
  ((await shop.control(`deliveries?transactionId=${id}`)).json as { deliveries: Delivery[] }).deliveries.toReversed()
const settled = (id: string, count: number) =>
  eventually(
    () => deliveries(id),
    (all) => all.length === count && all.every(({ status }) => status !== 'due' && status !== 'sending'),
  )

it.each([
  [0, 'true true 10200 2'],
  [1, 'true false 10429 1'],
  [2, 'true false 10426 1'],
])('type %i: acceptance posts %s, signed over the registered URL with its query', async (type, expected) => {
  const inserted = await shop.insert({ ConfirmationType: type, Reference: `cb-${type}`, Amount: 4_900, ...urls() })
  const id = String(inserted.json.TransactionId)
  await shop.accept(id)
  const [callback] = await arrived(1)
  expect(callback && told(callback)).toBe(expected)
  expect(callback?.path).toBe('/confirmed?order=1%20a&x=%C3%81')
  expect(callback && isSigned(callback)).toBe(true)
  expect(callback?.headers.netgiro_appkey).toBe(provider.appKey.toUpperCase())
  expect(callback?.headers.netgiro_referenceid).toMatch(/^[0-9a-f-]{36}$/)
  expect(callback?.headers['content-type']).toContain('application/json')
  expect(callback?.json.PaymentInfo).toMatchObject({ TransactionId: id, ReferenceNumber: `cb-${type}`, TotalAmount: 4_900 })
  expect(callback?.body).toContain('"TotalAmount":4900.0')
  expect((await settled(id, 1))[0]).toMatchObject({ status: 'acknowledged', httpStatus: 200, attempt: 1 })
  expect(own.got).toHaveLength(1)
})

it.each(['reject', 'expiry'])('%s posts to CallbackCancelUrl and not to CallbackUrl', async (how) => {
  const id = await shop.cart(urls())
  if (how === 'reject') await shop.reject(id)
  else await shop.advance(180_000)
  const [callback] = await arrived(1)
  expect(callback?.path).toBe('/cancelled')
  expect(callback && told(callback)).toBe('true false 10201 5')
  expect(callback && isSigned(callback)).toBe(true)
  await settled(id, 1)
})

it('a cancel by the provider posts nothing', async () => {
  const id = await shop.cart(urls())
  await shop.cancel(id)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await deliveries(id)).toEqual([])
})

it('with the switch the callback of type 1 shows the payment', async () => {
  await shop.control('switches', { serverCallbackBody: 'payment' })
  await shop.accept(await shop.cart({ ConfirmationType: 1, ...urls() }))
  const [callback] = await arrived(1)
  expect(callback && told(callback)).toBe('true true 10200 2')
})

describe('what is not 200', () => {
  it.each([201, 204, 302, 400, 500])('%i twice cancels a reservation of type 1', async (status) => {
    own.answers.push(status, status)
    const id = await shop.cart({ ConfirmationType: 1, ...urls() })
    await shop.accept(id)
    await arrived(1)
    expect(triple(await shop.check(id))).toBe('true false 10429')
    await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    await shop.advance(5_000)
    await arrived(2)
    const ended = await eventually(
      () => shop.check(id),
      ({ json }) => json.ResultCode !== 10429,
    )
    expect([triple(ended), ended.json.PaymentInfo?.StatusId]).toEqual(['true false 10201', 5])
    expect(triple(await shop.confirm(id))).toBe('true false 10202')
    expect((await settled(id, 2)).map(({ attempt, httpStatus, status: end }) => [attempt, httpStatus, end])).toEqual([
      [1, status, 'refused'],
      [2, status, 'refused'],
    ])
    expect(own.got.map(({ body }) => body)[1]).toBe(own.got[0]?.body)
  })

  it('is repeated after five seconds, not before', async () => {
    own.answers.push(500)
    const id = await shop.cart({ ConfirmationType: 1, ...urls() })
    await shop.accept(id)
    await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    await shop.advance(4_000)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(own.got).toHaveLength(1)
    await shop.advance(1_000)
    await arrived(2)
    await eventually(
      () => shop.check(id),
      ({ json }) => json.ResultCode === 10200,
    )
  })

  it.each([0, 2])('does not undo type %i', async (type) => {
    own.answers.push(500, 500)
    const id = await shop.cart({ ConfirmationType: type, ...urls() })
    await shop.accept(id)
    const before = triple(await shop.check(id))
    await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    await shop.advance(5_000)
    await settled(id, 2)
    expect(triple(await shop.check(id))).toBe(before)
  })

  it('counts a server that does not answer in time', async () => {
    await shop.control('switches', { callbackTimeoutMs: 100 })
    const { tinyServer } = await import('../support/tiny-server')
    const silent = await tinyServer(() => undefined)
    const id = await shop.cart({ ConfirmationType: 1, CallbackUrl: `${silent.origin}/` })
    await shop.accept(id)
    const [first] = await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    expect(first).toMatchObject({ status: 'failed', error: 'no answer within 100 ms' })
    await silent.close()
  })
})

describe('a callback goes nowhere but to this app and this machine', () => {
  it.each([
    'https://example.com/x',
    'www.example.com/callback-success/991100-123',
    'http://127.0.0.1.example.com/',
    'http://localhost@example.com/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'file:///etc/passwd',
    'http://0.0.0.0/',
  ])('%s', async (url) => {
    const id = await shop.cart({ ConfirmationType: 0, CallbackUrl: url })
    await shop.accept(id)
    const [first] = await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    expect(first).toMatchObject({ status: 'blocked', httpStatus: null, url })
  })

  it('and follows no redirect', async () => {
    own.answers.push(302)
    await shop.accept(await shop.cart({ ConfirmationType: 0, ...urls() }))
    await arrived(1)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(own.got.map(({ path }) => path)).not.toContain('/elsewhere')
  })
})

describe('faults', () => {
  const fault = (name: string, more: object = {}) => shop.control('faults', { name, ...more })

  it('callback_lost: the first attempt never arrives, the second does', async () => {
    await fault('callback_lost')
    const id = await shop.cart({ ConfirmationType: 1, ...urls() })
    await shop.accept(id)
    await eventually(
      () => deliveries(id),
      (all) => all.length === 2,
    )
    expect(own.got).toHaveLength(0)
    await shop.advance(5_000)
    await arrived(1)
    expect((await settled(id, 2)).map(({ status }) => status)).toEqual(['lost', 'acknowledged'])
  })

  it('callback_delayed: it leaves when the time has passed', async () => {
    await fault('callback_delayed', { ms: 60_000 })
    const id = await shop.cart({ ConfirmationType: 1, ...urls() })
    await shop.accept(id)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(own.got).toHaveLength(0)
    await shop.advance(60_000)
    await arrived(1)
    await settled(id, 1)
  })

  it('callback_doubled: the same bytes come twice', async () => {
    await fault('callback_doubled')
    const id = await shop.cart({ ConfirmationType: 1, ...urls() })
    await shop.accept(id)
    const got = await arrived(2)
    expect(got[1]?.body).toBe(got[0]?.body)
    expect(got.every(isSigned)).toBe(true)
    expect((await settled(id, 2)).map(({ duplicate }) => duplicate)).toEqual([false, true])
  })

  it('callback_badly_signed: the signature does not fit', async () => {
    await fault('callback_badly_signed')
    await shop.accept(await shop.cart({ ConfirmationType: 2, ...urls() }))
    const [callback] = await arrived(1)
    expect(callback && isSigned(callback)).toBe(false)
  })

  it('callback_wrong_amount: well signed, with another amount', async () => {
    await fault('callback_wrong_amount', { amount: 1 })
    await shop.accept(await shop.cart({ ConfirmationType: 2, Amount: 4_900, ...urls() }))
    const [callback] = await arrived(1)
    expect(callback && isSigned(callback)).toBe(true)
    expect(callback?.json.PaymentInfo?.TotalAmount).toBe(1)
  })

  it('callback_before_answer: it comes before InsertCart returns', async () => {
    await fault('callback_before_answer', { operation: 'InsertCart' })
    const inserted = await shop.insert({ ConfirmationType: 0, ...urls() })
    expect(own.got).toHaveLength(1)
    expect(own.got[0]?.json.PaymentInfo?.TransactionId).toBe(inserted.json.TransactionId)
    expect(triple(await shop.check(String(inserted.json.TransactionId)))).toBe('true true 10200')
  })
})
