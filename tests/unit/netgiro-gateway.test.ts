import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishedNetgiroKeys } from '@/lib/env'
import type { Gateway, StartRequest } from '@/lib/gateways/gateway'
import { unrecorded } from '@/lib/gateways/http'
import { createNetgiroGateway } from '@/lib/gateways/netgiro/gateway'
import { sign } from '@/lib/gateways/netgiro/signature'
import { isk } from '@/lib/money'
import { tinyServer } from '../support/tiny-server'

const { appKey, secretKey } = publishedNetgiroKeys
const cart = '49888c9f-4f30-4d25-a4b9-899e756467fe'
const payment = { transactionId: cart, reference: 'NG-1-', amount: isk(12_900) }

let answers: Record<string, object>
let server: Awaited<ReturnType<typeof tinyServer>>
let gateway: Gateway

beforeAll(async () => {
  server = await tinyServer((request, response) => response.end(JSON.stringify(answers[request.url.split('/').at(-1)!] ?? {})))
  const { origin } = server
  gateway = createNetgiroGateway({ baseUrl: origin, partnerUrl: origin, appKey, secretKey, responseSignature: 'verify-if-present' })
})
afterAll(() => server.close())
beforeEach(() => {
  server.received.length = 0
})

const info = { TransactionId: cart, InvoiceNumber: 794589, ReferenceNumber: 'NG-1-', StatusId: 2, TotalAmount: 12_900.0 }
const paid = { Success: true, PaymentSuccessful: true, ResultCode: 10200, PaymentInfo: info }
const no = (ResultCode: number, Success = true) => ({ Success, PaymentSuccessful: false, ResultCode, PaymentInfo: null })
const calls = () => server.received.map(({ url }) => url.split('/').at(-1))
const sent = () => JSON.parse(server.received[0]!.body.toString()) as Record<string, unknown>

const request: StartRequest = {
  reference: 'NG-1-',
  amount: isk(12_900),
  description: 'Order 1005',
  locale: 'is',
  payer: { kind: 'phone', phone: '8223281' },
  captureMode: 'manual',
  lines: [{ sku: 'P-1', name: 'Lopapeysa', quantity: 1, unitPrice: 12_900, total: 12_900, vatRate: 24 }],
  callbackUrl: 'https://shop.is/cb',
  cancelCallbackUrl: 'https://shop.is/cb/cancel',
  returnUrl: 'https://shop.is/back',
}

describe('starting', () => {
  beforeEach(() => {
    answers = { InsertCart: { Success: true, ResultCode: 200, TransactionId: cart, ProcessCartCheckIntervalMiliseconds: 3000 } }
  })

  it('puts the shop’s words into Netgíró’s', async () => {
    const started = await gateway.start({ ...request, registerId: '2', locationId: 'Laugavegur' }, unrecorded)
    expect(started).toEqual({ kind: 'done', value: { transactionId: cart, seen: { truth: 'pending' }, checkEveryMs: 3000 } })
    expect(sent()).toEqual({
      Amount: 12_900,
      Reference: 'NG-1-',
      CustomerId: '8223281',
      ConfirmationType: 2,
      CallbackUrl: 'https://shop.is/cb',
      CallbackCancelUrl: 'https://shop.is/cb/cancel',
      Description: 'Order 1005',
      LocationId: 'Laugavegur',
      RegisterId: '2',
      CartItemRequests: [{ ProductNo: 'P-1', Name: 'Lopapeysa', UnitPrice: 12_900, Amount: 12_900, Quantity: 1000 }],
    })
  })

  it.each([
    ['automatic', 0],
    ['callback', 1],
    ['manual', 2],
  ] as const)('%s is ConfirmationType %i', async (captureMode, ConfirmationType) => {
    await gateway.start({ ...request, captureMode }, unrecorded)
    expect(sent()).toMatchObject({ ConfirmationType })
  })

  it.each([
    [{ kind: 'phone', phone: '+354 822-3281' }, '8223281'],
    [{ kind: 'national_id', nationalId: '111111-1119' }, '1111111119'],
    [{ kind: 'app_code', code: '500004-6779' }, '5000046779'],
  ] as const)('%o is the customer %s', async (payer, CustomerId) => {
    await gateway.start({ ...request, payer, lines: [] }, unrecorded)
    expect(sent()).toMatchObject({ CustomerId })
    expect(sent()).not.toHaveProperty('CartItemRequests')
  })

  it.each([
    [10425, 'pending'],
    [10426, 'reserved'],
    [10428, 'needs_code'],
    [10429, 'reserved_for_callback'],
  ])('acts on a state that comes at once: %i is %s', async (ResultCode, truth) => {
    answers = { InsertCart: { Success: true, ResultCode, TransactionId: cart } }
    expect(await gateway.start(request, unrecorded)).toMatchObject({ kind: 'done', value: { seen: { truth } } })
  })

  it('sends no krónur that are euros, and asks no browser', async () => {
    await expect(gateway.start({ ...request, amount: { amount: 100, currency: 'EUR' } }, unrecorded)).rejects.toThrow('krónur')
    await expect(gateway.start({ ...request, payer: { kind: 'browser' } }, unrecorded)).rejects.toThrow('browser')
    expect(server.received).toEqual([])
  })
})

