// What of a request, an answer or a callback may be stored: an allow-list. Nothing else leaves memory: no phone number,
// kennitala, code, secret, signature or callback address.
import type { InsertCartRequest } from './client'
import { isGuid } from './wire'

type View = Readonly<Record<string, unknown>>

const aNumber = (value: unknown) => typeof value === 'number'
const aFlag = (value: unknown) => typeof value === 'boolean'
const aWord = (value: unknown) => typeof value === 'string' && /^[a-z]{1,20}$/i.test(value)
const aReference = (value: unknown) => typeof value === 'string' && /^[\x21-\x7e]{1,64}$/.test(value)

const topMembers = { Success: aFlag, PaymentSuccessful: aFlag, ResultCode: aNumber, TransactionId: isGuid }
const otherMembers = {
  ProcessCartCheckIntervalMiliseconds: aNumber,
  Status: aWord,
  IsRefundable: aFlag,
  TotalAmount: aNumber,
  InvoiceNumber: aNumber,
}
const paymentMembers = {
  StatusId: aNumber,
  TransactionId: isGuid,
  ReferenceNumber: aReference,
  TotalAmount: aNumber,
  InvoiceNumber: aNumber,
}

/** Cart answers and callbacks, flattened. A member of the wrong type is kept by the name of its type. */
export function viewOfPayment(object: View): View {
  const info = object.PaymentInfo
  return { ...pick(object, topMembers), ...(isObject(info) ? pick(info, paymentMembers) : {}) }
}

/** Any answer; the partner API's camelCase is kept under the same names. */
export function viewOfAnswer(object: View): View {
  const named = Object.fromEntries(Object.entries(object).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]))
  const message = scrub(named.Message)
  return { ...viewOfPayment(named), ...pick(named, otherMembers), ...(message && { Message: message }) }
}

export function viewOfCart(request: InsertCartRequest): View {
  return {
    Amount: request.amount,
    Reference: request.reference,
    ConfirmationType: request.confirmationType,
    CustomerId: customerKind(request.customerId),
    items: request.items?.length ?? 0,
    ...(request.locationId && { LocationId: request.locationId }),
    ...(request.registerId && { RegisterId: request.registerId }),
  }
}

/** Telling the kinds apart: an app code begins with 500004, and no kennitala has a month 00. */
export function customerKind(customerId: string): 'gsm' | 'ssn' | 'app_code' | 'other' {
  const bare = customerId.replace(/[\s-]/g, '').replace(/^(\+|00)?354(?=\d{7}$)/, '')
  if (/^500004\w{4}$/.test(bare)) return 'app_code'
  if (/^\d{10}$/.test(bare)) return 'ssn'
  return /^[6-8]\d{6}$/.test(bare) ? 'gsm' : 'other'
}

/** For people's eyes: digits of a number, a code or a token masked, at most 200 characters. */
export function scrub(message: unknown): string | undefined {
  if (typeof message !== 'string' || !message) return undefined
  return plain(message, 1000)
    .replace(/[\w+/=-]{40,}|[\w=-]{24,}/g, '…')
    .replace(/\d(?:[\s.-]?\d){3,}/g, '…')
    .slice(0, 200)
    .replace(/\p{C}/gu, '')
}

/** No control character, no half of a character: either can break a log line or a JSON column. */
export function plain(value: string, most: number): string {
  return value.slice(0, most).replace(/\p{C}/gu, '')
}

function pick(object: View, members: Readonly<Record<string, (value: unknown) => boolean>>): View {
  const kept = Object.entries(members).flatMap(([name, fits]) => {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value === undefined || value === null) return []
    return [[name, fits(value) ? value : `(${typeof value})`]]
  })
  return Object.fromEntries(kept)
}

function isObject(value: unknown): value is View {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
