// What the test of the connection says of each way it can go.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedNetgiroKeys } from '@/lib/env'
import { unrecorded } from '@/lib/gateways/http'
import { createNetgiroGateway } from '@/lib/gateways/netgiro/gateway'
import { sign, verifyHeaders } from '@/lib/gateways/netgiro/signature'
import { isOnlyHere } from '@/lib/payments/public-address'
import { tinyServer } from '../support/tiny-server'

const { appKey, secretKey } = publishedNetgiroKeys
const nobody = '{"PaymentSuccessful":false,"PaymentInfo":null,"Success":true,"Message":null,"ResultCode":10201}'

type Answer = { status?: number; headers?: Record<string, string>; body: string } | 'hang up'
let answer: (url: string) => Answer
let server: Awaited<ReturnType<typeof tinyServer>>
beforeAll(async () => {
  server = await tinyServer((request, response) => {
    const said = answer(server.origin + request.url)
    if (said === 'hang up') return response.destroy()
    response.writeHead(said.status ?? 200, said.headers).end(said.body)
  })
})
afterAll(() => server.close())

const tested = (said: typeof answer, baseUrl = `${server.origin}/v1`) => {
  answer = said
  const config = { baseUrl, partnerUrl: server.origin, appKey, secretKey, responseSignature: 'verify-if-present' } as const
  return createNetgiroGateway(config).testConnection(unrecorded)
}
const signedWith = (key: string, url: string, body: string) => ({
  netgiro_nonce: '7',
  netgiro_signature: sign({ secretKey: key, nonce: '7', url, body }),
  netgiro_referenceId: 'ref-of-theirs',
})

test('an answer about a payment nobody knows is the best there is', async () => {
  const found = await tested((url) => ({ body: nobody, headers: signedWith(secretKey, url, nobody) }))
  expect(found).toMatchObject({ verdict: 'accepted', httpStatus: 200, code: '10201', providerRef: 'ref-of-theirs' })
  expect(server.received.at(-1)).toMatchObject({ method: 'POST', url: '/v1/Checkout/CheckCart' })
})

test('a refusal keeps their words, without what could be a key', async () => {
  const found = await tested(() => ({
    status: 401,
    body: JSON.stringify({ Success: false, ResultCode: 400, Message: `Bad key ${secretKey}` }),
  }))
  expect(found).toMatchObject({ verdict: 'refused', httpStatus: 401, code: '400' })
  expect(found.said).toMatch(/^Bad key/)
  expect(found.said).not.toContain(secretKey.slice(0, 20))
})

test('a refusal signed with another key is a refusal, and its words are not read', async () => {
  const body = '{"Success":false,"ResultCode":400,"Message":"words"}'
  const found = await tested((url) => ({ status: 403, body, headers: signedWith('another', url, body) }))
  expect(found).toMatchObject({ verdict: 'refused', httpStatus: 403 })
  expect(found.said).toBeUndefined()
})

test('an answer signed with another key is not believed', async () => {
  expect(await tested((url) => ({ body: nobody, headers: signedWith('another', url, nobody) }))).toMatchObject({ verdict: 'badly_signed' })
})

test.each([
  ['a page behind a sign-in', { status: 403, body: '<html>Sign in</html>' }],
  ['a page', { body: '<html>Welcome</html>' }],
  ['a server in trouble', { status: 502, body: '' }],
  ['a code nobody knows', { body: nobody.replace('10201', '19999') }],
])('%s is a strange answer', async (_, said) => {
  expect(await tested(() => said)).toMatchObject({ verdict: 'strange', httpStatus: 'status' in said ? said.status : 200 })
})

test('a line that is cut is no answer, a closed door is not reached', async () => {
  expect(await tested(() => 'hang up')).toMatchObject({ verdict: 'no_answer' })
  const closed = await tinyServer(() => {})
  await closed.close()
  expect(await tested(() => 'hang up', `${closed.origin}/v1`)).toMatchObject({ verdict: 'not_reached' })
})

test('the sample of a callback is signed for its address and read as about nobody', () => {
  const config = { baseUrl: server.origin, partnerUrl: server.origin, appKey, secretKey, responseSignature: 'require' } as const
  const gateway = createNetgiroGateway(config)
  const registeredUrl = 'https://shop.example.is/api/callbacks/netgiro/a/b'
  const { headers, body } = gateway.sampleCallback(registeredUrl)
  const bytes = Buffer.from(body)
  expect(verifyHeaders(new Headers(headers), { secretKey, url: registeredUrl, body: bytes })).toBe('valid')
  const reading = gateway.readCallback({ registeredUrl, headers: new Headers(headers), body: bytes })
  expect(reading).toMatchObject({ signature: 'valid', parsed: true, reference: '' })
  expect(reading.transactionId).toBeUndefined()
  expect(gateway.readCallback({ registeredUrl: `${registeredUrl}x`, headers: new Headers(headers), body: bytes }).signature).toBe('invalid')
})

test.each([
  ['localhost', true],
  ['shop', true],
  ['shop.local', true],
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['[::1]', true],
  ['[fd00::1]', true],
  ['172.32.0.1', false],
  ['93.184.216.34', false],
  ['[2a00:1450::1]', false],
  ['shop.example.is', false],
])('%s is reached from here only: %s', (host, only) => {
  expect(isOnlyHere(host)).toBe(only)
})
