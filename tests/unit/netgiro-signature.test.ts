import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { publishedNetgiroKeys } from '@/lib/env'
import { nextNonce, sign, verify, verifyHeaders } from '@/lib/gateways/netgiro/signature'

const secretKey = publishedNetgiroKeys.secretKey
const insertUrl = 'https://api.test.netgiro.is/v1/Checkout/InsertCart'
const insertBody = (customer: string) =>
  `{"Amount":1000,"Reference":"991100-123","CustomerId":"${customer}","ConfirmationType":1,` +
  '"CallbackUrl":"www.example.com/callback-success/991100-123","CallbackCancelUrl":"www.example.com/callback-cancel/991100-123"}'

/** Published by Netgíró, today or in an earlier edition of the documents. */
const published = [
  {
    name: 'the GET example',
    nonce: '635318618538563781',
    url: 'https://api.netgiro.is/v1/Sales/GetList?AllForCompany=true',
    body: '',
    signature: '1fcfcbf71b1350cf914ebb952c71d74551416a965ee3b65c38a16b35e687f87c',
  },
  {
    name: 'the InsertCart example',
    nonce: '39084373214935208',
    url: insertUrl,
    body: insertBody('8223281'),
    signature: '8ff35684c44ae5279f16f5b024b80a7f4de18f45b71aafc9c03a2f07ac3e9856',
  },
  {
    name: 'the GET example with a small s, so that letter case matters',
    nonce: '635318618538563781',
    url: 'https://api.netgiro.is/v1/sales/GetList?AllForCompany=true',
    body: '',
    signature: 'fab2e49378897fc3e36a51c747fe90792e604080459f4ea2c782596ce7e31cd2',
  },
  {
    name: 'GetByReference of 2019',
    nonce: '635318618538563781',
    url: 'https://api.netgiro.is/v1/payment/GetByReference?ReferenceNumber=1378809819034',
    body: '',
    signature: 'ec7fa41fa070a191b3e48caa6c49ea52e43b6fcc0a62ba32a4844fdea4b85e5a',
  },
  {
    name: 'the InsertCart example of 2023, in camelCase',
    nonce: '39084373214935208',
    url: 'https://test.netgiro.is/api/checkout/InsertCart',
    body: '{"amount":100,"reference":"1005122-122331-113","customerId":"7700001","confirmationType":0}',
    signature: 'd463a978220c9095ef5134c512fe24d8084f656453cf5b5aabed8a1576ef1d0b',
  },
]

/** Made by the same rule for these tests. */
const own = [
  {
    name: 'a CheckCart request',
    secretKey,
    nonce: '1',
    url: 'https://api.test.netgiro.is/v1/Checkout/CheckCart',
    body: '{"TransactionId":"49888c9f-4f30-4d25-a4b9-899e756467fe"}',
    signature: '135c7a3d398e56da0ee0fb50a7b69146feb603aa637c16e6e7a28fa2947d69b9',
  },
  {
    name: 'its answer',
    secretKey,
    nonce: '2',
    url: 'https://api.test.netgiro.is/v1/Checkout/CheckCart',
    body: '{"PaymentSuccessful":false,"PaymentInfo":null,"Success":true,"Message":null,"ResultCode":10425}',
    signature: '4a63bdf06abc6b9d5161baea1ec0468432c9fec61734d95f66de753b4d7cb6a4',
  },
  {
    name: 'a callback, over the registered address with its query',
    secretKey,
    nonce: '3',
    url: 'https://shop.example.is/netgiro/callback?order=991100-123',
    body:
      '{"PaymentSuccessful":true,"PaymentInfo":{"TransactionId":"49888c9f-4f30-4d25-a4b9-899e756467fe","InvoiceNumber":794589,' +
      '"ReferenceNumber":"991100-123","StatusId":2,"Created":"2020-01-22T13:22:01","TotalAmount":1000.0},"Success":true,"Message":null,"ResultCode":10200}',
    signature: '0fe6eb1d4f426b182db0b715c6f07567f8c8f854a380788f1c9992f5935a8bd1',
  },
  {
    name: 'UTF-8 as it is',
    secretKey: 'secret',
    nonce: '4',
    url: 'https://x.is/',
    body: '{"Description":"Bók & þöll"}',
    signature: '1e24e344225f98d72ede8653d4339630bcfda725afc2fef8426a027e5d55c99f',
  },
  {
    name: 'the same text escaped, which is another body',
    secretKey: 'secret',
    nonce: '4',
    url: 'https://x.is/',
    body: String.raw`{"Description":"B\u00f3k \u0026 \u00fe\u00f6ll"}`,
    signature: '8d957e5fd5d1713a0e1553b222c842504162326704e975cf0e2d3b937467fbeb',
  },
]

