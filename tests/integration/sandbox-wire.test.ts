// What lies under the operations: signatures, spellings, faults of an answer, the control address, refunds.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { handleSandbox } from '@/lib/sandbox/server'
import { callSandbox, eventually, merchant, postProvider, provider, serveSandbox, sha256, triple } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>

beforeAll(async () => {
  sandbox = await serveSandbox()
  shop = merchant(sandbox.origin)
})
afterEach(() => shop.reset())
afterAll(() => sandbox.stop())

const body = { Amount: 1000, Reference: 'wire', CustomerId: '8223281', ConfirmationType: 2 }

describe('a request is taken', () => {
  it.each([
    '/v1/Checkout/InsertCart',
    '/v1/checkout/insertcart',
    '/V1/CHECKOUT/INSERTCART',
    '/api/checkout/InsertCart',
    '/v1/Checkout/InsertCart/',
    '//v1//Checkout//InsertCart',
    '/v1/Checkout/InsertCart?x=a%20b+c&y=%C3%A1&z',
  ])('at %s, and answered over the same URL', async (path) => {
    const told = await callSandbox(shop.base + path, body)
    expect([told.status, told.signed, told.json.ResultCode]).toEqual([200, true, 200])
    expect(told.headers.get('netgiro_referenceid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(told.headers.get('netgiro_appkey')).toBe(provider.appKey.toUpperCase())
  })

  it.each([
    { amount: 1000, reference: 'wire', customerId: '7700001', confirmationType: 0 },
    {
      amount: '1000',
      reference: 991100,
      customerId: 8223281,
      confirmationType: '1',
      callbackUrl: 'www.example.com/x',
      callbackCancelUrl: null,
    },
    { AMOUNT: 1000.0, rEFERENCE: 'wire', customerid: '+354 822-3281', ConfirmationCode: '2', Unknown: { a: [1] } },
    { ...body, CartItemRequests: [{ productNo: 7, Name: 'Lopapeysa', UnitPrice: '1000', Amount: 1000, quantity: '1000' }, {}] },
    { ...body, CartItemRequests: null, Description: 'Bók & þöll 🧶', LocationId: '1', RegisterId: 2, ClientInfo: '' },
  ])('with members as %o', async (members) => {
    const told = await callSandbox(`${shop.base}/v1/Checkout/InsertCart`, members)
    expect([told.status, told.json.Success, told.json.ResultCode]).toEqual([200, true, 200])
  })

  it.each(['1', 'KqZtRbXwYvNmLpAs', '1.7952160035309E+16', '635318618538563781', 'nonce'])('with the nonce %s', async (nonce) => {
    expect((await callSandbox(`${shop.base}/v1/Checkout/InsertCart`, body, { nonce })).status).toBe(200)
  })

  it('with escapes and spaces in the JSON, which are hashed as they came', async () => {
    const text = ' { "Amount" : 1000, "Reference":"B\\u00f3k \\/", "CustomerId":"8223281",\n"ConfirmationType":2 } '
    const told = await callSandbox(`${shop.base}/v1/Checkout/InsertCart`, undefined, { text })
    const { carts } = (await shop.control('carts?reference=B%C3%B3k%20%2F')).json as { carts: unknown[] }
    expect([told.json.ResultCode, carts.length]).toEqual([200, 1])
  })

  it('signed over APP_URL, and answered over it', async () => {
    const told = await callSandbox(`${shop.base}/v1/Checkout/InsertCart`, body, {
      signOver: `${env().appUrl}/sandbox/netgiro/v1/Checkout/InsertCart`,
    })
    expect([told.status, told.signed]).toEqual([200, true])
  })

  it('signed over https where a proxy says so', async () => {
    const url = `${shop.base}/v1/Checkout/InsertCart`
    const told = await callSandbox(url, body, { signOver: url.replace('http:', 'https:'), headers: { 'x-forwarded-proto': 'https' } })
    expect([told.status, told.signed]).toEqual([200, true])
  })

  it('from either published provider, whatever the letters of its key', async () => {
    for (const as of [
      postProvider,
      { ...postProvider, appKey: postProvider.appKey.toLowerCase() },
      { ...provider, appKey: provider.appKey.toUpperCase() },
    ]) {
      const told = await callSandbox(`${shop.base}/v1/Checkout/CheckCart`, { TransactionId: randomUUID() }, { as })
      expect([told.status, told.signed, triple(told)]).toEqual([200, true, 'true false 10201'])
    }
  })
})

describe('a request is turned away', () => {
  const url = () => `${shop.base}/v1/Checkout/InsertCart`
  const refusedBy = async (headers: Record<string, string>, signOver = url()) => {
    const told = await callSandbox(url(), body, { headers, signOver })
    expect([told.status, told.json.Success, told.json.ResultCode, told.headers.get('netgiro_signature')]).toEqual([401, false, 401, null])
    return String(told.json.Message)
  }

  it('with a signature that does not fit, and told which bytes were hashed', async () => {
    const message = await refusedBy({ netgiro_nonce: 'abc' })
    expect(message).toContain('"abc"')
    expect(message).toContain(url())
    expect(message).toContain(`${env().appUrl}/sandbox/netgiro/v1/Checkout/InsertCart`)
    expect(message).toContain(`${JSON.stringify(body).length} bytes`)
    expect(message).not.toContain(provider.secret)
  })

  it('signed over a path in other letters', async () => {
    await refusedBy({}, `${shop.base}/v1/checkout/insertcart`)
  })

  it('without one of the three headers', async () => {
    for (const name of ['netgiro_appkey', 'netgiro_nonce', 'netgiro_signature']) expect(await refusedBy({ [name]: '' })).toContain(name)
  })

  it('with an app key nobody has, or a signature of another length', async () => {
    await refusedBy({ netgiro_appkey: randomUUID() })
    await refusedBy({ netgiro_signature: 'f'.repeat(63) })
    expect(await refusedBy({ netgiro_signature: 'F'.repeat(64) })).toContain('lower case')
  })

  it('by GET where the documents say POST, and where there is no such operation', async () => {
    expect((await callSandbox(url(), undefined, { method: 'GET' })).status).toBe(405)
    expect((await callSandbox(`${shop.base}/v1/Checkout/Nothing`, body)).status).toBe(404)
  })

  it('unless that gateway is in sandbox mode', async () => {
    const { netgiro } = env().modes
    env().modes.netgiro = 'test'
    try {
      expect((await handleSandbox(new Request(url(), { method: 'POST', body: '{}' }))).status).toBe(404)
      expect((await handleSandbox(new Request(`${shop.base}/control/carts`))).status).toBe(404)
    } finally {
      env().modes.netgiro = netgiro
    }
  })
})

describe('faults of an answer', () => {
  const fault = (faults: unknown) => shop.control('faults', faults)
  const made = async (reference: string) => ((await shop.control(`carts?reference=${reference}`)).json as { carts: unknown[] }).carts.length

  it('no_answer leaves no cart, answer_lost leaves one', async () => {
    await fault([
      { name: 'no_answer', operation: 'insertcart', reference: 'a' },
      { name: 'answer_lost', operation: 'InsertCart', reference: 'b' },
    ])
    await expect(shop.insert({ Reference: 'a' })).rejects.toThrow()
    await expect(shop.insert({ Reference: 'b' })).rejects.toThrow()
    expect([await made('a'), await made('b')]).toEqual([0, 1])
  })

  it('500, HTML, cut JSON: the cart is made all the same', async () => {
    await fault([
      { name: 'error_500_after_effect', reference: '500' },
      { name: 'html', reference: 'html' },
      { name: 'cut_json', reference: 'cut' },
    ])
    const [error, html, cut] = [
      await shop.insert({ Reference: '500' }),
      await shop.insert({ Reference: 'html' }),
      await shop.insert({ Reference: 'cut' }),
    ]
    expect(error?.status).toBe(500)
    expect(html?.headers.get('content-type')).toContain('text/html')
    expect(() => JSON.parse(cut?.text ?? '{}') as unknown).toThrow()
    expect([await made('500'), await made('html'), await made('cut')]).toEqual([1, 1, 1])
  })

  it('signatures: wrong, and missing', async () => {
    await fault({ name: 'wrong_signature' })
    const wrong = await shop.insert()
    expect([wrong.signed, wrong.headers.get('netgiro_signature')?.length]).toEqual([false, 64])
    await fault({ name: 'missing_signature' })
    expect((await shop.insert()).headers.get('netgiro_signature')).toBeNull()
  })

  it('unknown_code, unknown_fields, contradiction, refuse', async () => {
    const id = await shop.cart()
    await fault([
      { name: 'unknown_code', operation: 'CheckCart' },
      { name: 'unknown_fields', operation: 'CheckCart' },
    ])
    const odd = await shop.check(id)
    expect([odd.json.ResultCode, 'LoyaltyPoints' in odd.json, odd.signed]).toEqual([19999, true, true])
    await fault({ name: 'contradiction' })
    expect(triple(await shop.check(id))).toBe('true true 10425')
    await fault({ name: 'refuse', operation: 'InsertCart', code: 10307, count: 1 })
    expect((await shop.insert()).json).toMatchObject({ Success: false, ResultCode: 10307, TransactionId: null })
    expect((await shop.insert()).json.Success).toBe(true)
  })

  it('slow waits, push_never_shown hides the push', async () => {
    await fault([{ name: 'slow', ms: 300 }, { name: 'push_never_shown' }])
    const started = performance.now()
    const id = await shop.cart()
    expect(performance.now() - started).toBeGreaterThan(290)
    expect((await shop.control(`carts/${id}`)).json).toMatchObject({ push: 'hidden', state: 'pending' })
  })

  it('hit exactly so many calls, however many come at once', async () => {
    await fault({ name: 'error_500_after_effect', operation: 'CheckCart', count: 3 })
    const id = await shop.cart()
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await shop.check(id)).status))
    expect(statuses.filter((status) => status === 500)).toHaveLength(3)
    expect((await shop.control('faults')).json).toEqual({ faults: [] })
  })

  it('last until cleared when no count ends them, and are refused when nobody knows them', async () => {
    await fault({ name: 'html', count: null })
    for (let call = 0; call < 3; call++) expect((await shop.insert()).text).toContain('<html>')
    await shop.control('faults', undefined, 'DELETE')
    expect((await shop.insert()).json.Success).toBe(true)
    expect((await fault({ name: 'earthquake' })).status).toBe(400)
    expect((await fault({ name: 'slow', operation: 'Nothing' })).status).toBe(400)
  })

  it.each([
    ['7700101', 10426],
    ['7700102', 10201],
  ])('the number %s acts by itself after two seconds', async (number, code) => {
    const id = await shop.cart({ CustomerId: number })
    expect((await shop.check(id)).json.ResultCode).toBe(10425)
    await shop.advance(2_000)
    expect((await shop.check(id)).json.ResultCode).toBe(code)
  })

  it('the published test numbers do nothing by themselves', async () => {
    for (const number of ['7700001', '8223281']) {
      const id = await shop.cart({ CustomerId: number })
      await shop.advance(60_000)
      expect((await shop.check(id)).json.ResultCode).toBe(10425)
    }
  })
})

