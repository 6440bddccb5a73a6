// Our client against the sandbox, which shares no line with it. Every answer must be signed.
import { execFile } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { createNetgiroClient, type InsertCartRequest } from '@/lib/gateways/netgiro/client'
import { nextNonce, sign } from '@/lib/gateways/netgiro/signature'

const sandbox = `${env().loopback}/sandbox/netgiro`
// The other published provider: its state in the sandbox is apart from the shop's.
const keys = {
  appKey: 'cf4dda0f-2698-4aeb-8092-a41c675590d2',
  secretKey:
    '5ElNQUxq58KmQIsVlVbOu9Lu04h0QNTkrTfDjYYvvRDO2EAC1L0SbL4M+AZjCeITiTZnKwguYph+Gj6wMr+GRY0pGMx2Cnl5ax/2iQDoNZIpC9HtLsM9Yt5pfD2oL/MG5Kn3FqbdAl22Apuvj+6O40a2Peap+EFPrknni6oQIbo=',
}
const netgiro = createNetgiroClient({ ...keys, baseUrl: `${sandbox}/v1`, partnerUrl: `${sandbox}/partner`, responseSignature: 'require' })

const control = async (path: string, body?: object) => {
  const response = await fetch(`${sandbox}/control/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', netgiro_appkey: keys.appKey },
    body: body && JSON.stringify(body),
  })
  return (await response.json()) as Record<string, unknown>
}
afterEach(() => control('reset', {}))

const manual: InsertCartRequest = { amount: 12_900, reference: 'NG-1-', customerId: '', confirmationType: 2 }

async function insert(more: Partial<InsertCartRequest> = {}) {
  const cart = await netgiro.insertCart({
    ...manual,
    reference: `NG-${randomUUID()}-`,
    customerId: `69${randomInt(10_000, 99_999)}`,
    ...more,
  })
  if (cart.kind !== 'done') throw new Error(JSON.stringify(cart))
  return cart.value.transactionId
}

/** The truth, or why there is none. */
async function told(call: ReturnType<typeof netgiro.checkCart | typeof netgiro.insertCart>): Promise<string> {
  const outcome = await call
  if (outcome.kind === 'done') return `${outcome.value.truth} ${outcome.value.code}`
  return outcome.kind === 'refused' ? `refused ${outcome.reason} ${outcome.code}` : `unknown ${outcome.cause}`
}

const accept = (id: string) => control(`carts/${id}/accept`, {})

async function appCode(customer = '1111111119'): Promise<string> {
  const url = `${sandbox}/v1/Account/RequestConfirmation?Customer=${customer}`
  const nonce = nextNonce()
  const headers = { netgiro_appkey: keys.appKey, netgiro_nonce: nonce, netgiro_signature: sign({ ...keys, nonce, url, body: '' }) }
  const { Message } = (await (await fetch(url, { headers })).json()) as { Message: string }
  return Message
}

async function smsCode(): Promise<string> {
  const { messages } = (await control('sms')) as { messages: { code: string }[] }
  return messages[0]!.code
}

describe('a phone', () => {
  it('automatic: the yes is the payment', async () => {
    const id = await insert({ confirmationType: 0 })
    expect(await told(netgiro.checkCart(id))).toBe('pending 10425')
    await accept(id)
    expect(await netgiro.checkCart(id)).toMatchObject({
      kind: 'done',
      value: { truth: 'confirmed', payment: { statusId: 2, totalAmount: 12_900 } },
    })
    expect(await told(netgiro.confirmCart(id))).toBe('confirmed 10203')
  })

  it('server callback: a reservation that ConfirmCart does not touch', async () => {
    const id = await insert({ confirmationType: 1, callbackUrl: 'http://localhost:9/never' })
    await accept(id)
    expect(await told(netgiro.checkCart(id))).toBe('reserved_for_callback 10429')
    expect(await told(netgiro.confirmCart(id))).toBe('reserved_for_callback 10429')
  })

  it('manual: the yes is a reservation, ConfirmCart the payment', async () => {
    const id = await insert()
    await accept(id)
    expect(await told(netgiro.checkCart(id))).toBe('reserved 10426')
    expect(await told(netgiro.confirmCart(id))).toBe('confirmed 10200')
    expect(await told(netgiro.checkCart(id))).toBe('confirmed 10200')
  })

  it('says no', async () => {
    const id = await insert()
    await control(`carts/${id}/reject`, {})
    expect(await told(netgiro.checkCart(id))).toBe('closed 10201')
    expect(await told(netgiro.confirmCart(id))).toBe('refused cart_closed 10201')
  })

  it('is cancelled in time, and again', async () => {
    const id = await insert()
    expect(await told(netgiro.cancelCart(id))).toBe('cancelled 10201')
    expect(await told(netgiro.cancelCart(id))).toBe('cancelled 10202')
    expect(await told(netgiro.checkCart(id))).toBe('closed 10201')
  })

  it('is cancelled too late, which is no proof of a payment', async () => {
    const id = await insert()
    await accept(id)
    expect(await told(netgiro.cancelCart(id))).toBe('refused not_accepted 10200')
    expect(await told(netgiro.checkCart(id))).toBe('reserved 10426')
  })

  it('lets the three minutes pass', async () => {
    const id = await insert()
    await control('clock', { advanceMs: 181_000 })
    expect(await told(netgiro.checkCart(id))).toBe('closed 10201')
    expect(await told(netgiro.confirmCart(id))).toBe('refused cart_closed 10304')
  })
})

describe('a kennitala', () => {
  it.each([
    [0, 'confirmed 10200', undefined],
    [2, 'reserved 10426', 'confirmed 10200'],
  ] as const)('type %i: the code by SMS', async (confirmationType, after, confirmed) => {
    const id = await insert({ customerId: '1111111119', confirmationType })
    expect(await told(netgiro.checkCart(id))).toBe('needs_code 10428')
    expect(await told(netgiro.confirmCart(id, 'no'))).toBe('refused wrong_code 400')
    expect(await told(netgiro.checkCart(id))).toBe('needs_code 10428')
    expect(await told(netgiro.confirmCart(id, await smsCode()))).toBe(after)
    if (confirmed) expect(await told(netgiro.confirmCart(id))).toBe(confirmed)
  })
})

describe('an app code', () => {
  it('automatic: paid by InsertCart', async () => {
    const id = await insert({ customerId: `500004-${await appCode()}`, confirmationType: 0 })
    expect(await told(netgiro.checkCart(id))).toBe('confirmed 10200')
  })

  it('manual: reserved by InsertCart', async () => {
    const id = await insert({ customerId: `500004${await appCode()}` })
    expect(await told(netgiro.checkCart(id))).toBe('reserved 10426')
    expect(await told(netgiro.confirmCart(id))).toBe('confirmed 10200')
  })

  it('whose state comes at once is acted on', async () => {
    await control('switches', { insertAnswer: 'state' })
    const request = { ...manual, reference: `NG-${randomUUID()}-` }
    expect(await told(netgiro.insertCart({ ...request, customerId: `500004-${await appCode()}` }))).toBe('reserved 10426')
  })
})

describe('what InsertCart refuses', () => {
  it.each([
    [{ customerId: '7700106' }, 'refused not_a_customer 10306'],
    [{ amount: 1 }, 'refused below_minimum 10305'],
    [{ confirmationType: 7 as 0 }, 'refused not_accepted 10427'],
    [{ confirmationType: 1 as const }, 'refused not_a_customer 400'],
    [{ customerId: '7700107' }, 'refused declined 10302'],
  ])('%o: %s', async (more, answer) => {
    expect(await told(netgiro.insertCart({ ...manual, customerId: '8223281', ...more }))).toBe(answer)
  })
})

describe('a fault is unknown, never refused', () => {
  const calls = {
    InsertCart: () => netgiro.insertCart({ ...manual, customerId: '8223281' }),
    CheckCart: (id: string) => netgiro.checkCart(id),
    ConfirmCart: (id: string) => netgiro.confirmCart(id),
    CancelCart: (id: string) => netgiro.cancelCart(id),
  }
  const faults = {
    no_answer: 'network',
    answer_lost: 'network',
    error_500_after_effect: 'http_status',
    html: /not_parsable|no_signature/,
    cut_json: /not_parsable|bad_signature|network/,
    wrong_signature: 'bad_signature',
    missing_signature: 'no_signature',
    unknown_code: 'unknown_code',
    contradiction: 'contradiction',
  }
  const all = Object.entries(calls).flatMap(([call, ask]) => Object.entries(faults).map(([fault, cause]) => ({ call, ask, fault, cause })))
  it.each(all)('$call: $fault', async ({ call, ask, fault, cause }) => {
    const id = await insert()
    await control('faults', { name: fault, operation: call })
    expect(await ask(id)).toEqual({ kind: 'unknown', cause: expect.stringMatching(cause) as unknown })
  })

  it('members nobody knows change nothing', async () => {
    const id = await insert()
    await control('faults', { name: 'unknown_fields', operation: 'CheckCart' })
    expect(await told(netgiro.checkCart(id))).toBe('pending 10425')
  })
})

describe('after the payment', () => {
  async function paid() {
    const id = await insert({ confirmationType: 0 })
    await accept(id)
    return id
  }

  it('v1 and the partner API tell of the sale', async () => {
    const id = await paid()
    const sale = { kind: 'done', value: { status: 'paid', isRefundable: true, totalAmount: 12_900 } }
    expect(await netgiro.transactionDetails(id)).toMatchObject(sale)
    expect(await netgiro.transaction(id)).toMatchObject(sale)
    expect(await netgiro.transactionDetails(randomUUID())).toMatchObject({ kind: 'refused' })
    expect(await netgiro.transaction(randomUUID())).toMatchObject({ kind: 'refused', code: '404' })
  })

  it('a refund repeated with its key is made once, in parts up to the whole', async () => {
    const transactionId = await paid()
    const part = { transactionId, refundAmount: 10_000, idempotencyKey: randomUUID() }
    await control('faults', { name: 'answer_lost', operation: 'refund' })
    expect(await netgiro.refund(part)).toEqual({ kind: 'unknown', cause: 'network' })
    expect(await netgiro.refund(part)).toEqual({ kind: 'done', value: {} })
    const rest = { ...part, idempotencyKey: randomUUID() }
    expect(await netgiro.refund(rest)).toMatchObject({ kind: 'refused', code: '400' })
    expect(await netgiro.refund({ ...rest, refundAmount: 2_900, idempotencyKey: randomUUID() })).toMatchObject({ kind: 'done' })
    expect(await netgiro.transactionDetails(transactionId)).toMatchObject({ value: { isRefundable: false } })
  })
})

describe('the oldest reading of the documents', () => {
  it('without PaymentInfo a payment is still one', async () => {
    await control('switches', { paymentInfo: 'absent' })
    const id = await insert({ confirmationType: 0 })
    await accept(id)
    expect(await netgiro.checkCart(id)).toEqual({ kind: 'done', value: { code: 10200, truth: 'confirmed' } })
  })

  it('at the seeds’ address, every operation', async () => {
    const old = createNetgiroClient({ ...keys, baseUrl: `${sandbox}/api`, partnerUrl: `${sandbox}/partner`, responseSignature: 'require' })
    const id = await insert()
    expect(await told(old.checkCart(id))).toBe('pending 10425')
    expect(await told(old.cancelCart(id))).toBe('cancelled 10201')
  })
})

describe('the examples', () => {
  const run = async (file: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', `examples/${file}.ts`, '7700101', `${sandbox}/v1`], {
      timeout: 25_000,
    })
    return stdout
  }

  it('pay', { timeout: 30_000 }, async () => {
    expect(await run('netgiro-pay')).toMatch(/"truth":"confirmed".*"totalAmount":4900/)
  })

  it('hear of a payment by a callback that verifies', { timeout: 30_000 }, async () => {
    expect(await run('netgiro-callback-server')).toMatch(/Callback: signature valid .*\nCheckCart: .*"truth":"confirmed".*\nPaid/)
  })
})
