// The sandbox's own arithmetic, against the documented vectors and what is known of the wire.
import { createHash, createHmac } from 'node:crypto'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { asSentHeader, keepUrlsAsSent } from '@/lib/sandbox/as-sent'
import { wireJson } from '@/lib/sandbox/netgiro/answers'
import { magicNumbers, recognise } from '@/lib/sandbox/netgiro/customers'
import { explain } from '@/lib/sandbox/netgiro/explain'
import { settlementDate } from '@/lib/sandbox/netgiro/sales'
import { newNonce, sign } from '@/lib/sandbox/netgiro/signature'
import { switches } from '@/lib/sandbox/netgiro/switches'
import { postProvider } from '../support/sandbox-caller'

const P = postProvider.secret
const insertBody =
  '{"Amount":1000,"Reference":"991100-123","CustomerId":"8223281","ConfirmationType":1,"CallbackUrl":"www.example.com/callback-success/991100-123","CallbackCancelUrl":"www.example.com/callback-cancel/991100-123"}'

describe('a signature', () => {
  it.each([
    [
      'V1',
      '635318618538563781',
      'https://api.netgiro.is/v1/Sales/GetList?AllForCompany=true',
      '',
      '1fcfcbf71b1350cf914ebb952c71d74551416a965ee3b65c38a16b35e687f87c',
    ],
    [
      'V2',
      '39084373214935208',
      'https://api.test.netgiro.is/v1/Checkout/InsertCart',
      insertBody,
      '8ff35684c44ae5279f16f5b024b80a7f4de18f45b71aafc9c03a2f07ac3e9856',
    ],
    [
      'V3',
      '635318618538563781',
      'https://api.netgiro.is/v1/sales/GetList?AllForCompany=true',
      '',
      'fab2e49378897fc3e36a51c747fe90792e604080459f4ea2c782596ce7e31cd2',
    ],
    [
      'V4',
      '635318618538563781',
      'https://api.netgiro.is/v1/payment/GetByReference?ReferenceNumber=1378809819034',
      '',
      'ec7fa41fa070a191b3e48caa6c49ea52e43b6fcc0a62ba32a4844fdea4b85e5a',
    ],
    [
      'V5',
      '39084373214935208',
      'https://test.netgiro.is/api/checkout/InsertCart',
      '{"amount":100,"reference":"1005122-122331-113","customerId":"7700001","confirmationType":0}',
      'd463a978220c9095ef5134c512fe24d8084f656453cf5b5aabed8a1576ef1d0b',
    ],
    [
      'CheckCart',
      '1',
      'https://api.test.netgiro.is/v1/Checkout/CheckCart',
      '{"TransactionId":"49888c9f-4f30-4d25-a4b9-899e756467fe"}',
      '135c7a3d398e56da0ee0fb50a7b69146feb603aa637c16e6e7a28fa2947d69b9',
    ],
    [
      'its answer',
      '2',
      'https://api.test.netgiro.is/v1/Checkout/CheckCart',
      '{"PaymentSuccessful":false,"PaymentInfo":null,"Success":true,"Message":null,"ResultCode":10425}',
      '4a63bdf06abc6b9d5161baea1ec0468432c9fec61734d95f66de753b4d7cb6a4',
    ],
  ])('reproduces %s', (_, nonce, url, body, documented) => {
    expect(sign(P, nonce, url, body)).toBe(documented)
    expect(sign(P, nonce, url, Buffer.from(body))).toBe(documented)
  })

  it('hashes the bytes of UTF-8, not what they mean', () => {
    expect(sign('secret', '4', 'https://x.is/', '{"Description":"Bók & þöll"}')).toBe(
      '1e24e344225f98d72ede8653d4339630bcfda725afc2fef8426a027e5d55c99f',
    )
    expect(sign('secret', '4', 'https://x.is/', '{"Description":"B\\u00f3k \\u0026 \\u00fe\\u00f6ll"}')).toBe(
      '8d957e5fd5d1713a0e1553b222c842504162326704e975cf0e2d3b937467fbeb',
    )
  })

  it('does not reproduce the two values that the documents got wrong', () => {
    const signed = sign(P, '39084373214935208', 'https://api.test.netgiro.is/v1/checkout/InsertCart', insertBody)
    expect(signed).not.toBe('b3fe4c9a4d1727d69e408fad24700bdae624d21303efad6c011385c8312a79ee')
    expect(signed).not.toBe('330dcb77aa7a195d73e269f6a826e1b965f599e7a2ef4183d6e504595e5b73df')
  })

  it('has a nonce that does not come twice', () => {
    expect(new Set(Array.from({ length: 50 }, newNonce)).size).toBeGreaterThan(45)
    expect(newNonce()).toMatch(/^6\d{17}$/)
  })
})

