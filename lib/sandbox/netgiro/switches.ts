import { z } from 'zod'
import type { Sql } from '../db'

// Where the documents are silent or contradict each other the sandbox takes one reading and names it here.
// Each can be set otherwise for one app key, to see how a client bears the other reading.
type Row<S extends z.ZodType> = { readonly question: string; readonly schema: S; readonly standard: z.infer<S>; readonly about: string }

const row = <S extends z.ZodType>(question: string, schema: S, standard: z.infer<S>, about: string): Row<S> => ({
  question,
  schema,
  standard,
  about,
})
const duration = z
  .number()
  .int()
  .min(1)
  .max(365 * 86_400_000)

export const switches = {
  testNumber: row(
    'D1',
    z.enum(['waits', 'rejects']),
    'waits',
    'GSM 7700001: an ordinary customer, or one who rejects by herself, as in November 2019.',
  ),
  missingConfirmationType: row(
    'D2',
    z.enum(['by-callback-url', 'automatic', 'refuse']),
    'by-callback-url',
    'InsertCart without ConfirmationType: server callback when there is a CallbackUrl, else automatic; always automatic; or 10427.',
  ),
  serverCallbackWithoutUrl: row(
    'D3',
    z.union([z.literal(400), z.literal(10427)]),
    400,
    'The code for ConfirmationType 1 without CallbackUrl.',
  ),
  missingMember: row(
    'D4',
    z.enum(['http-200', 'http-400']),
    'http-200',
    'The HTTP status when a required member is missing or senseless; the body says Success false, 400 either way.',
  ),
  notACustomer: row('D5', z.union([z.literal(10306), z.literal(400)]), 10306, 'The code for somebody who is no customer.'),
  declinedCode: row('D6', z.union([z.literal(10201), z.literal(10423)]), 10201, 'What CheckCart says once the customer rejected.'),
  paymentInfo: row(
    'D7',
    z.enum(['present', 'absent']),
    'present',
    'Whether PaymentInfo is part of the answers; the oldest document has none.',
  ),
  paymentId: row('D8', z.enum(['cart', 'own']), 'cart', "PaymentInfo.TransactionId: the cart's identifier, or another one."),
  serverCallbackBody: row(
    'D9',
    z.enum(['reservation', 'payment']),
    'reservation',
    'What the callback of type 1 shows: the reservation (false, 10429, StatusId 1) or the payment (true, 10200, 2).',
  ),
  appCodeAutomatic: row(
    'D10',
    z.enum(['first-10200', 'always-10203']),
    'first-10200',
    'ConfirmCart after an automatic payment by app code.',
  ),
  confirmUnknownCart: row('D11', z.enum(['success', 'failure']), 'success', 'Success in the 10424 of ConfirmCart for an unknown cart.'),
  identifierTestAid: row(
    'D12',
    z.enum(['on', 'off']),
    'on',
    'ConfirmCart with Identifier "1" or "0" on a waiting GSM cart accepts or rejects for the customer.',
  ),
  confirmServerCallback: row(
    'D13',
    z.enum(['waits', 'confirms']),
    'waits',
    'ConfirmCart on a reservation of type 1: 10429 without effect, or the payment.',
  ),
  cancelAgain: row(
    'D14',
    z.enum(['success', 'failure']),
    'success',
    'Success in the 10202 of CancelCart on a cart the provider cancelled before.',
  ),
  insertAnswer: row(
    'D15',
    z.enum(['200', 'state']),
    '200',
    "InsertCart's ResultCode: 200, or the state at once (10425, 10428, 10426, 10429, 10200).",
  ),
  paidCode: row('D16', z.union([z.literal(10200), z.literal(10203)]), 10200, 'What CheckCart says of a payment.'),
  expiredCode: row('D16', z.union([z.literal(10201), z.literal(10304)]), 10201, 'What CheckCart says of a cart past its time.'),
  checkIntervalMs: row('D17', z.number().int().min(-1).max(600_000), 3000, 'ProcessCartCheckIntervalMiliseconds.'),
  oldPaths: row('D18', z.enum(['on', 'off']), 'on', 'Whether /api/checkout/* answers beside /v1/Checkout/*.'),
  confirmationCodeAlias: row('D19', z.enum(['on', 'off']), 'on', 'ConfirmationCode taken for ConfirmationType on InsertCart.'),
  cancelCallbackOnExpiry: row('7.1', z.enum(['on', 'off']), 'on', 'CallbackCancelUrl also when a cart or a reservation runs out.'),
  minimumAmount: row('4.1', z.number().int().min(1).max(1_000_000), 100, 'The smallest Amount, ISK; below it 10305.'),
  gsmCartMs: row('6', duration, 180_000, 'How long a GSM cart waits for the customer.'),
  ssnCartMs: row('6', duration, 600_000, 'How long a cart by kennitala waits for the code: longer than the code lives.'),
  codeMs: row('5', duration, 300_000, 'How long a token or an SMS code lives.'),
  reservationMs: row('6', duration, 7 * 86_400_000, 'How long a reservation waits for the provider.'),
  callbackTimeoutMs: row('7.1', z.number().int().min(100).max(60_000), 10_000, 'How long the provider may take to answer a callback.'),
  callbackRetryMs: row('7.1', z.number().int().min(0).max(600_000), 5_000, 'The pause before the one repetition of a callback.'),
} as const

export type SwitchName = keyof typeof switches
export type Switches = { [Name in SwitchName]: z.infer<(typeof switches)[Name]['schema']> }

export const isSwitch = (name: string): name is SwitchName => Object.hasOwn(switches, name)

export async function readSwitches(sql: Sql, appKey: string): Promise<Switches> {
  const changed = await sql<{ name: string; value: unknown }>('select name, value from sandbox.netgiro_switch where app_key = $1', [appKey])
  const standard = Object.entries(switches).map(([name, { standard: value }]) => [name, value])
  return Object.fromEntries([
    ...standard,
    ...changed.filter(({ name }) => isSwitch(name)).map(({ name, value }) => [name, value]),
  ]) as Switches
}

/** Null puts the switch back to its standard. False when there is no such switch or it has no such position. */
export async function setSwitch(sql: Sql, appKey: string, name: string, value: unknown): Promise<boolean> {
  if (!isSwitch(name)) return false
  if (value === null) {
    await sql('delete from sandbox.netgiro_switch where app_key = $1 and name = $2', [appKey, name])
    return true
  }
  if (!switches[name].schema.safeParse(value).success) return false
  await sql(
    `insert into sandbox.netgiro_switch (app_key, name, value) values ($1, $2, $3)
     on conflict (app_key, name) do update set value = excluded.value`,
    [appKey, name, JSON.stringify(value)],
  )
  return true
}
