import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishedNetgiroKeys } from '@/lib/env'
import type { CallContext, ExchangeResult } from '@/lib/gateways/gateway'
import { createNetgiroClient, type NetgiroConfig } from '@/lib/gateways/netgiro/client'
import { sign, verify } from '@/lib/gateways/netgiro/signature'
import { tinyServer } from '../support/tiny-server'

const { appKey, secretKey } = publishedNetgiroKeys
const cart = '49888c9f-4f30-4d25-a4b9-899e756467fe'
const pending = '{"PaymentSuccessful":false,"PaymentInfo":null,"Success":true,"Message":null,"ResultCode":10425}'

type Answer = { status?: number; headers?: Record<string, string>; body: string | Buffer }
let answer: (url: string) => Answer
let server: Awaited<ReturnType<typeof tinyServer>>

beforeAll(async () => {
  server = await tinyServer((request, response) => {
    const { status = 200, headers, body } = answer(server.origin + request.url)
    response.writeHead(status, headers).end(body)
  })
})
afterAll(() => server.close())
beforeEach(() => {
  server.received.length = 0
  answer = () => ({ body: pending })
})

const client = (more: Partial<NetgiroConfig> = {}) =>
  createNetgiroClient({
    baseUrl: `${server.origin}/v1`,
    partnerUrl: `${server.origin}/partner`,
    appKey,
    secretKey,
    responseSignature: 'verify-if-present',
    ...more,
  })

const signed = (url: string, body: string, nonce = '12345') => ({
  netgiro_appkey: appKey,
  netgiro_nonce: nonce,
  netgiro_signature: sign({ secretKey, nonce, url, body }),
  netgiro_referenceId: 'b1f4f0a5-2b39-4b3a-9a3c-0d2b8a3f7b11',
})

function recording() {
  const opened: { operation: string; request: object }[] = []
  const closed: ExchangeResult[] = []
  const context: CallContext = {
    recorder: {
      async open(call) {
        opened.push(call)
        return { close: async (result) => void closed.push(result) }
      },
    },
  }
  return { opened, closed, context }
}

const received = (at = 0) => {
  const request = server.received[at]!
  return { ...request, url: server.origin + request.url, json: JSON.parse(request.body.toString()) as unknown }
}