describe('the signature', () => {
  test.each(published)('reproduces $name', ({ signature, ...message }) => {
    expect(sign({ secretKey, ...message })).toBe(signature)
    expect(verify({ secretKey, signature, ...message })).toBe(true)
  })

  test.each(own)('reproduces $name', ({ name: _, signature, ...message }) => {
    expect(sign(message)).toBe(signature)
    expect(sign({ ...message, body: new TextEncoder().encode(message.body) })).toBe(signature)
  })

  test.each(published)('is no HMAC, whatever the documents call it: $name', ({ nonce, url, body, signature }) => {
    const keys = [secretKey, Buffer.from(secretKey, 'base64')]
    const joined = [nonce + url + body, secretKey + nonce + url + body]
    const hmacs = keys.flatMap((key) => joined.map((text) => createHmac('sha256', key).update(text).digest('hex')))
    expect(hmacs).not.toContain(signature)
  })

  it('uses the key as text: its decoded bytes give another value', () => {
    const { nonce, url, body, signature } = published[1]!
    const decoded = createHash('sha256')
      .update(Buffer.from(secretKey, 'base64'))
      .update(nonce + url + body)
    expect(decoded.digest('hex')).not.toBe(signature)
  })

  it('does not match the values the documents once printed beside other messages', () => {
    const nonce = '39084373214935208'
    const wrong = {
      of2024June: 'b3fe4c9a4d1727d69e408fad24700bdae624d21303efad6c011385c8312a79ee',
      of2024May: '330dcb77aa7a195d73e269f6a826e1b965f599e7a2ef4183d6e504595e5b73df',
    }
    for (const url of [insertUrl, insertUrl.replace('Checkout', 'checkout'), insertUrl.replace('/v1', '')]) {
      expect(verify({ secretKey, nonce, url, body: insertBody('8223281'), signature: wrong.of2024June })).toBe(false)
      expect(verify({ secretKey, nonce, url, body: insertBody('7700001'), signature: wrong.of2024May })).toBe(false)
    }
  })

  it('is 64 lower-case hex digits: the printed example with 63 and any other spelling are refused', () => {
    const { signature, name: _, ...message } = published[2]!
    const shown = 'fab2e49378897fc3e36a51c747fe90792e604080459f4ea2c782596ce7e31cd'
    expect(signature.startsWith(shown)).toBe(true)
    for (const odd of [shown, signature.toUpperCase(), `${signature}0`, ` ${signature}`, `${signature}\n`, '', 'z'.repeat(64)]) {
      expect(verify({ secretKey, ...message, signature: odd })).toBe(false)
    }
  })

  it('fails when any part changes', () => {
    const { signature, name: _, ...message } = published[1]!
    for (const changed of [
      { nonce: '39084373214935209' },
      { url: insertUrl.toLowerCase() },
      { url: `${insertUrl}?` },
      { body: `${message.body} ` },
      { secretKey: secretKey.slice(1) },
    ]) {
      expect(verify({ secretKey, ...message, signature, ...changed })).toBe(false)
    }
  })
})

describe('the signature of headers', () => {
  const { signature, nonce, name: _, ...message } = own[1]!
  const read = (pairs: [string, string][]) => verifyHeaders(new Headers(pairs), message)

  it('is found in any letter case', () => {
    expect(read([['NETGIRO_SIGNATURE', signature], ['Netgiro_Nonce', nonce]])).toBe('valid') // prettier-ignore
  })

  it('is absent only when there is none', () => {
    expect(read([])).toBe('absent')
    expect(read([['netgiro_nonce', nonce]])).toBe('absent')
  })

  it.each([
    [
      'empty',
      [
        ['netgiro_signature', ''],
        ['netgiro_nonce', nonce],
      ],
    ],
    [
      'repeated',
      [
        ['netgiro_signature', signature],
        ['netgiro_signature', signature],
        ['netgiro_nonce', nonce],
      ],
    ],
    ['without a nonce', [['netgiro_signature', signature]]],
    [
      'with two nonces',
      [
        ['netgiro_signature', signature],
        ['netgiro_nonce', nonce],
        ['netgiro_nonce', nonce],
      ],
    ],
    [
      'wrong',
      [
        ['netgiro_signature', signature.replace(/^./, '0')],
        ['netgiro_nonce', nonce],
      ],
    ],
  ] as [string, [string, string][]][])('is invalid when %s', (_name, pairs) => {
    expect(read(pairs)).toBe('invalid')
  })
})

describe('a nonce', () => {
  it('counts ticks since 1900, as the documents recommend', () => {
    const future = Date.UTC(2126, 0, 1)
    const ticks = BigInt(nextNonce(future))
    expect(ticks / 10_000n - 2_208_988_800_000n).toBe(BigInt(future))
    expect(ticks < 2n ** 63n).toBe(true)
  })

  it('rises and never repeats, also within one millisecond and when the clock falls back', () => {
    const now = Date.UTC(2127, 0, 1)
    const nonces = Array.from({ length: 5000 }, (_, i) => BigInt(nextNonce(now - (i % 7) * 1000)))
    expect(nonces.every((nonce, i) => i === 0 || nonce > nonces[i - 1]!)).toBe(true)
  })
})
