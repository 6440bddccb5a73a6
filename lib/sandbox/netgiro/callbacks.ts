import type { Sql } from '../db'
import { paymentInfo, stateCode, wireJson, type PaymentAnswer } from './answers'
import type { Cart } from './carts'
import { codes, messages } from './codes'
import { readSwitches, type Switches } from './switches'

export type CallbackKind = 'confirm' | 'cancel'

/** The body is written when the customer acts, and stays the same however often it is sent. */
export function callbackBody(cart: Cart, kind: CallbackKind, switches: Switches): PaymentAnswer {
  const asPayment = cart.state === 'paid' || (cart.confirmationType === 1 && switches.serverCallbackBody === 'payment')
  if (kind === 'cancel') return body(cart, false, codes.paymentCanceled, 5)
  return asPayment ? body(cart, true, codes.paymentConfirmed, 2) : body(cart, false, stateCode(cart, switches), 1)
}

const body = (cart: Cart, paid: boolean, code: number, status: 1 | 2 | 5): PaymentAnswer => ({
  PaymentSuccessful: paid,
  PaymentInfo: paymentInfo(cart, status),
  Success: true,
  Message: messages[code] ?? null,
  ResultCode: code,
})

export async function queueCallback(tx: Sql, cart: Cart, kind: CallbackKind, at: Date): Promise<void> {
  const url = kind === 'confirm' ? cart.callbackUrl : cart.callbackCancelUrl
  if (!url) return
  const switches = await readSwitches(tx, cart.appKey)
  await insertDelivery(tx, {
    appKey: cart.appKey,
    cartId: cart.id,
    kind,
    url,
    body: wireJson(callbackBody(cart, kind, switches)),
    attempt: 1,
    duplicate: false,
    dueAt: at,
  })
}

export type NewDelivery = {
  readonly appKey: string
  readonly cartId: string
  readonly kind: CallbackKind
  readonly url: string
  readonly body: string
  readonly attempt: number
  readonly duplicate: boolean
  readonly dueAt: Date
}

export async function insertDelivery(tx: Sql, delivery: NewDelivery): Promise<void> {
  await tx(
    `insert into sandbox.netgiro_delivery (app_key, cart_id, kind, url, body, attempt, duplicate, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [delivery.appKey, delivery.cartId, delivery.kind, delivery.url, delivery.body, delivery.attempt, delivery.duplicate, delivery.dueAt],
  )
}