describe('a request', () => {
  it('is a POST of JSON to the documented path, signed over exactly what was sent', async () => {
    await client().insertCart({
      amount: 1000,
      reference: 'NG-1-',
      customerId: '8223281',
      confirmationType: 1,
      description: 'Bók & þöll +/"\u2028\ud800',
      callbackUrl: 'https://shop.is/a?b=c&d=ð',
    })
    const { method, url, headers, body } = received()
    expect([method, url, headers['content-type']]).toEqual([
      'POST',
      `${server.origin}/v1/Checkout/InsertCart`,
      'application/json; charset=utf-8',
    ])
    expect(headers.netgiro_appkey).toBe(appKey)
    expect(verify({ secretKey, nonce: String(headers.netgiro_nonce), url, body, signature: String(headers.netgiro_signature) })).toBe(true)
  })

  it('carries every documented member, quantities in thousandths', async () => {
    await client().insertCart({
      amount: 25_800,
      reference: 'NG-2-',
      customerId: '8223281',
      confirmationType: 1,
      callbackUrl: 'https://shop.is/callback',
      callbackCancelUrl: 'https://shop.is/callback/cancel',
      description: 'Order 1005',
      items: [{ productNo: 'P-1', name: 'Lopapeysa', description: 'M', unitPrice: 12_900, amount: 25_800, quantity: 2 }],
      locationId: 'Laugavegur',
      registerId: '2',
      clientInfo: 'System: Shop 1.0',
    })
    expect(received().json).toEqual({
      Amount: 25_800,
      Reference: 'NG-2-',
      CustomerId: '8223281',
      ConfirmationType: 1,
      CallbackUrl: 'https://shop.is/callback',
      CallbackCancelUrl: 'https://shop.is/callback/cancel',
      Description: 'Order 1005',
      CartItemRequests: [{ ProductNo: 'P-1', Name: 'Lopapeysa', Description: 'M', UnitPrice: 12_900, Amount: 25_800, Quantity: 2000 }],
      LocationId: 'Laugavegur',
      RegisterId: '2',
      ClientInfo: 'System: Shop 1.0',
    })
  })

  it('always names its ConfirmationType, also 0, and leaves out what was not given', async () => {
    await client().insertCart({ amount: 500, reference: 'r', customerId: '8223281', confirmationType: 0 })
    expect(received().json).toEqual({ Amount: 500, Reference: 'r', CustomerId: '8223281', ConfirmationType: 0 })
  })

  it('sends half a metre as 500, and a long description cut', async () => {
    const items = [{ productNo: 'Y', name: 'Garn', unitPrice: 990, amount: 495, quantity: 0.5 }]
    await client().insertCart({
      amount: 495,
      reference: 'r',
      customerId: '8223281',
      confirmationType: 2,
      items,
      description: 'á'.repeat(999),
    })
    expect(received().json).toMatchObject({ CartItemRequests: [{ Quantity: 500 }], Description: 'á'.repeat(200) })
  })

  it('confirms with an Identifier only when there is one', async () => {
    await client().confirmCart(cart)
    await client().confirmCart(cart, '6779')
    await client().cancelCart(cart)
    await client().transactionDetails(cart)
    expect(server.received.map(({ url, body }) => [url, JSON.parse(body.toString())])).toEqual([
      ['/v1/Checkout/ConfirmCart', { TransactionId: cart }],
      ['/v1/Checkout/ConfirmCart', { TransactionId: cart, Identifier: '6779' }],
      ['/v1/Checkout/CancelCart', { TransactionId: cart }],
      ['/v1/transactions', { TransactionId: cart }],
    ])
  })

  it('signs the address as it is spelled on the wire, a trailing slash and capitals in the host forgiven', async () => {
    const port = new URL(server.origin).port
    await client({ baseUrl: `HTTP://LOCALHOST:${port}/v1//` }).checkCart(cart)
    const { headers, body } = received()
    const url = `http://localhost:${port}/v1/Checkout/CheckCart`
    expect(verify({ secretKey, nonce: String(headers.netgiro_nonce), url, body, signature: String(headers.netgiro_signature) })).toBe(true)
  })

  it('takes headers for a proxy on the way, which cannot replace its own', async () => {
    await client({ headers: { 'x-pass': '1', netgiro_appkey: 'other' } }).checkCart(cart)
    expect(received().headers).toMatchObject({ 'x-pass': '1', netgiro_appkey: appKey })
  })

  it('has a nonce of its own, also two hundred at once', async () => {
    await Promise.all(Array.from({ length: 200 }, () => client().checkCart(cart)))
    expect(new Set(server.received.map(({ headers }) => headers.netgiro_nonce)).size).toBe(200)
  })
})

