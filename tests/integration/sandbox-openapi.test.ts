// The document of the simulated API: well-formed, complete, and true of what the simulator answers.
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answerName, openApi } from '@/lib/sandbox/netgiro/openapi/document'
import { documented } from '@/lib/sandbox/netgiro/openapi/operations'
import { codeTexts } from '@/lib/sandbox/netgiro/openapi/texts'
import { routeOf } from '@/lib/sandbox/netgiro/routes'
import { callSandbox, eventually, merchant, provider, receiver, serveSandbox, type Told } from '../support/sandbox-caller'

let sandbox: Awaited<ReturnType<typeof serveSandbox>>
let shop: ReturnType<typeof merchant>

beforeAll(async () => {
  sandbox = await serveSandbox()
  shop = merchant(sandbox.origin)
})
afterEach(() => shop.reset())
afterAll(() => sandbox.stop())

type Document = ReturnType<typeof openApi>
const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true })

/** What is wrong with a value by the document's own schema of that name. */
function faultsOf(name: string, value: unknown): string[] {
  const schema = openApi().components.schemas[name]
  if (!schema) throw new Error(`the document has no schema ${name}`)
  const validate = ajv.compile(schema)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
const operation = (id: string) => documented.find((one) => one.id === id) ?? documented[0]!

/** Conforms to the operation's answer, or to that of its refusals. */
function expectDocumented(id: string, body: unknown, code: number) {
  const { answers, codes } = operation(id)
  const faults = answers.map((_, i) => faultsOf(answerName(operation(id), i), body))
  expect(
    faults.some((each) => each.length === 0),
    `${id} ${code}: ${JSON.stringify(faults)}`,
  ).toBe(true)
  expect(codes, id).toContain(code)
}
const expectTold = (id: string, told: Told) => expectDocumented(id, told.json, Number(told.json.ResultCode))

it('is valid OpenAPI 3.1, and is served without a signature', async () => {
  const response = await fetch(`${shop.base}/openapi.json`)
  const document = (await response.json()) as Document
  expect(document.openapi).toBe('3.1.0')
  const checked = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>)
  expect(checked).toMatchObject({ valid: true })
  expect(document).toEqual(JSON.parse(JSON.stringify(openApi())))
})

it('names every operation there is, at an address that leads to it', () => {
  const reached = documented.map(({ path, method }) => {
    const route = routeOf(path.replace('{transactionId}', randomUUID()).split('/').filter(Boolean))
    expect(route?.methods).toContain(method.toUpperCase())
    return route?.operation
  })
  expect(reached).toEqual(documented.map(({ id }) => id))
})

it('says of every member and every code what it means', () => {
  const silent = Object.entries(openApi().components.schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).flatMap(([member, { description }]) => (description ? [] : [`${name}.${member}`])),
  )
  expect(silent).toEqual([])
  for (const { codes } of documented) for (const code of codes) expect(codeTexts[code], String(code)).toBeTruthy()
})

it.each(documented.filter(({ method }) => method === 'post'))('the example of $id is a request by its own schema', ({ id, example }) => {
  expect(faultsOf(`${id}Request`, example)).toEqual([])
  const [first] = Object.keys(example)
  expect(faultsOf(`${id}Request`, { ...example, [first ?? '']: undefined })).not.toEqual([])
})

