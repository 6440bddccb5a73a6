import { z } from 'zod'

/** The members of a JSON object by their names in small letters: clients write PascalCase, camelCase or both in one body. */
export type Members = Readonly<Record<string, unknown>>

const utf8 = new TextDecoder('utf-8', { fatal: true })

export function membersOf(body: Uint8Array, query: URLSearchParams): Members | null {
  const asked = Object.fromEntries([...query].map(([name, value]) => [name.toLowerCase(), value]))
  if (!body.byteLength) return asked
  try {
    const parsed: unknown = JSON.parse(utf8.decode(body))
    const object = z.record(z.string(), z.unknown()).safeParse(parsed)
    return object.success ? { ...asked, ...lowerNames(object.data) } : null
  } catch {
    return null
  }
}

export const lowerNames = (object: Record<string, unknown>): Members =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]))

const absent = (value: unknown) => (value === null || value === '' ? undefined : value)

/** Postgres stores neither NUL nor half of a surrogate pair. */
export const storable = (value: string): boolean => !/\0|\p{Surrogate}/u.test(value)

const text = (longest: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .transform((value) => value.trim())
    .pipe(z.string().min(1).max(longest).refine(storable))

const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*-?\d{1,15}(\.0+)?\s*$/)
      .transform(Number),
  ])
  .pipe(z.number().int())
const positive = whole.pipe(z.number().int().min(1).max(2_147_483_647))

const optional = <S extends z.ZodType>(schema: S) => z.preprocess(absent, schema.optional())
const lenient = <S extends z.ZodType>(schema: S) => optional(schema).catch(undefined)

export const transactionId = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .trim()
          .replace(/^\{(.*)\}$/, '$1')
          .toLowerCase()
      : value,
  z.guid(),
)

const item = z.preprocess(
  (value) => (value && typeof value === 'object' && !Array.isArray(value) ? lowerNames(value as Record<string, unknown>) : value),
  z.object({
    productno: lenient(text(200)),
    name: lenient(text(500)),
    description: lenient(text(1000)),
    unitprice: lenient(whole),
    amount: lenient(whole),
    quantity: lenient(whole),
  }),
)

/** Names in small letters, as membersOf gives them; ConfirmationType is judged apart, for it has a code of its own. */
export const insertRequest = z.object({
  amount: positive,
  reference: text(200),
  customerid: text(50),
  callbackurl: optional(text(2000)),
  callbackcancelurl: optional(text(2000)),
  description: optional(text(2000)),
  locationid: optional(text(200)),
  registerid: optional(text(200)),
  clientinfo: optional(text(500)),
  cartitemrequests: optional(z.array(item).max(1000)),
})

export const confirmationType = z.preprocess(absent, whole.pipe(z.union([z.literal(0), z.literal(1), z.literal(2)])).optional())

export const cartRequest = z.object({ transactionid: transactionId, identifier: optional(text(50)) })

export const confirmationRequest = z.object({ customer: text(50) })

export const refundRequest = z.object({
  transactionid: transactionId,
  refundamount: positive,
  idempotencykey: text(200),
  reason: optional(text(1000)),
  description: optional(text(1000)),
})

/** A member's name as the documents write it. */
export const wireName: Readonly<Record<string, string>> = {
  amount: 'Amount',
  reference: 'Reference',
  customerid: 'CustomerId',
  confirmationtype: 'ConfirmationType',
  callbackurl: 'CallbackUrl',
  callbackcancelurl: 'CallbackCancelUrl',
  description: 'Description',
  locationid: 'LocationId',
  registerid: 'RegisterId',
  clientinfo: 'ClientInfo',
  cartitemrequests: 'CartItemRequests',
  transactionid: 'TransactionId',
  identifier: 'Identifier',
  productno: 'ProductNo',
  name: 'Name',
  unitprice: 'UnitPrice',
  quantity: 'Quantity',
  customer: 'Customer',
  refundamount: 'refundAmount',
  idempotencykey: 'idempotencyKey',
}

/** Names the members that are missing or senseless. */
export function complaint(error: z.ZodError): string {
  const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))].map((name) => wireName[name] ?? name)
  return `Missing or not valid: ${names.join(', ')}`
}
