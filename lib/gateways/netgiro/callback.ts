// Docs "InsertCart", CallbackUrl and CallbackCancelUrl: a POST whose body is shaped like CheckCart's answer. Whatever
// it says, it is a hint to ask CheckCart; a reservation's (10429) and a payment's (10200) are read alike.
import { isk } from '../../money'
import type { CallbackInput, CallbackReading } from '../gateway'
import { verifyHeaders } from './signature'
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
