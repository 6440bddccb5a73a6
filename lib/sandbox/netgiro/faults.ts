import { z } from 'zod'
import type { Sql } from '../db'

// What can be made to go wrong on purpose. Those of a call spoil an answer, those of a callback its delivery.
export const callFaults = {
  slow: 'waits `ms` (3000) before anything happens',
  no_answer: 'nothing happens and the line is cut, after `ms` (0)',
  refuse: 'nothing happens; refused with `code` (10302)',
  answer_lost: 'it happens, then the line is cut',
  error_500_after_effect: 'it happens, the answer is HTTP 500',
  html: 'it happens, the answer is a page of HTML',
  cut_json: 'it happens, the answer stops halfway',
  wrong_signature: 'the answer is signed wrongly',
  missing_signature: 'the answer has no signature',
  unknown_code: 'the ResultCode is one nobody knows: `code` (19999)',
  unknown_fields: 'the answer has members nobody knows',
  contradiction: 'the answer contradicts itself',
  push_never_shown: 'InsertCart: the phone never shows the push',
  callback_before_answer: 'InsertCart: the customer accepts and the callback comes before the answer',
  accepted_first: 'of a cart that waits: the customer accepts just before the call takes effect',
} as const

export const callbackFaults = {
  callback_lost: 'this attempt never arrives',
  callback_delayed: 'this attempt leaves `ms` (10000) late',
  callback_doubled: 'this attempt is sent twice',
  callback_out_of_order: 'the first attempt is stuck on the way: its repetition comes before it, and it comes `ms` (3000) after',
  callback_badly_signed: 'this attempt has a wrong signature',
  callback_wrong_amount: 'this attempt names another amount: `amount` (1 more)',
} as const

export type CallFault = keyof typeof callFaults
export type CallbackFault = keyof typeof callbackFaults
export type FaultName = CallFault | CallbackFault

const params = z.object({
  ms: z.number().int().min(0).max(600_000).optional(),
  code: z.number().int().optional(),
  amount: z.number().int().optional(),
})
export type Params = z.infer<typeof params>

/** What goes wrong with the call at hand. */
export type Faults = ReadonlyMap<FaultName, Params>

export const faultNames = [...Object.keys(callFaults), ...Object.keys(callbackFaults)] as [FaultName, ...FaultName[]]

export const operations = [
  'InsertCart',
  'CheckCart',
  'ConfirmCart',
  'CancelCart',
  'Transactions',
  'RequestConfirmation',
  'refund',
  'transaction',
  'callback',
  'cancel-callback',
] as const
export type OperationName = (typeof operations)[number]

const operation = z.string().transform((given, context) => {
  const known = operations.find((name) => name.toLowerCase() === given.toLowerCase())
  if (known) return known
  context.addIssue({ code: 'custom', message: `one of ${operations.join(', ')}` })
  return z.NEVER
})

/** `count` calls are hit, one when it is missing, all until it is cleared when it is null. */
export const newFault = params.extend({
  name: z.enum(faultNames),
  operation: operation.nullish(),
  reference: z.string().min(1).max(200).nullish(),
  count: z.number().int().min(1).max(1_000_000).nullable().default(1),
})

export type StoredFault = {
  id: string
  name: FaultName
  operation: string | null
  reference: string | null
  remaining: number | null
  params: Params
}

export async function addFault(sql: Sql, appKey: string, fault: z.infer<typeof newFault>): Promise<void> {
  const { name, operation: of, reference, count, ...rest } = fault
  await sql('insert into sandbox.netgiro_fault (app_key, name, operation, reference, remaining, params) values ($1, $2, $3, $4, $5, $6)', [
    appKey,
    name,
    of ?? null,
    reference ?? null,
    count,
    JSON.stringify(rest),
  ])
}

export const listFaults = (sql: Sql, appKey: string): Promise<StoredFault[]> =>
  sql<StoredFault>('select id, name, operation, reference, remaining, params from sandbox.netgiro_fault where app_key = $1 order by id', [
    appKey,
  ])

export async function clearFaults(sql: Sql, appKey: string, id?: string): Promise<void> {
  await sql('delete from sandbox.netgiro_fault where app_key = $1 and ($2::bigint is null or id = $2::bigint)', [appKey, id ?? null])
}

type Hit = { readonly appKey: string; readonly operation: OperationName; readonly reference: string | null; readonly cartId: string | null }

/** Takes the faults that hit this call and uses them up; two calls at once never share the last one. */
export async function takeFaults(sql: Sql, hit: Hit, names: readonly string[]): Promise<Faults> {
  const taken = await sql<{ name: FaultName; params: Params }>(
    `with hit as (
       select id, remaining from sandbox.netgiro_fault
       where app_key = $1 and (operation is null or operation = $2) and name = any($3)
         and (reference is null or reference = coalesce($4, (select reference from sandbox.netgiro_cart where id = $5::uuid)))
       for update
     ), spent as (
       delete from sandbox.netgiro_fault f using hit where f.id = hit.id and hit.remaining = 1 returning f.name, f.params, f.id
     ), used as (
       update sandbox.netgiro_fault f set remaining = f.remaining - 1 from hit
       where f.id = hit.id and coalesce(hit.remaining, 2) > 1 returning f.name, f.params, f.id
     )
     select name, params from (select * from spent union all select * from used) as taken order by id desc`,
    [hit.appKey, hit.operation, names, hit.reference, hit.cartId],
  )
  // The fault set first wins over a later one of the same name.
  return new Map(taken.map(({ name, params: given }) => [name, given]))
}