describe('real answers are as documented', () => {
  it('InsertCart, made and refused', async () => {
    expectTold('InsertCart', await shop.insert())
    for (const more of [
      { Amount: 50 },
      { Amount: null },
      { CustomerId: '1' },
      { ConfirmationType: 9 },
      { CustomerId: '7700107' },
      { CustomerId: '7700108' },
    ])
      expectTold('InsertCart', await shop.insert(more))
  })

  it.each(['8223281', '1111111119', '7700104'])(
    'CheckCart, ConfirmCart and CancelCart through the life of a cart of %s',
    async (CustomerId) => {
      for (const ConfirmationType of [0, 1, 2]) {
        const id = await shop.cart({ CustomerId, ConfirmationType, CallbackUrl: 'www.example.com/x', LocationId: '1' })
        expectTold('CheckCart', await shop.check(id))
        expectTold('ConfirmCart', await shop.confirm(id))
        await shop.accept(id)
        if (CustomerId === '1111111119') expectTold('ConfirmCart', await shop.confirm(id, await shop.token(CustomerId)))
        expectTold('CheckCart', await shop.check(id))
        expectTold('CancelCart', await shop.cancel(id))
        expectTold('ConfirmCart', await shop.confirm(id))
        expectTold('ConfirmCart', await shop.confirm(id))
        expectTold('CheckCart', await shop.check(id))
      }
    },
  )

  it('of a cart that was cancelled, ran out, or never was', async () => {
    const [cancelled, late] = [await shop.cart(), await shop.cart()]
    expectTold('CancelCart', await shop.cancel(cancelled))
    await shop.advance(180_000)
    for (const id of [cancelled, late, randomUUID(), 'nonsense']) {
      expectTold('CheckCart', await shop.check(id))
      expectTold('ConfirmCart', await shop.confirm(id))
      expectTold('CancelCart', await shop.cancel(id))
    }
  })

  it('transactions and RequestConfirmation', async () => {
    const id = await shop.cart({ ConfirmationType: 0 })
    const ask = (TransactionId: string) => callSandbox(`${shop.base}/v1/transactions`, { TransactionId })
    for (const one of [id, randomUUID(), 'nonsense']) expectTold('Transactions', await ask(one))
    await shop.accept(id)
    expectTold('Transactions', await ask(id))
    const token = (customer: string) =>
      callSandbox(`${shop.base}/v1/Account/RequestConfirmation?Customer=${customer}`, undefined, { method: 'GET' })
    for (const customer of ['1111111119', 'nobody', '']) expectTold('RequestConfirmation', await token(customer))
  })

  it('the Partner API', async () => {
    const id = await shop.cart({ ConfirmationType: 0, Amount: 10_000 })
    await shop.accept(id)
    const call = async (path: string, request?: object) => {
      const init = request ? { method: 'POST', body: JSON.stringify(request) } : {}
      const response = await fetch(`${shop.base}/partner/${path}`, { ...init, headers: { token: provider.secret } })
      return { status: response.status, body: (await response.json()) as unknown }
    }
    const request = { transactionId: id, refundAmount: 400, idempotencyKey: `${id}_1` }
    for (const more of [{}, { refundAmount: 500 }, { transactionId: randomUUID() }, { refundAmount: 0 }]) {
      const { status, body } = await call('refund', { ...request, ...more })
      expectDocumented('refund', body, status)
    }
    for (const one of [id, randomUUID()]) {
      const { status, body } = await call(`transaction/${one}`)
      expectDocumented('transaction', body, status)
    }
  })

  it('a request that is turned away', async () => {
    for (const path of ['v1/Checkout/CheckCart', 'partner/refund']) {
      const response = await fetch(`${shop.base}/${path}`, { method: 'POST', body: '{}' })
      expect([response.status, faultsOf('TurnedAway', await response.json())]).toEqual([401, []])
    }
  })

  it('a callback has the shape of a CheckCart answer', async () => {
    const own = await receiver()
    await shop.accept(await shop.cart({ CallbackUrl: `${own.origin}/x` }))
    await eventually(
      () => own.got.length,
      (count) => count === 1,
    )
    expect(faultsOf('CheckCartAnswer', own.got[0]?.json)).toEqual([])
    await own.stop()
  })

  it('and one that is not is noticed', async () => {
    const { json } = await shop.check(await shop.cart())
    expect(faultsOf('CheckCartAnswer', { ...json, Loyalty: 1 })).toHaveLength(1)
    expect(faultsOf('CheckCartAnswer', { ...json, ResultCode: '10425' })).toHaveLength(1)
  })
})