describe('the control address', () => {
  it('answers 404 for an unknown cart, 409 for a closed one', async () => {
    expect((await shop.control(`carts/${randomUUID()}/accept`, {})).status).toBe(404)
    expect((await shop.control('carts/nonsense/accept', {})).status).toBe(404)
    const id = await shop.cart()
    expect([await shop.accept(id), await shop.accept(id), await shop.reject(id)]).toEqual([200, 409, 409])
    const ignored = await shop.cart()
    expect((await shop.control(`carts/${ignored}/ignore`, {})).status).toBe(200)
    expect(triple(await shop.check(ignored))).toBe('true false 10425')
  })

  it('lets one of many thumbs win', async () => {
    const id = await shop.cart({ ConfirmationType: 0 })
    const statuses = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? shop.accept(id) : shop.reject(id))))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })

  it('moves the clock of one app key only', async () => {
    await shop.advance(3_600_000)
    const mine = (await shop.control('clock')).json
    const other = (await shop.control(`clock?appKey=${postProvider.appKey}`)).json
    expect([mine.offsetMs, other.offsetMs]).toEqual([3_600_000, 0])
    expect((await shop.control('clock', { offsetMs: -1000 })).json.offsetMs).toBe(-1000)
    expect((await shop.control('clock', { advanceMs: 'much' })).status).toBe(400)
  })

  it('resets one app key: carts, faults, switches, clock', async () => {
    const id = await shop.cart()
    await shop.control('faults', { name: 'html', operation: 'refund' })
    await shop.advance(5)
    await shop.reset()
    expect(triple(await shop.check(id))).toBe('true false 10201')
    expect([(await shop.control('faults')).json, (await shop.control('clock')).json.offsetMs]).toEqual([{ faults: [] }, 0])
  })

  it('tells of every call and what it was told', async () => {
    const id = await shop.cart()
    await shop.check(id)
    const { calls } = (await shop.control(`calls?transactionId=${id}`)).json as { calls: { operation: string; resultCode: number }[] }
    expect(calls.map(({ operation, resultCode }) => `${operation} ${resultCode}`)).toEqual(['CheckCart 10425', 'InsertCart 200'])
  })

  it('turns away what is no JSON, no method of its own, or no text', async () => {
    expect((await fetch(`${shop.base}/control/faults`, { method: 'POST', body: '{' })).status).toBe(400)
    expect((await fetch(`${shop.base}/control/faults`, { method: 'PUT', body: '{}' })).status).toBe(405)
    expect((await fetch(`${shop.base}/control/carts?reference=%00`)).status).toBe(400)
    expect((await fetch(`${shop.base}/control/nothing`)).status).toBe(404)
  })
})

