// Docs "InsertCart", CallbackUrl and CallbackCancelUrl: a POST whose body is shaped like CheckCart's answer. Whatever
// it says, it is a hint to ask CheckCart; a reservation's (10429) and a payment's (10200) are read alike.
import { isk } from '../../money'
import type { CallbackInput, CallbackReading, SampleCallback } from '../gateway'
import { nextNonce, sign, verifyHeaders } from './signature'
import { viewOfPayment } from './view'
import { isGuid, strictObject } from './wire'

/**
 * Verified over the raw bytes and the address as it was registered, then read strictly. Only a valid signature brings
 * members to act on. TransactionId names the payment and need not be the cart's: find yours by its address and reference.
 */
export function readCallback(secretKey: string, { registeredUrl, headers, body }: CallbackInput): CallbackReading {
  const signature = verifyHeaders(headers, { secretKey, url: registeredUrl, body })
  const object = strictObject(body)
  if (!object) return { signature, parsed: false, view: {} }
  const reading = { signature, parsed: true, view: viewOfPayment(object) }
  if (signature !== 'valid') return reading
  const info = (object.PaymentInfo ?? {}) as Readonly<Record<string, unknown>>
  return {
    ...reading,
    transactionId: isGuid(info.TransactionId) ? info.TransactionId : undefined,
    reference: typeof info.ReferenceNumber === 'string' ? info.ReferenceNumber : undefined,
    amount: Number.isSafeInteger(info.TotalAmount) ? isk(info.TotalAmount as number) : undefined,
  }
}

/** As Netgíró sends one, about a cart of nobody's that came to nothing. */
export function sampleCallback({ appKey, secretKey }: { appKey: string; secretKey: string }, registeredUrl: string): SampleCallback {
  const info = { TransactionId: '00000000-0000-0000-0000-000000000000', InvoiceNumber: 0, ReferenceNumber: '', StatusId: 5, TotalAmount: 0 }
  const body = JSON.stringify({ PaymentSuccessful: false, PaymentInfo: info, Success: true, Message: 'Self-test', ResultCode: 10201 })
  const nonce = nextNonce()
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      netgiro_appkey: appKey,
      netgiro_nonce: nonce,
      netgiro_signature: sign({ secretKey, nonce, url: registeredUrl, body }),
    },
    body,
  }
}
