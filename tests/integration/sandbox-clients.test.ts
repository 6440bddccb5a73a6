// Other people's clients, each with habits of its own, through every call. They share nothing with this project but the
// bytes: a signer of their own over node:http, and each answer's signature checked over the URL asked and the raw text.
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { merchant, provider, serveSandbox } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>

beforeAll(async () => {
  sandbox = await serveSandbox()
  shop = merchant(sandbox.origin)
})
afterEach(() => shop.reset())
afterAll(() => sandbox.stop())

type Members = Record<string, unknown>
type Client = {
  readonly name: string
  readonly paths: Record<'insert' | 'check' | 'confirm' | 'cancel' | 'transactions', string>
  readonly nonce: () => string
  readonly headers: (appKey: string, nonce: string, signature: string) => Record<string, string>
  readonly write: (members: Members) => string
  /** How it spells what the documents call Amount, Reference, CustomerId, ConfirmationType. */
  readonly cart: (reference: string) => Members
  readonly named: (id: string) => Members
}

const letters = (count: number) => Array.from({ length: count }, () => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJ'[randomInt(36)]).join('')
/** As PHP's json_encode writes: slashes and all that is not ASCII escaped. */
const php = (members: Members) =>
  JSON.stringify(members)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

const clients: Client[] = [
  {
    name: 'PascalCase, null members, a nonce of sixteen random letters',
    paths: {
      insert: 'v1/Checkout/InsertCart',
      check: 'v1/Checkout/CheckCart',
      confirm: 'v1/Checkout/ConfirmCart',
      cancel: 'v1/Checkout/CancelCart',
      transactions: 'v1/transactions',
    },
    nonce: () => letters(16),
    headers: (key, nonce, signature) => ({ NETGIRO_APPKEY: key, NETGIRO_NONCE: nonce, NETGIRO_SIGNATURE: signature }),
    write: JSON.stringify,
    cart: (reference) => ({
      Amount: 4500,
      Reference: reference,
      CustomerId: '8223281',
      ConfirmationType: 2,
      CallbackUrl: null,
      CallbackCancelUrl: null,
      Description: 'Lopapeysa',
    }),
    named: (id) => ({ TransactionId: id, Identifier: null }),
  },
  {
    name: 'camelCase, a path in small letters, JSON as PHP writes it, seconds for a nonce',
    paths: {
      insert: 'v1/checkout/insertcart',
      check: 'v1/checkout/checkcart',
      confirm: 'v1/checkout/confirmcart',
      cancel: 'v1/checkout/cancelcart',
      transactions: 'v1/transaction',
    },
    nonce: () => String(Math.floor(Date.now() / 1000)),
    headers: (key, nonce, signature) => ({
      netgiro_appkey: key.toLowerCase(),
      netgiro_nonce: nonce,
      netgiro_signature: signature,
      'netgiro-api-request': 'true',
    }),
    write: php,
    cart: (reference) => ({ amount: 4500, reference, customerId: '822-3281', confirmationType: 2, description: 'Húfa & vettlingar / ull' }),
    named: (id) => ({ transactionId: id }),
  },
  {
    name: 'mixed members, numbers as text, digits of a date for a nonce, the former address',
    paths: {
      insert: 'api/checkout/InsertCart',
      check: 'api/checkout/CheckCart',
      confirm: 'api/checkout/ConfirmCart',
      cancel: 'api/checkout/CancelCart',
      transactions: 'api/transactions',
    },
    nonce: () => `20112026${randomInt(1_000_000, 9_999_999)}`,
    headers: (key, nonce, signature) => ({
      Netgiro_AppKey: key,
      Netgiro_Nonce: nonce,
      Netgiro_Signature: signature,
      Netgiro_ReferenceId: randomUUID(),
      Netgiro_ClientInfo: '',
    }),
    write: (members) => `${JSON.stringify(members, null, '\t')}\r\n`,
    cart: (reference) => ({
      amount: '4500',
      Reference: reference,
      customerid: 8223281,
      ConfirmationType: '2',
      CartItemRequests: [{ productNo: 7, Name: 'Peysa', UnitPrice: '4500', Amount: '4500', Quantity: '1000' }],
      LocationId: '',
    }),
    named: (id) => ({ transactionid: `{${id.toUpperCase()}}` }),
  },
]

type Answer = { status: number; verified: boolean; json: Record<string, unknown> }

/** One call; what is signed is the very text that is sent. */
function call(client: Client, path: string, members?: Members): Promise<Answer> {
  const url = `${sandbox.origin}/sandbox/netgiro/${path}`
  const text = members ? client.write(members) : ''
  const nonce = client.nonce()
  const signature = (over: string, of: string) =>
    createHash('sha256').update(provider.secret).update(of).update(url).update(over).digest('hex')
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: members ? 'POST' : 'GET',
        headers: { 'Content-Type': 'application/json; charset=utf-8', ...client.headers(provider.appKey, nonce, signature(text, nonce)) },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8')
          const { netgiro_nonce: theirs, netgiro_signature: given } = response.headers
          resolve({
            status: response.statusCode ?? 0,
            verified: given === signature(body, String(theirs)),
            json: JSON.parse(body) as Record<string, unknown>,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(text)
  })
}

async function partner(path: string, members?: Members) {
  const response = await fetch(`${sandbox.origin}/sandbox/netgiro/partner/${path}`, {
    method: members ? 'POST' : 'GET',
    headers: { token: provider.secret, 'content-type': 'application/json' },
    body: members && JSON.stringify(members),
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

describe.each(clients)('a client with $name', (client) => {
  const told = async (path: string, members?: Members) => {
    const { status, verified, json } = await call(client, path, members)
    return [status, verified, `${String(json.Success)}/${String(json.PaymentSuccessful ?? '-')}/${String(json.ResultCode)}`]
  }
  const insert = async (more: Members = {}) => {
    const { status, verified, json } = await call(client, client.paths.insert, { ...client.cart(`c-${randomUUID()}`), ...more })
    expect([status, verified, json.Success, json.ResultCode]).toEqual([200, true, true, 200])
    return String(json.TransactionId)
  }
  const said = (triple: string) => [200, true, triple]

  it('sells by phone, is told of it twice, and gives back in part', async () => {
    const { paths, named } = client
    const id = await insert()
    expect(await told(paths.check, named(id))).toEqual(said('true/false/10425'))
    expect(await told(paths.confirm, named(id))).toEqual(said('true/false/10425'))
    await shop.accept(id)
    expect(await told(paths.check, named(id))).toEqual(said('true/false/10426'))
    expect(await told(paths.confirm, named(id))).toEqual(said('true/true/10200'))
    expect(await told(paths.confirm, named(id))).toEqual(said('true/true/10203'))
    expect(await told(paths.cancel, named(id))).toEqual(said('false/-/10200'))
    expect(await told(paths.transactions, named(id))).toEqual(said('true/-/200'))
    expect((await partner('refund', { transactionId: id, refundAmount: 500, idempotencyKey: `${id}_1` })).status).toBe(200)
    expect((await partner(`transaction/${id}`)).json).toMatchObject({ status: 'paid', totalAmount: 4500, refundedAmount: 500 })
  })

  it('sells by app code, its token asked for by GET with a query', async () => {
    const base = client.paths.transactions.split('/')[0]
    const { verified, json } = await call(client, `${base}/Account/RequestConfirmation?Customer=1111111119`)
    expect([verified, String(json.Message)]).toEqual([true, expect.stringMatching(/^\d{4}$/)])
    const key = Object.keys(client.cart('')).find((name) => name.toLowerCase() === 'customerid') ?? ''
    const id = await insert({ [key]: `500004-${String(json.Message)}` })
    expect(await told(client.paths.check, client.named(id))).toEqual(said('true/false/10426'))
  })

  it('cancels in time, and again', async () => {
    const { paths, named } = client
    const id = await insert()
    expect(await told(paths.cancel, named(id))).toEqual(said('true/-/10201'))
    expect(await told(paths.cancel, named(id))).toEqual(said('true/-/10202'))
    expect(await told(paths.check, named(id))).toEqual(said('true/false/10201'))
  })
})