describe('a customer', () => {
  it.each([
    ['8223281', 'gsm 8223281'],
    ['822-3281', 'gsm 8223281'],
    ['+354 770 0001', 'gsm 7700001'],
    ['003548223281', 'gsm 8223281'],
    ['3548223281', 'gsm 8223281'],
    ['1111111119', 'ssn 1111111119'],
    ['222222-2229', 'ssn 2222222229'],
    ['681212-2050', 'ssn 6812122050'],
    ['500004-5243', 'app_code 5243'],
    ['5000046779', 'app_code 6779'],
    ['6779', 'token 6779'],
    ['5551234', ''],
    ['0012345678', ''],
    ['12345', ''],
  ])('%s is recognised', (given, expected) => {
    const found = recognise(given)
    expect(found ? `${found.kind} ${found.number}` : '').toBe(expected)
  })

  it('who acts by herself has a number of our own, never a published one', () => {
    const numbers = magicNumbers.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const published of ['7700001', '8223281', '1111111119', '2222222229']) expect(numbers).not.toContain(published)
    expect(numbers.every((number) => recognise(number)?.kind === 'gsm')).toBe(true)
  })
})

it('money is written as .NET writes decimals, and no text is touched', () => {
  const text = 'x","TotalAmount":5,"y'
  expect(wireJson({ TotalAmount: 1000, Message: text, InvoiceNumber: 7 })).toBe(
    '{"TotalAmount":1000.0,"Message":"x\\",\\"TotalAmount\\":5,\\"y","InvoiceNumber":7}',
  )
})

it.each([
  ['2026-11-23T10:00:00Z', '2026-11-24T00:00:00.000'],
  ['2026-11-24T10:00:00Z', '2026-12-01T00:00:00.000'],
  ['2026-11-25T23:59:59Z', '2026-12-01T00:00:00.000'],
])('a payment of %s is settled on the first Tuesday after it', (paidAt, expected) => {
  expect(settlementDate({ paidAt: new Date(paidAt) } as Parameters<typeof settlementDate>[0])).toBe(expected)
})

it('every decided reading that concerns the provider is a switch whose standard is one of its positions', () => {
  const questions = new Set(Object.values(switches).map(({ question }) => question))
  for (let number = 1; number <= 19; number++) expect(questions).toContain(`D${number}`)
  for (const { schema, standard } of Object.values(switches)) expect(schema.safeParse(standard).success).toBe(true)
})

it('a URL reaches the sandbox as it was sent, with single slashes for the router', async () => {
  keepUrlsAsSent()
  const server = createServer((request, response) => response.end(JSON.stringify([request.url, request.headers[asSentHeader] ?? null])))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const seen = (path: string) =>
    new Promise<unknown>((resolve) => {
      get({ port, host: '127.0.0.1', path, headers: { [asSentHeader]: '/forged' } }, (response) => {
        response.on('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString())))
      })
    })
  expect(await seen("//sandbox/netgiro//v1/Checkout/?x=a+b%20'//")).toEqual([
    "/sandbox/netgiro/v1/Checkout/?x=a+b%20'//",
    "//sandbox/netgiro//v1/Checkout/?x=a+b%20'//",
  ])
  expect(await seen('/is//p?x=1')).toEqual(['/is//p?x=1', null])
  server.close()
})

describe('the page that explains a signature', () => {
  const pasted = { secret: P, nonce: '7', url: 'https://x.is/v1/Checkout/CheckCart?a=1', body: '{ "TransactionId": "x" }' }
  const all = (url = pasted.url, body = pasted.body) =>
    createHash('sha256')
      .update(P + pasted.nonce + url + body)
      .digest()
  const right = all()

  it.each([
    ['fits', right.toString('hex'), true, null],
    ['upper', right.toString('hex').toUpperCase(), false, 'upper'],
    ['base64', right.toString('base64'), false, 'base64'],
    [
      'hmac',
      createHmac('sha256', P)
        .update(pasted.nonce + pasted.url + pasted.body)
        .digest('hex'),
      false,
      'hmac',
    ],
    [
      'an HMAC in base64',
      createHmac('sha256', P)
        .update(pasted.nonce + pasted.url + pasted.body)
        .digest('base64'),
      false,
      'hmac',
    ],
    ['a path in small letters', all(pasted.url.toLowerCase()).toString('hex'), false, 'path_case'],
    ['compact JSON', all(pasted.url, '{"TransactionId":"x"}').toString('hex'), false, 'compact'],
    ['no query', all(pasted.url.split('?')[0]).toString('hex'), false, 'no_query'],
    ['something else', 'f'.repeat(64), false, null],
    ['nothing', '', null, null],
  ])('tells %s', (_, received, fits, mistake) => {
    expect(explain({ ...pasted, received })).toMatchObject({ digest: right.toString('hex'), fits, mistake, lengths: { nonce: 1 } })
  })
})