describe('the signature of an answer', () => {
  it('is checked over the URL asked and the raw bytes', async () => {
    answer = (url) => ({ body: ` ${pending}\n`, headers: signed(url, ` ${pending}\n`) })
    expect(await client({ responseSignature: 'require' }).checkCart(cart)).toMatchObject({ kind: 'done', value: { truth: 'pending' } })
  })

  it('may be absent unless it is required', async () => {
    expect((await client().checkCart(cart)).kind).toBe('done')
    expect(await client({ responseSignature: 'require' }).checkCart(cart)).toEqual({ kind: 'unknown', cause: 'no_signature' })
  })

  it.each(['require', 'verify-if-present'] as const)('when wrong makes the answer unknown and unread: %s', async (responseSignature) => {
    const { closed, context } = recording()
    answer = (url) => ({ body: pending, headers: signed(url, pending.replace('10425', '10200')) })
    expect(await client({ responseSignature }).checkCart(cart, context)).toEqual({ kind: 'unknown', cause: 'bad_signature' })
    expect(closed).toMatchObject([{ signature: 'invalid', error: 'bad_signature' }])
    expect(closed[0]).not.toHaveProperty('response')
    expect(closed[0]).not.toHaveProperty('code')
  })

  it('of another operation is wrong here', async () => {
    answer = (url) => ({ body: pending, headers: signed(url.replace('CheckCart', 'InsertCart'), pending) })
    expect(await client().checkCart(cart)).toEqual({ kind: 'unknown', cause: 'bad_signature' })
  })

  it('when empty or repeated is wrong, not absent', async () => {
    answer = () => ({ body: pending, headers: { netgiro_signature: '', netgiro_nonce: '1' } })
    expect(await client().checkCart(cart)).toEqual({ kind: 'unknown', cause: 'bad_signature' })
  })

  it('when wrong on a refusal does not make it a refusal', async () => {
    const no = '{"Success":false,"ResultCode":10306,"Message":"Customer does not exist"}'
    answer = (url) => ({ body: no, headers: signed(url, pending) })
    const outcome = await client().insertCart({ amount: 1000, reference: 'r', customerId: '8223281', confirmationType: 2 })
    expect(outcome).toEqual({ kind: 'unknown', cause: 'bad_signature' })
  })
})

describe('an answer that is not theirs, or not whole, is unknown', () => {
  const refusal = '{"Success":false,"ResultCode":10306,"Message":"Customer does not exist"}'
  const calls = {
    InsertCart: () => client().insertCart({ amount: 1000, reference: 'r', customerId: '8223281', confirmationType: 2 }),
    CheckCart: () => client().checkCart(cart),
    ConfirmCart: () => client().confirmCart(cart),
    CancelCart: () => client().cancelCart(cart),
    transactions: () => client().transactionDetails(cart),
  }
  const faults: [string, Answer, string][] = [
    ['HTML', { body: '<!doctype html><title>502</title>' }, 'not_parsable'],
    ['nothing', { body: '' }, 'not_parsable'],
    ['JSON cut in the middle', { body: pending.slice(0, 40) }, 'not_parsable'],
    ['two answers in one', { body: pending + pending }, 'not_parsable'],
    [
      'bytes that are not UTF-8',
      { body: Buffer.concat([Buffer.from(pending.slice(0, -1)), Buffer.from([0x80]), Buffer.from('}')]) },
      'not_parsable',
    ],
    ['an XML document', { body: '<PaymentResponse><Success>true</Success></PaymentResponse>' }, 'not_parsable'],
    ...[301, 307, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504].map((status): [string, Answer, string] => [
      `a refusal with status ${status}`,
      { status, body: refusal },
      'http_status',
    ]),
  ]
  it.each(faults.flatMap(([name, fault, cause]) => Object.entries(calls).map(([call, ask]) => ({ name, call, fault, cause, ask }))))(
    '$call: $name',
    async ({ fault, cause, ask }) => {
      answer = () => fault
      expect(await ask()).toEqual({ kind: 'unknown', cause })
    },
  )

  it('a signed refusal with status 200 is one', async () => {
    answer = (url) => ({ body: refusal, headers: signed(url, refusal) })
    expect(await calls.InsertCart()).toEqual({ kind: 'refused', reason: 'not_a_customer', code: '10306' })
  })
})

