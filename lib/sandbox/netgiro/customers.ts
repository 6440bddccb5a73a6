import type { CustomerKind } from './carts'
import type { CallbackFault, CallFault } from './faults'

export type Recognised = { readonly kind: CustomerKind; readonly number: string } | { readonly kind: 'token'; readonly number: string }

/**
 * Tells phone number, kennitala and app code apart. A kennitala is judged by its shape alone: since February
 * 2026 new ones carry no check digit, and Netgíró's own test customer has month 22.
 */
export function recognise(given: string): Recognised | null {
  const bare = given.replace(/[\s-]/g, '').replace(/^(?:\+354|00354|354)(?=\d{7}$)/, '')
  if (/^500004.{4}$/.test(bare)) return { kind: 'app_code', number: bare.slice(6).toUpperCase() }
  if (/^(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])\d{8}$/.test(bare)) return { kind: 'ssn', number: bare }
  if (/^[678]\d{6}$/.test(bare)) return { kind: 'gsm', number: bare }
  if (/^[0-9A-Za-z]{4}$/.test(bare)) return { kind: 'token', number: bare.toUpperCase() }
  return null
}

/** The published customer without credit, and the number we gave her. */
export const noCredit: ReadonlySet<string> = new Set(['2222222229', '7700104'])

export type Magic = {
  readonly number: string
  readonly act?: { readonly kind: 'accept' | 'reject'; readonly afterMs: number }
  readonly push?: 'hidden' | 'no_app'
  /** Refused by InsertCart with this code. */
  readonly refuse?: number
  /** Faults of the InsertCart call, by name. */
  readonly faults?: readonly CallFault[]
  /** Faults of the first attempt at each callback. */
  readonly callbackFaults?: readonly CallbackFault[]
  readonly about: string
}

/** Numbers of our own that act by themselves. Never a published test number. */
export const magicNumbers = [
  { number: '7700101', act: { kind: 'accept', afterMs: 2_000 }, about: 'accepts after 2 s' },
  { number: '7700102', act: { kind: 'reject', afterMs: 2_000 }, about: 'rejects after 2 s' },
  { number: '7700103', push: 'hidden', about: 'never sees the push; the cart runs out' },
  { number: '7700104', about: 'has no credit: her acceptance ends in 10201' },
  { number: '7700105', push: 'no_app', about: 'has not the app: gets an SMS to install it' },
  { number: '7700106', refuse: 10306, about: 'is not a customer: 10306' },
  { number: '7700107', refuse: 10302, about: 'refused with 10302' },
  { number: '7700108', refuse: 10307, about: 'refused with 10307' },
  { number: '7700109', refuse: 10422, about: 'refused with 10422' },
  { number: '7700111', faults: ['answer_lost'], about: 'the cart is made, the answer is lost' },
  { number: '7700112', faults: ['error_500_after_effect'], about: 'the cart is made, the answer is a 500' },
  { number: '7700113', faults: ['html'], about: 'the cart is made, the answer is HTML' },
  { number: '7700114', faults: ['cut_json'], about: 'the cart is made, the answer is cut JSON' },
  { number: '7700115', faults: ['wrong_signature'], about: 'the answer is badly signed' },
  { number: '7700116', faults: ['missing_signature'], about: 'the answer is unsigned' },
  { number: '7700117', faults: ['unknown_code'], about: 'the answer has a code nobody knows' },
  { number: '7700118', faults: ['no_answer'], about: 'no cart and no answer' },
  { number: '7700119', faults: ['callback_before_answer'], about: 'accepts, and the callback comes, before InsertCart answers' },
  {
    number: '7700120',
    act: { kind: 'accept', afterMs: 2_000 },
    callbackFaults: ['callback_out_of_order'],
    about: 'accepts after 2 s; the callback comes out of order, an old one after the new',
  },
] as const satisfies readonly Magic[]

export const magicOf = (gsm: string): Magic | undefined => magicNumbers.find(({ number }) => number === gsm) as Magic | undefined

/** Amounts 99 910 302, 99 910 307, 99 910 422 … are refused by InsertCart with the code in their last five digits. */
export function codeOfAmount(amount: number): number | null {
  const code = amount - 99_900_000
  return [10302, 10304, 10305, 10306, 10307, 10422, 10423, 10427].includes(code) ? code : null
}