describe('checking', () => {
  it('says what is so, with what Netgíró holds', async () => {
    answers = { CheckCart: paid }
    const value = { truth: 'confirmed', amount: isk(12_900), reference: 'NG-1-', receipt: '794589' }
    expect(await gateway.check(payment, unrecorded)).toEqual({ kind: 'done', value })
  })

  it('reports another amount and reference as they are, for payments to compare', async () => {
    answers = { CheckCart: { ...paid, PaymentInfo: { ...info, TotalAmount: 1, ReferenceNumber: 'NG-2-' } } }
    expect(await gateway.check(payment, unrecorded)).toMatchObject({ kind: 'done', value: { amount: isk(1), reference: 'NG-2-' } })
  })

  it('does not mind a payment identifier of its own', async () => {
    answers = { CheckCart: { ...paid, PaymentInfo: { ...info, TransactionId: 'b1f4f0a5-2b39-4b3a-9a3c-0d2b8a3f7b11' } } }
    expect(await gateway.check(payment, unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'confirmed' } })
  })
})

describe('capturing', () => {
  it('is ConfirmCart without an Identifier', async () => {
    answers = { ConfirmCart: paid }
    expect(await gateway.capture(payment, unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'confirmed' } })
    expect(sent()).toEqual({ TransactionId: cart })
  })

  it('believes "already confirmed" only after a check', async () => {
    answers = { ConfirmCart: { ...paid, ResultCode: 10203 }, CheckCart: paid }
    expect(await gateway.capture(payment, unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'confirmed' } })
    expect(calls()).toEqual(['ConfirmCart', 'CheckCart'])
    answers = { ConfirmCart: { ...paid, ResultCode: 10203 }, CheckCart: no(10425) }
    expect(await gateway.capture(payment, unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'pending' } })
  })

  it('that is refused tells why, and the truth is still CheckCart’s', async () => {
    answers = { ConfirmCart: no(10304) }
    expect(await gateway.capture(payment, unrecorded)).toEqual({ kind: 'refused', reason: 'cart_closed', code: '10304' })
    expect(calls()).toEqual(['ConfirmCart'])
  })

  it('does nothing to a reservation that waits for the callback', async () => {
    answers = { ConfirmCart: { ...no(10429), PaymentInfo: { ...info, StatusId: 1 } } }
    expect(await gateway.capture(payment, unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'reserved_for_callback' } })
  })
})

describe('cancelling', () => {
  it.each([
    [10201, true],
    [10202, true],
    [10202, false],
  ])('%i with Success=%s is cancelled', async (code, success) => {
    answers = { CancelCart: no(code, success) }
    expect(await gateway.cancel(payment, unrecorded)).toEqual({ kind: 'done', value: { truth: 'cancelled', reason: 'cancelled' } })
  })

  it('that comes too late is refused, and never reported as a payment', async () => {
    answers = { CancelCart: { ...paid, Success: false } }
    expect(await gateway.cancel(payment, unrecorded)).toEqual({ kind: 'refused', reason: 'not_accepted', code: '10200' })
    expect(calls()).toEqual(['CancelCart'])
  })
})

describe('a one-time code', () => {
  it('goes as ConfirmCart’s Identifier', async () => {
    answers = { ConfirmCart: { ...no(10426), PaymentInfo: { ...info, StatusId: 1 } } }
    expect(await gateway.submitCode!(payment, ' 6779 ', unrecorded)).toMatchObject({ kind: 'done', value: { truth: 'reserved' } })
    expect(sent()).toEqual({ TransactionId: cart, Identifier: '6779' })
  })

  it('that is wrong is refused as such', async () => {
    answers = { ConfirmCart: no(400) }
    expect(await gateway.submitCode!(payment, '0000', unrecorded)).toEqual({ kind: 'refused', reason: 'wrong_code', code: '400' })
  })
})

it('a refund names the part and its key', async () => {
  answers = { refund: { message: 'Refund successful' } }
  const refund = { ...payment, refund: isk(5_000), idempotencyKey: 'k', lines: [], reason: 'returned' }
  expect(await gateway.refund!(refund, unrecorded)).toEqual({ kind: 'done', value: {} })
  expect(sent()).toEqual({ transactionId: cart, refundAmount: 5_000, idempotencyKey: 'k', reason: 'returned' })
})

