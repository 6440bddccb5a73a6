import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '@/lib/gateways/gateway'
import { createNetgiroClient, type NetgiroClient } from '@/lib/gateways/netgiro/client'
import { resultCodes } from '@/lib/gateways/netgiro/codes'
import { tinyServer } from '../support/tiny-server'

const cart = '49888c9f-4f30-4d25-a4b9-899e756467fe'
const documented = [
  200, 400, 500, 10200, 10201, 10202, 10203, 10302, 10304, 10305, 10306, 10307, 10422, 10423, 10424, 10425, 10426, 10427, 10428, 10429,
]
const unheardOf = [-1, 0, 1, 2, 100, 201, 202, 204, 299, 300, 401, 403, 404, 409, 499, 501, 502, 1020, 9999, 10000, 10199, 10204, 10300, 10301, 10303, 10308, 10421, 10430, 10499, 102000] // prettier-ignore
const none = 'no PaymentInfo'
const statuses = [none, 1, 2, 5, 7] as const

type Answer = { code: number; success: boolean; paid: boolean; status: (typeof statuses)[number] }
/** What the documents allow; everything else must be unknown. */
type Line = { codes: number[]; success?: boolean; paid?: boolean; status?: Answer['status'][]; means: string | ((code: number) => string) }

const open: Line[] = [
  { codes: [10425], success: true, paid: false, status: [none, 1], means: 'pending' },
  { codes: [10426], success: true, paid: false, status: [none, 1], means: 'reserved' },
  { codes: [10428], success: true, paid: false, status: [none, 1], means: 'needs_code' },
  { codes: [10429], success: true, paid: false, status: [none, 1], means: 'reserved_for_callback' },
  { codes: [10200, 10203], success: true, paid: true, status: [none, 2], means: 'confirmed' },
]
const noPayment = [none, 1, 5] satisfies Answer['status'][]
const whyNot: Record<number, string> = {
  10201: 'cart_closed',
  10202: 'cart_closed',
  10302: 'declined',
  10304: 'cart_closed',
  10305: 'below_minimum',
  10306: 'not_a_customer',
  10307: 'declined',
  10422: 'declined',
  10423: 'declined',
  10424: 'cart_closed',
  10427: 'not_accepted',
}
const refused = (code: number) => `refused: ${whyNot[code]} ${code}`

const table: Record<string, Line[]> = {
  InsertCart: [
    { codes: [200], success: true, means: 'pending' },
    { codes: [10200], success: true, paid: true, means: 'confirmed' },
    { codes: [10425], success: true, paid: false, means: 'pending' },
    { codes: [10426], success: true, paid: false, means: 'reserved' },
    { codes: [10428], success: true, paid: false, means: 'needs_code' },
    { codes: [10429], success: true, paid: false, means: 'reserved_for_callback' },
    { codes: [400], success: false, means: 'refused: not_a_customer 400' },
    { codes: [10302, 10304, 10305, 10306, 10307, 10422, 10423, 10427], success: false, means: refused },
  ],
  CheckCart: [
    ...open,
    { codes: [10201, 10202], success: true, paid: false, status: noPayment, means: 'closed' },
    { codes: [10302, 10307, 10422, 10423], paid: false, status: noPayment, means: 'declined' },
    { codes: [10304, 10306], paid: false, status: noPayment, means: 'failed' },
    { codes: [10424], paid: false, status: noPayment, means: 'missing' },
  ],
  ConfirmCart: [
    ...open,
    { codes: [400], paid: false, status: noPayment, means: 'refused: not_accepted 400' },
    { codes: [10201, 10202, 10302, 10304, 10306, 10307, 10422, 10423, 10424], paid: false, status: noPayment, means: refused },
  ],
  'ConfirmCart with a code': [
    ...open,
    { codes: [400], paid: false, status: noPayment, means: 'refused: wrong_code 400' },
    { codes: [10201, 10202, 10302, 10304, 10306, 10307, 10422, 10423, 10424], paid: false, status: noPayment, means: refused },
  ],
  CancelCart: [
    { codes: [10201], success: true, paid: false, status: noPayment, means: 'cancelled' },
    { codes: [10202], paid: false, status: noPayment, means: 'cancelled' },
    { codes: [10424], success: false, paid: false, status: noPayment, means: 'missing' },
    { codes: [400, 10200], success: false, means: (code) => `refused: not_accepted ${code}` },
  ],
}

