// Docs "Transaction details" (v1, PascalCase) and the partner API's GET transaction (camelCase).
import type { Outcome } from '../gateway'
import type { TransactionAnswer } from './wire'

export type TransactionDetails = {
  readonly status?: 'paid' | 'unpaid' | 'canceled' | 'new'
  readonly isRefundable?: boolean
  readonly created?: string
  readonly invoiceNumber?: number
  /** Whole krónur. */
  readonly totalAmount?: number
  /** Whole krónur given back. No document names it: compared where an answer has it, never counted on. */
  readonly refundedAmount?: number
  readonly transactionId?: string
  /** The money is settled to the merchant after it. */
  readonly settlementDate?: string
}

/** Refused: there is no such sale. Any other failure says nothing about it. */
export function judgeTransaction(answer: TransactionAnswer): Outcome<TransactionDetails> {
  const { success, resultCode, message } = answer
  if (success === false) {
    const notFound = message === 'Sale not found' || resultCode === 10424
    return notFound
      ? { kind: 'refused', reason: 'not_accepted', code: String(resultCode ?? 404) }
      : { kind: 'unknown', cause: 'contradiction' }
  }
  if (answer.status == null) return { kind: 'unknown', cause: 'not_parsable' }
  return {
    kind: 'done',
    value: {
      status: answer.status,
      isRefundable: answer.isRefundable ?? undefined,
      created: answer.created ?? undefined,
      invoiceNumber: answer.invoiceNumber ?? undefined,
      totalAmount: answer.totalAmount ?? undefined,
      refundedAmount: answer.refundedAmount ?? undefined,
      transactionId: answer.transactionId ?? undefined,
      settlementDate: answer.settlementDate ?? undefined,
    },
  }
}
