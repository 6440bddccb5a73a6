// What an answer is worth: done, refused or unknown. Refused only where the documents name a refusal; a code without
// a document and a contradiction are unknown, whatever Success says, for Success alone decides nothing.
import type { Outcome, Reason, Truth } from '../gateway'
import { resultCode } from './codes'
import type { CancelAnswer, CartAnswer, InsertAnswer, WirePaymentInfo } from './wire'
import { isGuid } from './wire'

export type PaymentInfo = {
  /** "Identifier of the payment": need not be the cart's. */
  readonly transactionId?: string
  readonly invoiceNumber?: number
  readonly reference?: string
  /** 1 unconfirmed, 2 confirmed, 5 cancelled. */
  readonly statusId?: number
  readonly created?: string
  /** Whole krónur. */
  readonly totalAmount?: number
}

export type CartState = { readonly code: number; readonly truth: Truth; readonly reason?: Reason; readonly payment?: PaymentInfo }

export type InsertedCart = CartState & {
  readonly transactionId: string
  /** The provider's pace for CheckCart as it came: may be absurd. */
  readonly checkEveryMs?: number
}

const contradiction = { kind: 'unknown', cause: 'contradiction' } as const
const unknownCode = { kind: 'unknown', cause: 'unknown_code' } as const

const insertStarts = new Map<number, Truth>([
  [200, 'pending'],
  [10425, 'pending'],
  [10426, 'reserved'],
  [10428, 'needs_code'],
  [10429, 'reserved_for_callback'],
])
const insertRefuses = new Set([400, 10302, 10304, 10305, 10306, 10307, 10422, 10423, 10427])

/** Docs "InsertCart". The state codes are taken here too, as no document binds a code to one call. */
export function judgeInsert(answer: InsertAnswer): Outcome<InsertedCart> {
  const code = answer.ResultCode
  const known = resultCode(code)
  if (!known) return unknownCode
  if (!answer.Success) {
    if (!insertRefuses.has(code)) return contradiction
    // The older document answers 400 for who is not a customer, the newer 10306: the shopper is told the same.
    return { kind: 'refused', reason: code === 400 ? 'not_a_customer' : (known.reason ?? 'not_accepted'), code: String(code) }
  }
  // 10200 proves a payment only beside PaymentSuccessful, which this answer is not documented to carry: else the first check tells.
  const truth = code === 10200 ? (answer.PaymentSuccessful ? 'confirmed' : 'pending') : insertStarts.get(code)
  const contradicted = code !== 200 && answer.PaymentSuccessful != null && answer.PaymentSuccessful !== (code === 10200)
  if (!truth || contradicted || !isGuid(answer.TransactionId)) return contradiction
  const checkEveryMs = answer.ProcessCartCheckIntervalMiliseconds ?? undefined
  return { kind: 'done', value: { transactionId: answer.TransactionId, code, truth, checkEveryMs } }
}

/** Docs "CheckCart": the only call whose answer is the truth about a cart. */
export function judgeCheck(answer: CartAnswer): Outcome<CartState> {
  const known = resultCode(answer.ResultCode)
  if (!known) return unknownCode
  const { truth, reason } = known
  if (!truth || !agrees(answer, truth)) return contradiction
  // Documented beside Success=true only; the other ends are errors, which may come with either.
  if (!answer.Success && (isOpenOrPaid(truth) || truth === 'closed')) return contradiction
  return { kind: 'done', value: state(answer, truth, truth === 'closed' ? undefined : reason) }
}

/**
 * Docs "ConfirmCart". A "no" is a refusal of this confirmation and not the cart's end: check before believing one.
 * Done with code 10203 is a hint of an earlier success, to be checked as well.
 */
export function judgeConfirm(answer: CartAnswer, withIdentifier: boolean): Outcome<CartState> {
  const code = answer.ResultCode
  const known = resultCode(code)
  if (!known) return unknownCode
  const { truth, reason } = known
  if (truth && isOpenOrPaid(truth)) {
    return answer.Success && agrees(answer, truth) ? { kind: 'done', value: state(answer, truth) } : contradiction
  }
  if (code !== 400 && !truth) return contradiction
  if (!agrees(answer, truth ?? 'failed')) return contradiction
  return { kind: 'refused', reason: code === 400 && withIdentifier ? 'wrong_code' : (reason ?? 'cart_closed'), code: String(code) }
}

/**
 * Docs "CancelCart". 10200 beside Success=false says that the customer was faster. It comes for a mere reservation as
 * well, so it is a refusal to cancel and no proof of payment.
 */
export function judgeCancel(answer: CancelAnswer): Outcome<CartState> {
  const code = answer.ResultCode
  const known = resultCode(code)
  if (!known) return unknownCode
  const lost = !answer.Success && code === 10200
  if (lost || (!answer.Success && code === 400)) return { kind: 'refused', reason: 'not_accepted', code: String(code) }
  const cancelled = (code === 10201 && answer.Success) || code === 10202
  const truth = cancelled ? 'cancelled' : code === 10424 && !answer.Success ? 'missing' : undefined
  if (!truth || !agrees(answer, truth)) return contradiction
  return { kind: 'done', value: state(answer, truth, cancelled ? 'cancelled' : known.reason) }
}

function isOpenOrPaid(truth: Truth): boolean {
  return ['confirmed', 'reserved', 'reserved_for_callback', 'pending', 'needs_code'].includes(truth)
}

/** PaymentSuccessful and StatusId must say the same as the code. */
function agrees(answer: CancelAnswer, truth: Truth): boolean {
  if ((answer.PaymentSuccessful ?? truth === 'confirmed') !== (truth === 'confirmed')) return false
  if (!answer.PaymentInfo) return true
  const status = answer.PaymentInfo.StatusId
  if (truth === 'confirmed') return status === 2
  return status == null || status === 1 || (status === 5 && !isOpenOrPaid(truth))
}

function state(answer: { ResultCode: number; PaymentInfo?: WirePaymentInfo | null }, truth: Truth, reason?: Reason): CartState {
  const info = answer.PaymentInfo
  const payment = info && {
    transactionId: info.TransactionId ?? undefined,
    invoiceNumber: info.InvoiceNumber ?? undefined,
    reference: info.ReferenceNumber ?? undefined,
    statusId: info.StatusId ?? undefined,
    created: info.Created ?? undefined,
    totalAmount: info.TotalAmount ?? undefined,
  }
  return { code: answer.ResultCode, truth, reason, payment: payment ?? undefined }
}