let server: Awaited<ReturnType<typeof tinyServer>>
let netgiro: NetgiroClient

beforeAll(async () => {
  // It says what it is told to in the one member each call passes on.
  server = await tinyServer(({ body }, response) => {
    const { Reference, TransactionId } = JSON.parse(body.toString()) as Record<string, string>
    response.end(Reference ?? TransactionId)
  })
  const { origin } = server
  netgiro = createNetgiroClient({
    baseUrl: origin,
    partnerUrl: origin,
    appKey: 'a',
    secretKey: 's',
    responseSignature: 'verify-if-present',
  })
})
afterAll(() => server.close())

const ask: Record<string, (answer: string) => Promise<Outcome<{ truth: string }>>> = {
  InsertCart: (answer) => netgiro.insertCart({ amount: 1000, reference: answer, customerId: '8223281', confirmationType: 2 }),
  CheckCart: (answer) => netgiro.checkCart(answer),
  ConfirmCart: (answer) => netgiro.confirmCart(answer),
  'ConfirmCart with a code': (answer) => netgiro.confirmCart(answer, '1234'),
  CancelCart: (answer) => netgiro.cancelCart(answer),
}

const told = (outcome: Outcome<{ truth: string }>) =>
  outcome.kind === 'done'
    ? outcome.value.truth
    : outcome.kind === 'refused'
      ? `refused: ${outcome.reason} ${outcome.code}`
      : `unknown: ${outcome.cause}`

const onTheWire = ({ code, success, paid, status }: Answer) =>
  JSON.stringify({
    PaymentSuccessful: paid,
    PaymentInfo:
      status === none
        ? null
        : {
            TransactionId: cart,
            InvoiceNumber: 794589,
            ReferenceNumber: 'r',
            StatusId: status,
            Created: '2020-01-22T13:22:01',
            TotalAmount: 1000,
          },
    Success: success,
    Message: null,
    ResultCode: code,
    TransactionId: cart,
    ProcessCartCheckIntervalMiliseconds: 3000,
  })

function expected(call: string, { code, success, paid, status }: Answer): string {
  const line = table[call]!.find(
    (l) =>
      l.codes.includes(code) && (l.success ?? success) === success && (l.paid ?? paid) === paid && (l.status ?? statuses).includes(status),
  )
  if (line) return typeof line.means === 'string' ? line.means : line.means(code)
  return documented.includes(code) ? 'unknown: contradiction' : 'unknown: unknown_code'
}

const both = [true, false]
const everyAnswer = [...documented, ...unheardOf].flatMap((code) =>
  both.flatMap((success) => both.flatMap((paid) => statuses.map((status): Answer => ({ code, success, paid, status })))),
)

describe('every code × Success × PaymentSuccessful × StatusId is worth what the documents say, and otherwise nothing', () => {
  it.each(Object.keys(table))('%s', { timeout: 30_000 }, async (call) => {
    const wrong: string[] = []
    for (let i = 0; i < everyAnswer.length; i += 50) {
      await Promise.all(
        everyAnswer.slice(i, i + 50).map(async (answer) => {
          const [is, should] = [told(await ask[call]!(onTheWire(answer))), expected(call, answer)]
          if (is !== should) wrong.push(`${JSON.stringify(answer)}: ${is}, not ${should}`)
        }),
      )
    }
    expect(wrong).toEqual([])
    expect(everyAnswer).toHaveLength(50 * 2 * 2 * 5)
  })

  it('and no answer without a known code is ever a refusal', async () => {
    for (const code of unheardOf) {
      for (const call of Object.keys(ask)) {
        const outcome = await ask[call]!(onTheWire({ code, success: false, paid: false, status: none }))
        expect(outcome).toEqual({ kind: 'unknown', cause: 'unknown_code' })
      }
    }
  })
})

it('the table of codes names exactly the documented ones', () => {
  expect(Object.keys(resultCodes).map(Number)).toEqual(documented)
  expect(Object.values(resultCodes).every(({ name, meaning }) => name && meaning)).toBe(true)
  expect(new Set(Object.values(resultCodes).map(({ name }) => name)).size).toBe(documented.length)
})

