// Netgíró's Checkout API, v1 (docs "API / Checkout"): https://netgiro.github.io. Framework-free: config, clock and
// recorder are given, and every call ends as done, refused or unknown. Server side only, for it holds the secret key.
import type { z } from 'zod'
import type { CallContext, Outcome } from '../gateway'
import { callProvider, type HttpAnswer, type Reading, unrecorded } from '../http'
import { type CartState, type InsertedCart, judgeCancel, judgeCheck, judgeConfirm, judgeInsert } from './judge'
import { createPartnerApi } from './partner'
import { nextNonce, sign, verifyHeaders } from './signature'
import { judgeTransaction, type TransactionDetails } from './transaction'
import { plain, viewOfAnswer, viewOfCart } from './view'
import { cancelAnswer, cartAnswer, insertAnswer, strictObject, transactionAnswer } from './wire'

export type NetgiroConfig = {
  /** With the version and without a trailing slash: https://api.test.netgiro.is/v1 */
  readonly baseUrl: string
  /** https://partner-api.test.netgiro.is, in production https://api.netgiro.is/partner */
  readonly partnerUrl: string
  readonly appKey: string
  /** As shown, not decoded. */
  readonly secretKey: string
  /** What to do with an answer that carries no signature; a wrong one always makes the answer unknown. */
  readonly responseSignature: 'require' | 'verify-if-present'
  /** Added to every request: what a proxy on the way asks for. */
  readonly headers?: Readonly<Record<string, string>>
}

export const confirmationTypes = { automatic: 0, callback: 1, manual: 2 } as const

export type InsertCartRequest = {
  /** Whole krónur. */
  readonly amount: number
  /** One per attempt, never reused: it is what a callback is recognised by. */
  readonly reference: string
  /** A phone number (7 digits), kennitala (10 digits) or app code (500004-xxxx). */
  readonly customerId: string
  /** 0 automatic, 1 server callback, 2 manual. */
  readonly confirmationType: 0 | 1 | 2
  /** Must be given for type 1. The exact text is what the callback's signature covers: keep it. */
  readonly callbackUrl?: string
  readonly callbackCancelUrl?: string
  readonly description?: string
  readonly items?: readonly CartItem[]
  /** Branch and till. */
  readonly locationId?: string
  readonly registerId?: string
  /** "System: My shop 1.0" */
  readonly clientInfo?: string
}

export type CartItem = {
  readonly productNo: string
  readonly name: string
  readonly description?: string
  /** Whole krónur for one, VAT included. */
  readonly unitPrice: number
  /** Whole krónur for the line. */
  readonly amount: number
  /** Pieces; sent in thousandths, as the documents ask. */
  readonly quantity: number
}

/** The most each call may take, milliseconds, connection included. A smaller budget in the context wins. */
export const timeoutsMs = { insertCart: 8_000, checkCart: 5_000, confirmCart: 10_000, cancelCart: 8_000, transactionDetails: 5_000 }

export type NetgiroClient = ReturnType<typeof createNetgiroClient>

export function createNetgiroClient(config: NetgiroConfig) {
  const post = poster(config)
  return {
    /** Makes a cart and asks the customer. Never repeat one whose outcome is unknown: the cart may exist, and nothing finds it by reference. */
    insertCart(request: InsertCartRequest, context = unrecorded): Promise<Outcome<InsertedCart>> {
      return post(
        'Checkout/InsertCart',
        timeoutsMs.insertCart,
        insertBody(request),
        viewOfCart(request),
        insertAnswer,
        judgeInsert,
        context,
      )
    },
    /** The only proof of payment: truth `confirmed` for the cart asked about, its amount and reference as you hold them. */
    checkCart(transactionId: string, context = unrecorded): Promise<Outcome<CartState>> {
      const body = { TransactionId: transactionId }
      return post('Checkout/CheckCart', timeoutsMs.checkCart, body, body, cartAnswer, judgeCheck, context)
    },
    /** Turns a reservation (10426) into a payment; with an identifier, passes on the SMS code (10428). */
    confirmCart(transactionId: string, identifier?: string, context = unrecorded): Promise<Outcome<CartState>> {
      const withIdentifier = identifier !== undefined
      const body = { TransactionId: transactionId, ...(withIdentifier && { Identifier: identifier }) }
      const view = { TransactionId: transactionId, withIdentifier }
      return post('Checkout/ConfirmCart', timeoutsMs.confirmCart, body, view, cartAnswer, (a) => judgeConfirm(a, withIdentifier), context)
    },
    /** Asks for an end without payment. Refused with code 10200: the customer was faster, check what is so. */
    cancelCart(transactionId: string, context = unrecorded): Promise<Outcome<CartState>> {
      const body = { TransactionId: transactionId }
      return post('Checkout/CancelCart', timeoutsMs.cancelCart, body, body, cancelAnswer, judgeCancel, context)
    },
    /** What became of a payment: paid, refundable, when it settles. */
    transactionDetails(transactionId: string, context = unrecorded): Promise<Outcome<TransactionDetails>> {
      const body = { TransactionId: transactionId }
      return post('transactions', timeoutsMs.transactionDetails, body, body, transactionAnswer, judgeTransaction, context)
    },
    ...createPartnerApi(config),
  }
}