describe('transaction details and the Partner API', () => {
  const partner = async (path: string, request?: object, token = provider.secret) => {
    const init = request ? { method: 'POST', body: JSON.stringify(request) } : {}
    const response = await fetch(`${shop.base}/partner/${path}`, { ...init, headers: { token, 'content-type': 'application/json' } })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  const paid = async () => {
    const id = await shop.cart({ ConfirmationType: 0, Amount: 10_000 })
    await shop.accept(id)
    return id
  }

  it.each(['GET', 'POST'])('transactions by %s', async (method) => {
    const id = await paid()
    for (const name of ['transactions', 'Transaction']) {
      const url = `${shop.base}/v1/${name}${method === 'GET' ? `?TransactionId=${id}` : ''}`
      const told = await callSandbox(url, method === 'GET' ? undefined : { transactionId: id }, { method })
      expect(told.signed).toBe(true)
      expect(told.json).toMatchObject({ Success: true, Status: 'paid', IsRefundable: true, TotalAmount: 10_000, TransactionId: id })
    }
    const unknown = await callSandbox(`${shop.base}/v1/transactions`, { TransactionId: randomUUID() })
    expect(unknown.json).toMatchObject({ Success: false, Message: 'Sale not found' })
  })

  it('refunds in parts, once for each key, never more than was paid', async () => {
    const transactionId = await paid()
    const refund = (refundAmount: number, idempotencyKey: string) =>
      partner('refund', { transactionId, refundAmount, idempotencyKey, reason: 'Of lítil' })
    expect((await refund(4_000, `${transactionId}_1`)).status).toBe(200)
    expect((await refund(4_000, `${transactionId}_1`)).status).toBe(200)
    expect((await refund(5_000, `${transactionId}_1`)).status).toBe(409)
    expect((await refund(6_001, `${transactionId}_2`)).status).toBe(400)
    expect((await partner(`transaction/${transactionId}`)).json).toMatchObject({
      status: 'paid',
      isRefundable: true,
      refundedAmount: 4_000,
    })
    expect((await refund(6_000, `${transactionId}_3`)).status).toBe(200)
    expect((await partner(`transaction/${transactionId}`)).json).toMatchObject({
      status: 'paid',
      isRefundable: false,
      refundedAmount: 10_000,
    })
  })

  it('refunds once when one key comes many times at once', async () => {
    const transactionId = await paid()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        partner('Refund', { TransactionId: transactionId, RefundAmount: '3000', IdempotencyKey: `${transactionId}_x` }),
      ),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect((await partner(`Transaction/${transactionId}`)).json.refundedAmount).toBe(3_000)
  })

  it('refuses a refund of what is not paid, not known or not asked by the provider', async () => {
    const id = await shop.cart()
    const request = { transactionId: id, refundAmount: 100, idempotencyKey: randomUUID() }
    expect((await partner('refund', request)).status).toBe(400)
    expect((await partner('refund', { ...request, transactionId: randomUUID() })).status).toBe(404)
    expect((await partner('refund', request, 'guess')).status).toBe(401)
    expect((await partner(`transaction/${id}`, undefined, postProvider.secret)).status).toBe(404)
    expect((await partner('refund', { refundAmount: 1 })).json.message).toContain('idempotencyKey')
  })
})

it('signs an answer over secret, nonce, URL and body, as the official wrapper checks it', async () => {
  const url = `${shop.base}/v1/Checkout/CheckCart`
  const first = await callSandbox(url, { TransactionId: randomUUID() })
  const second = await callSandbox(url, { TransactionId: randomUUID() })
  expect(first.headers.get('netgiro_signature')).toBe(sha256(provider.secret + first.headers.get('netgiro_nonce') + url + first.text))
  expect(first.headers.get('netgiro_nonce')).not.toBe(second.headers.get('netgiro_nonce'))
  expect(await eventually(() => first.signed && second.signed, Boolean)).toBe(true)
})