describe('what is recorded', () => {
  it('names the call, its members by allow-list, and the kind of customer only', async () => {
    const { opened, context } = recording()
    const items = [{ productNo: 'P', name: 'Peysa', unitPrice: 1000, amount: 1000, quantity: 1 }]
    const more = {
      items,
      callbackUrl: 'https://shop.is/cb/id/t0ken',
      callbackCancelUrl: 'https://shop.is/cb/id/t0ken/cancel',
      registerId: '2',
    }
    for (const customerId of ['8223281', '+354 822-3281', '111111-1119', '500004-6779', 'ghost']) {
      await client().insertCart({ amount: 1000, reference: 'NG-1-', customerId, confirmationType: 2, ...more }, context)
    }
    await client().confirmCart(cart, '6779', context)
    const insert = { Amount: 1000, Reference: 'NG-1-', ConfirmationType: 2, items: 1, RegisterId: '2' }
    expect(opened).toEqual([
      ...['gsm', 'gsm', 'ssn', 'app_code', 'other'].map((CustomerId) => ({ operation: 'InsertCart', request: { ...insert, CustomerId } })),
      { operation: 'ConfirmCart', request: { TransactionId: cart, withIdentifier: true } },
    ])
  })

  it('keeps of the answer the code, the documented members and their name for the call', async () => {
    const { closed, context } = recording()
    const body = JSON.stringify({
      PaymentSuccessful: true,
      PaymentInfo: {
        TransactionId: cart,
        InvoiceNumber: 794589,
        ReferenceNumber: 'NG-1-',
        StatusId: 2,
        TotalAmount: 1000,
        AccountNumber: 8223281,
      },
      Success: true,
      Message: 'Jón, kt. 111111-1119, sími 822 3281, kóði 6779, t. dGhpcyBpcyBhIHNlY3JldCB0b2tlbiB5b3Uga25vdw==',
      ResultCode: 10200,
      Customer: { Ssn: '1111111119' },
    })
    answer = (url) => ({ body, headers: signed(url, body) })
    await client().checkCart(cart, context)
    expect(closed).toMatchObject([{ outcome: 'done', httpStatus: 200, code: '10200', signature: 'valid' }])
    expect(closed[0]!.providerRef).toBe('b1f4f0a5-2b39-4b3a-9a3c-0d2b8a3f7b11')
    expect(closed[0]!.response).toEqual({
      Success: true,
      PaymentSuccessful: true,
      ResultCode: 10200,
      StatusId: 2,
      TransactionId: cart,
      ReferenceNumber: 'NG-1-',
      TotalAmount: 1000,
      InvoiceNumber: 794589,
      Message: 'Jón, kt. …, sími …, kóði …, t. …',
    })
  })

  it('says of an odd member only what type it has', async () => {
    const { closed, context } = recording()
    answer = () => ({ body: '{"Success":"true 8223281","ResultCode":[1],"Message":{"a":1},"TransactionId":"8223281"}' })
    await client().checkCart(cart, context)
    expect(closed[0]).toMatchObject({ error: 'not_parsable', code: undefined })
    expect(closed[0]!.response).toEqual({ Success: '(string)', ResultCode: '(object)', TransactionId: '(string)' })
  })

  it('holds no secret, signature or token in any of it', async () => {
    const { opened, closed, context } = recording()
    answer = () => ({ status: 401, body: JSON.stringify({ Success: false, Message: `hashed ${secretKey}1https://x`, ResultCode: 401 }) })
    const request = { amount: 1000, reference: 'r', customerId: '8223281', confirmationType: 2, callbackUrl: 'https://x.is/t0ken' } as const
    await client().insertCart(request, context)
    await client().refund({ transactionId: cart, refundAmount: 1, idempotencyKey: 'k' }, context)
    const everything = JSON.stringify([opened, closed])
    for (const kept of [secretKey, secretKey.slice(20, 60), 't0ken', '8223281', String(server.received[0]!.headers.netgiro_signature)]) {
      expect(everything).not.toContain(kept)
    }
    expect(closed[0]).toMatchObject({ httpStatus: 401, code: '401', error: 'http_status' })
  })
})