describe('an answer that is not in the documented shape is unknown', () => {
  const good = JSON.parse(onTheWire({ code: 10200, success: true, paid: true, status: 2 })) as Record<string, unknown>
  const info = good.PaymentInfo as Record<string, unknown>
  it.each<[string, unknown]>([
    ['a number as text', { ...good, ResultCode: '10200' }],
    ['a flag as text', { ...good, Success: 'true' }],
    ['a flag as a number', { ...good, PaymentSuccessful: 1 }],
    ['no code', { ...good, ResultCode: undefined }],
    ['no PaymentSuccessful', { ...good, PaymentSuccessful: undefined }],
    ['half a króna', { ...good, PaymentInfo: { ...info, TotalAmount: 1000.5 } }],
    ['an amount as text', { ...good, PaymentInfo: { ...info, TotalAmount: '1000' } }],
    ['an amount beyond counting', { ...good, PaymentInfo: { ...info, TotalAmount: 1e300 } }],
    ['a status as text', { ...good, PaymentInfo: { ...info, StatusId: '2' } }],
    ['a reference that is a number', { ...good, PaymentInfo: { ...info, ReferenceNumber: 12 } }],
    ['PaymentInfo as a list', { ...good, PaymentInfo: [info] }],
    ['camelCase, which is not v1', { success: true, paymentSuccessful: true, resultCode: 10200 }],
    ['a list', [good]],
    ['a word', 'OK'],
  ])('%s', async (_name, answer) => {
    expect(await netgiro.checkCart(JSON.stringify(answer))).toEqual({ kind: 'unknown', cause: 'not_parsable' })
  })

  it('paid, with a PaymentInfo that does not say so', async () => {
    const outcome = await netgiro.checkCart(JSON.stringify({ ...good, PaymentInfo: {} }))
    expect(outcome).toEqual({ kind: 'unknown', cause: 'contradiction' })
  })

  it.each([undefined, null, '', 'not a guid', '00000000-0000-0000-0000-000000000000', 12])('a new cart named %s', async (TransactionId) => {
    const answer = JSON.stringify({ Success: true, ResultCode: 200, TransactionId })
    expect(await ask.InsertCart!(answer)).toEqual({ kind: 'unknown', cause: 'contradiction' })
  })
})

describe('what no one relies on may be absent, odd or new', () => {
  it('members nobody documented, and odd ones beside the point', async () => {
    const answer = { ...JSON.parse(onTheWire({ code: 10200, success: true, paid: true, status: 2 })), Message: 7, Loyalty: { points: 3 } }
    answer.PaymentInfo = { ...answer.PaymentInfo, InvoiceNumber: 'A-1', Created: 5, DiscountAmount: 'none' }
    const outcome = await netgiro.checkCart(JSON.stringify(answer))
    expect(outcome).toEqual({
      kind: 'done',
      value: { code: 10200, truth: 'confirmed', payment: { transactionId: cart, reference: 'r', statusId: 2, totalAmount: 1000 } },
    })
  })

  it('the answers of the oldest document, which carry no PaymentInfo at all', async () => {
    const paid = '{"Success":true,"PaymentSuccessful":true,"ResultCode":10200}'
    expect(told(await netgiro.checkCart(paid))).toBe('confirmed')
    expect(told(await netgiro.cancelCart('{"Success":true,"ResultCode":10201}'))).toBe('cancelled')
    expect(told(await netgiro.cancelCart('{"Success":false,"ResultCode":10200}'))).toBe('refused: not_accepted 10200')
  })

  it('10200 from InsertCart without PaymentSuccessful starts the payment and proves nothing', async () => {
    expect(told(await ask.InsertCart!(JSON.stringify({ Success: true, ResultCode: 10200, TransactionId: cart })))).toBe('pending')
  })

  it.each([[3000], [0], [-1], [1e9], [undefined]])('a pace of %s comes through as it is', async (pace) => {
    const answer = { Success: true, ResultCode: 200, TransactionId: cart, ProcessCartCheckIntervalMiliseconds: pace }
    expect(await ask.InsertCart!(JSON.stringify(answer))).toMatchObject({
      kind: 'done',
      value: { transactionId: cart, checkEveryMs: pace },
    })
  })

  it('a pace that is no number is none', async () => {
    const answer = { Success: true, ResultCode: 200, TransactionId: cart, ProcessCartCheckIntervalMiliseconds: 'soon' }
    expect(await ask.InsertCart!(JSON.stringify(answer))).toEqual({
      kind: 'done',
      value: { transactionId: cart, code: 200, truth: 'pending' },
    })
  })
})
