// What payments asks of any gateway. A gateway translates between these words and its provider's;
// it holds no state, reads no environment and writes no database: config, clock and recorder are given to it.
import type { Money } from '../money'

/**
 * Every call ends in one of three ways. `refused` only when the answer names a refusal; whatever can't be
 * understood is `unknown`, and unknown is never told as failure.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly reason: Reason; readonly code: string }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** `not_sent` alone proves that nothing happened: the connection was never made. */
export type UnknownCause =
  | 'not_sent'
  | 'timeout'
  | 'network'
  | 'http_status'
  | 'too_large'
  | 'not_parsable'
  | 'bad_signature'
  | 'no_signature'
  | 'contradiction'
  | 'unknown_code'

/** Why a payment was not made, as a key into the shopper's messages. */
export type Reason =
  | 'declined'
  | 'not_a_customer'
  | 'below_minimum'
  | 'wrong_code'
  | 'cart_closed'
  | 'not_accepted'
  | 'provider_down'
  | 'no_answer'
  | 'cancelled'

/**
 * Who turns the customer's yes into money: the provider at once, the provider when our server answers its
 * callback, or we by a call of our own.
 */
export type CaptureMode = 'automatic' | 'callback' | 'manual'

/** The payer as the gateway must name them. Kept in memory for one call, never stored or logged. */
export type Payer =
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'national_id'; readonly nationalId: string }
  | { readonly kind: 'app_code'; readonly code: string }
  | { readonly kind: 'browser' }

export type PaymentLine = {
  readonly sku: string
  readonly name: string
  readonly quantity: number
  /** Minor units, VAT included. */
  readonly unitPrice: number
  readonly total: number
  /** Percent. */
  readonly vatRate: number
}

export type StartRequest = {
  readonly reference: string
  readonly amount: Money
  readonly description: string
  readonly locale: 'is' | 'en'
  readonly payer: Payer
  readonly captureMode: CaptureMode
  readonly lines: readonly PaymentLine[]
  readonly callbackUrl: string
  readonly cancelCallbackUrl: string
  /** Where a hosted page sends the browser back to. */
  readonly returnUrl: string
  readonly locationId?: string
  readonly registerId?: string
}

/** What the provider says is so, now. */
export type Truth =
  | 'pending' // the customer has not decided
  | 'needs_code' // the customer must give a one-time code
  | 'reserved' // the customer said yes; we capture
  | 'reserved_for_callback' // the customer said yes; the provider waits for our answer to its callback
  | 'confirmed' // the money is taken
  | 'declined' // the customer, or the provider on their behalf, said no
  | 'cancelled' // we called it off
  | 'closed' // it has ended without money, and the provider does not say why
  | 'missing' // the provider does not know it
  | 'failed' // the provider will not make it

export type Seen = {
  readonly truth: Truth
  /** What the provider holds, where it says so; compared with our own record before anything moves. */
  readonly amount?: Money
  readonly reference?: string
  readonly reason?: Reason
  /** The number a merchant quotes to the provider's support. */
  readonly receipt?: string
}

export type Started = {
  readonly transactionId: string
  readonly seen: Seen
  /** The provider's pace for checks, as it came: may be absent or absurd. */
  readonly checkEveryMs?: number
  /** Where the browser must go to pay, for gateways that have a page of their own. */
  readonly redirect?: { readonly url: string; readonly method: 'GET' | 'POST'; readonly fields: Readonly<Record<string, string>> }
}

/** What identifies a started payment to its provider. */
export type PaymentRef = { readonly transactionId: string; readonly reference: string; readonly amount: Money }

export type RefundRequest = PaymentRef & {
  /** One per refund, the same in every retry. */
  readonly idempotencyKey: string
  readonly refund: Money
  readonly lines: readonly PaymentLine[]
  readonly reason: string
}

/** What a provider's books say of one payment. */
export type Details = {
  readonly status: 'paid' | 'unpaid' | 'cancelled' | 'new'
  readonly amount?: Money
  /** What was given back so far, where the provider says so. */
  readonly refunded?: Money
  readonly refundable?: boolean
  readonly receipt?: string
  /** The day after which the merchant is paid, as it came. */
  readonly settledOn?: string
}