describe('transaction details', () => {
  const sale = {
    Success: true,
    ResultCode: 200,
    Status: 'paid',
    IsRefundable: true,
    InvoiceNumber: 7,
    TotalAmount: 1000.0,
    TransactionId: cart,
  }
  it('are read from v1', async () => {
    answer = () => ({ body: JSON.stringify({ ...sale, SettlementDate: '2026-11-24T00:00:00', Created: '2026-11-20T12:00:00' }) })
    expect(await client().transactionDetails(cart)).toEqual({
      kind: 'done',
      value: {
        status: 'paid',
        isRefundable: true,
        invoiceNumber: 7,
        totalAmount: 1000,
        transactionId: cart,
        settlementDate: '2026-11-24T00:00:00',
        created: '2026-11-20T12:00:00',
      },
    })
  })

  it('refused means that there is no such sale; an error of theirs is unknown', async () => {
    answer = () => ({ body: '{"Success":false,"ResultCode":400,"Message":"Sale not found"}' })
    expect(await client().transactionDetails(cart)).toMatchObject({ kind: 'refused', code: '400' })
    answer = () => ({ body: '{"Success":false,"ResultCode":500,"Message":"Error on request."}' })
    expect(await client().transactionDetails(cart)).toMatchObject({ kind: 'unknown' })
    answer = () => ({ body: JSON.stringify({ ...sale, Status: 'perhaps' }) })
    expect(await client().transactionDetails(cart)).toEqual({ kind: 'unknown', cause: 'not_parsable' })
  })

  it('are read from the partner API in camelCase', async () => {
    answer = () => ({ body: '{"status":"unpaid","isRefundable":false,"settlementDate":null}' })
    expect(await client().transaction(cart)).toEqual({ kind: 'done', value: { status: 'unpaid', isRefundable: false } })
    expect(server.received[0]).toMatchObject({ method: 'GET', url: `/partner/transaction/${cart}`, headers: { token: secretKey } })
    answer = () => ({ status: 404, body: '' })
    expect(await client().transaction('../refund')).toMatchObject({ kind: 'refused', code: '404' })
    expect(server.received[1]!.url).toBe('/partner/transaction/..%2Frefund')
    answer = () => ({ status: 200, body: '{"Success":false}' })
    expect((await client().transaction(cart)).kind).toBe('unknown')
  })
})

describe('a refund', () => {
  const refund = () => client().refund({ transactionId: cart, refundAmount: 500, idempotencyKey: 'refund-1', reason: 'x'.repeat(300) })
  it('names the payment, the amount, its one key and a short reason, and signs nothing', async () => {
    answer = () => ({ body: '{"message":"Refund successful"}' })
    expect(await refund()).toEqual({ kind: 'done', value: {} })
    const { method, url, headers, json } = received()
    expect([method, url, headers.token, headers.netgiro_signature]).toEqual([
      'POST',
      `${server.origin}/partner/refund`,
      secretKey,
      undefined,
    ])
    expect(json).toEqual({ transactionId: cart, refundAmount: 500, idempotencyKey: 'refund-1', reason: 'x'.repeat(100) })
  })

  it.each<[string, Answer, object]>([
    ['200 without a body is done', { body: '' }, { kind: 'done' }],
    ['200 whose body says no is refused', { body: '{"Success":false,"Message":"Not refundable"}' }, { kind: 'refused', code: '200' }],
    ['200 with HTML is unknown', { body: '<html>' }, { kind: 'unknown', cause: 'not_parsable' }],
    ['400 with a reason is refused', { status: 400, body: '{"message":"Amount too high"}' }, { kind: 'refused', code: '400' }],
    ['404 with a reason is refused', { status: 404, body: '{"Message":"Sale not found"}' }, { kind: 'refused', code: '404' }],
    ['400 from who knows whom is unknown', { status: 400, body: '<h1>Bad Request</h1>' }, { kind: 'unknown', cause: 'http_status' }],
    ['401 says nothing of the refund', { status: 401, body: '{"message":"no"}' }, { kind: 'unknown', cause: 'http_status' }],
    [
      '409 may be the first try still under way',
      { status: 409, body: '{"message":"in progress"}' },
      { kind: 'unknown', cause: 'http_status' },
    ],
    ['429 is unknown', { status: 429, body: '{"message":"slow down"}' }, { kind: 'unknown', cause: 'http_status' }],
    ['500 is unknown', { status: 500, body: '{"message":"error"}' }, { kind: 'unknown', cause: 'http_status' }],
    ['202 is not the 200 that was promised', { status: 202, body: '{}' }, { kind: 'unknown', cause: 'http_status' }],
  ])('%s', async (_name, given, outcome) => {
    answer = () => given
    expect(await refund()).toMatchObject(outcome)
  })
})