function poster(config: NetgiroConfig) {
  return function post<Answer, T>(
    path: string,
    timeoutMs: number,
    members: Readonly<Record<string, unknown>>,
    view: Readonly<Record<string, unknown>>,
    schema: z.ZodType<Answer>,
    judge: (answer: Answer) => Outcome<T>,
    context: CallContext,
  ): Promise<Outcome<T>> {
    // What is signed is what is sent: the body is serialised once, and the URL spelled as fetch will spell it.
    const body = JSON.stringify(members)
    const url = new URL(`${config.baseUrl.replace(/\/+$/, '')}/${path}`).href
    const nonce = nextNonce()
    return callProvider(
      {
        operation: path.replace('Checkout/', ''),
        method: 'POST',
        url,
        headers: {
          ...config.headers,
          'content-type': 'application/json; charset=utf-8',
          accept: 'application/json',
          netgiro_appkey: config.appKey,
          netgiro_nonce: nonce,
          netgiro_signature: sign({ secretKey: config.secretKey, nonce, url, body }),
        },
        body,
        view,
        timeoutMs,
        read: (answer) => readAnswer(config, url, answer, schema, judge),
      },
      context,
    )
  }
}

function readAnswer<Answer, T>(
  config: NetgiroConfig,
  url: string,
  { status, headers, bytes }: HttpAnswer,
  schema: z.ZodType<Answer>,
  judge: (answer: Answer) => Outcome<T>,
): Reading<T> {
  const signature = verifyHeaders(headers, { secretKey: config.secretKey, url, body: bytes })
  const named = headers.get('netgiro_referenceid')
  const seen = { signature, providerRef: named ? plain(named, 64) : undefined }
  // Whatever a wrongly signed answer says is thrown away unread.
  if (signature === 'invalid') return { ...seen, outcome: { kind: 'unknown', cause: 'bad_signature' } }

  const object = strictObject(bytes)
  const read = { ...seen, ...(object && { response: viewOfAnswer(object), code: codeOf(object) }) }
  // Refusals come with 200; other statuses speak of our keys, a proxy or their servers, and not of the cart.
  if (status < 200 || status > 299) return { ...read, outcome: { kind: 'unknown', cause: 'http_status' } }
  if (signature === 'absent' && config.responseSignature === 'require')
    return { ...read, outcome: { kind: 'unknown', cause: 'no_signature' } }
  const parsed = schema.safeParse(object)
  return { ...read, outcome: parsed.success ? judge(parsed.data) : { kind: 'unknown', cause: 'not_parsable' } }
}

function codeOf(object: Readonly<Record<string, unknown>>): string | undefined {
  return Number.isSafeInteger(object.ResultCode) ? String(object.ResultCode) : undefined
}

function insertBody(request: InsertCartRequest): Record<string, unknown> {
  return {
    Amount: request.amount,
    Reference: request.reference,
    CustomerId: request.customerId,
    ConfirmationType: request.confirmationType,
    CallbackUrl: request.callbackUrl,
    CallbackCancelUrl: request.callbackCancelUrl,
    Description: request.description && plain(request.description, 200),
    LocationId: request.locationId,
    RegisterId: request.registerId,
    ClientInfo: request.clientInfo,
    CartItemRequests: request.items?.map((item) => ({
      ProductNo: item.productNo,
      Name: plain(item.name, 100),
      Description: item.description && plain(item.description, 200),
      UnitPrice: item.unitPrice,
      Amount: item.amount,
      Quantity: Math.round(item.quantity * 1000),
    })),
  }
}