/** One HTTP request to a callback address, untouched. */
export type CallbackInput = {
  /** The exact address given to the provider; never the one the server believes it was called at. */
  readonly registeredUrl: string
  readonly headers: Headers
  readonly body: Uint8Array
}

/**
 * What a callback is worth. A signature makes it a believable hint, nothing more: what is true comes from
 * check(). `view` holds the members that may be stored.
 */
export type CallbackReading = {
  readonly signature: 'valid' | 'invalid' | 'absent'
  readonly parsed: boolean
  readonly transactionId?: string
  readonly reference?: string
  readonly amount?: Money
  readonly view: Readonly<Record<string, unknown>>
}

/** What a harmless question told about the way to a provider. */
export type Connection = {
  /**
   * `accepted`: it was reached and took our keys and signature. `refused`: it was reached and did not. `badly_signed`: its
   * answer does not fit our key. `strange`: somebody answered, but not as the provider does. `no_answer`, `not_reached`.
   */
  readonly verdict: 'accepted' | 'refused' | 'badly_signed' | 'strange' | 'no_answer' | 'not_reached'
  readonly durationMs: number
  readonly httpStatus?: number
  readonly code?: string
  /** The provider's own words, for its support. */
  readonly said?: string
  readonly providerRef?: string
}

/** A callback as the provider would send it, about no payment at all. */
export type SampleCallback = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** Remembers every call: `open` is awaited, and committed, before the first byte leaves. */
export type ExchangeRecorder = {
  open(call: { readonly operation: string; readonly request: Readonly<Record<string, unknown>> }): Promise<ExchangeRow>
}
export type ExchangeRow = { close(result: ExchangeResult): Promise<void> }
export type ExchangeResult = {
  readonly durationMs: number
  readonly outcome: 'done' | 'refused' | 'unknown'
  readonly httpStatus?: number
  readonly code?: string
  readonly response?: Readonly<Record<string, unknown>>
  readonly signature?: 'valid' | 'invalid' | 'absent'
  readonly providerRef?: string
  readonly error?: string
}

/** What a call is given besides its question. */
export type CallContext = {
  readonly recorder: ExchangeRecorder
  /** The most this call may take, milliseconds, connection included; each call also has a limit of its own. */
  readonly budgetMs?: number
}

export interface Gateway {
  readonly name: string
  /** Gateways without one take their payer in the browser. */
  readonly payers: readonly Payer['kind'][]
  readonly captureModes: readonly CaptureMode[]
  /** Milliseconds between two checks of one payment: never faster than `floor`, and `usual` when the provider names no sane pace. */
  readonly pace: { readonly floor: number; readonly usual: number; readonly ceiling: number }
  /** How long a payer has to decide, milliseconds. */
  validityMs(payer: Payer['kind']): number
  /** How long after its end a payment can still turn out accepted, milliseconds. */
  readonly lateMs: number
  /** How long a reservation of a `manual` payment stands at least, from its start, milliseconds. */
  readonly holdMs: number

  start(request: StartRequest, context: CallContext): Promise<Outcome<Started>>
  check(payment: PaymentRef, context: CallContext): Promise<Outcome<Seen>>
  /** Turns a reservation into money. `done` carries the truth after the call. */
  capture(payment: PaymentRef, context: CallContext): Promise<Outcome<Seen>>
  /** Asks for an end without money. It may lose: then `done` says what is so instead. */
  cancel(payment: PaymentRef, context: CallContext): Promise<Outcome<Seen>>
  /** Passes on the one-time code the customer read out. */
  submitCode?(payment: PaymentRef, code: string, context: CallContext): Promise<Outcome<Seen>>
  refund?(refund: RefundRequest, context: CallContext): Promise<Outcome<{ readonly refundId?: string }>>
  /** What the provider's books say, to be laid beside ours. `refused`: it knows no such payment. */
  details?(payment: PaymentRef, context: CallContext): Promise<Outcome<Details>>
  readCallback(input: CallbackInput): CallbackReading
  /** Asks something that changes nothing, signed as any call is. */
  testConnection(context: CallContext): Promise<Connection>
  /** A rightly signed callback to this address, for the shop to send to itself. */
  sampleCallback(registeredUrl: string): SampleCallback
}