it('knows how long a payer has, how often to ask and how long a reservation can still come to life', () => {
  expect([gateway.validityMs('phone'), gateway.validityMs('national_id'), gateway.validityMs('app_code')]).toEqual([
    180_000, 300_000, 300_000,
  ])
  expect(gateway.pace).toEqual({ floor: 1_500, usual: 3_000, ceiling: 60_000 })
  expect(gateway.lateMs).toBeGreaterThan(7 * 86_400_000)
  expect([gateway.payers, gateway.captureModes]).toEqual([
    ['phone', 'national_id', 'app_code'],
    ['automatic', 'callback', 'manual'],
  ])
})

describe('reading a callback', () => {
  const registeredUrl = 'https://shop.example.is/api/callbacks/netgiro/abc/t0ken'
  const body = JSON.stringify({ ...paid, Message: null })
  const signature = (text: string, url = registeredUrl) => ({
    netgiro_nonce: '5',
    netgiro_signature: sign({ secretKey, nonce: '5', url, body: text }),
  })
  const read = (text: string, headers: Record<string, string> = signature(text)) =>
    gateway.readCallback({ registeredUrl, headers: new Headers(headers), body: Buffer.from(text) })
  const view = {
    Success: true,
    PaymentSuccessful: true,
    ResultCode: 10200,
    StatusId: 2,
    TransactionId: cart,
    ReferenceNumber: 'NG-1-',
    TotalAmount: 12_900,
    InvoiceNumber: 794589,
  }

  it('brings what to find the payment by, when the signature is valid', () => {
    expect(read(body)).toEqual({ signature: 'valid', parsed: true, transactionId: cart, reference: 'NG-1-', amount: isk(12_900), view })
  })

  it('takes a reservation’s body like a payment’s', () => {
    const reserved = JSON.stringify({ ...no(10429), PaymentInfo: { ...info, StatusId: 1 } })
    expect(read(reserved)).toMatchObject({
      signature: 'valid',
      reference: 'NG-1-',
      view: { ResultCode: 10429, StatusId: 1, PaymentSuccessful: false },
    })
  })

  it('takes a cancellation without PaymentInfo', () => {
    expect(read(JSON.stringify(no(10201)))).toMatchObject({ signature: 'valid', parsed: true, view: { ResultCode: 10201 } })
  })

  it('brings nothing to act on without a signature: a proxy has dropped headers with underscores', () => {
    expect(read(body, {})).toEqual({ signature: 'absent', parsed: true, view })
  })

  it('brings nothing to act on with a wrong one', () => {
    for (const headers of [
      signature(body, registeredUrl.replace('https', 'http')),
      signature(`${body} `),
      { ...signature(body), netgiro_signature: '' },
      { ...signature(body), netgiro_nonce: '6' },
    ]) {
      expect(read(body, headers)).toEqual({ signature: 'invalid', parsed: true, view })
    }
  })

  it('finds the headers in any letter case', () => {
    const { netgiro_nonce, netgiro_signature } = signature(body)
    expect(read(body, { NETGIRO_NONCE: netgiro_nonce, Netgiro_Signature: netgiro_signature }).signature).toBe('valid')
  })

  it.each(['', 'null', '[]', 'a=b&c=d', '\uFEFF{}', '{}{}', '<xml/>'])('does not parse %j', (text) => {
    expect(read(text)).toEqual({ signature: 'valid', parsed: false, view: {} })
  })

  it.each([
    ['text', '12900'],
    ['half a króna', 12_900.5],
    ['beyond counting', 1e300],
  ])('has no amount where it is %s', (_name, TotalAmount) => {
    expect(read(JSON.stringify({ ...paid, PaymentInfo: { ...info, TotalAmount } })).amount).toBeUndefined()
  })

  it('stores nothing a stranger could put there', () => {
    const odd = JSON.stringify({
      Success: 'x'.repeat(5000),
      ResultCode: '8223281',
      PaymentInfo: { ReferenceNumber: '\u0000\ud800<script>', TransactionId: '1111111119', StatusId: {}, InvoiceNumber: ['8223281'] },
      Ssn: '1111111119',
      ['__proto__']: { a: 1 },
    })
    expect(read(odd, {}).view).toEqual({
      Success: '(string)',
      ResultCode: '(string)',
      StatusId: '(object)',
      TransactionId: '(string)',
      ReferenceNumber: '(string)',
      InvoiceNumber: '(object)',
    })
  })

  it('survives any PaymentInfo', () => {
    for (const PaymentInfo of [null, 1, 'x', [], [info], true]) {
      expect(read(JSON.stringify({ ...paid, PaymentInfo }))).toMatchObject({ signature: 'valid', parsed: true })
    }
  })
})
