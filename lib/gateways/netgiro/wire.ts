// The wire: PascalCase members as the documents spell them, parsed and never cast. Members nobody documented are
// ignored; a member money depends on is taken only in its documented type, any other may be absent or odd.
import { z } from 'zod'

const text = z.string().nullish().catch(null)

/** Whole krónur: "decimal" on the wire, and 1000.5 of them is not an amount. */
const kronur = z.int()

const answer = { Success: z.boolean(), ResultCode: z.int(), Message: text }

const paymentInfo = z.object({
  /** "Identifier of the payment": not said to be the cart's. */
  TransactionId: text,
  InvoiceNumber: z.int().nullish().catch(null),
  ReferenceNumber: z.string().nullish(),
  /** 1 unconfirmed, 2 confirmed, 5 cancelled. */
  StatusId: z.int().nullish(),
  Created: text,
  TotalAmount: kronur.nullish(),
})

export const insertAnswer = z.object({
  ...answer,
  TransactionId: text,
  PaymentSuccessful: z.boolean().nullish(),
  ProcessCartCheckIntervalMiliseconds: z.number().nullish().catch(null),
})

/** CheckCart and ConfirmCart. Absent PaymentInfo is no mismatch: the oldest document's answers have none. */
export const cartAnswer = z.object({ ...answer, PaymentSuccessful: z.boolean(), PaymentInfo: paymentInfo.nullish() })

export const cancelAnswer = z.object({ ...answer, PaymentSuccessful: z.boolean().nullish(), PaymentInfo: paymentInfo.nullish() })

/** v1 answers in PascalCase, the partner API in camelCase: one shape for both. */
const anyCase = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name.charAt(0).toLowerCase() + name.slice(1), member]))
    : value

export const transactionAnswer = z.preprocess(
  anyCase,
  z.object({
    success: z.boolean().nullish(),
    resultCode: z.int().nullish(),
    message: text,
    status: z.enum(['paid', 'unpaid', 'canceled', 'new']).nullish(),
    isRefundable: z.boolean().nullish(),
    created: text,
    invoiceNumber: z.int().nullish().catch(null),
    totalAmount: kronur.nullish(),
    refundedAmount: kronur.nullish(),
    transactionId: text,
    settlementDate: text,
  }),
)

export const refundAnswer = z.preprocess(
  anyCase,
  z.object({ success: z.boolean().nullish(), resultCode: z.int().nullish(), message: text }),
)

export type InsertAnswer = z.infer<typeof insertAnswer>
export type CartAnswer = z.infer<typeof cartAnswer>
export type CancelAnswer = z.infer<typeof cancelAnswer>
export type TransactionAnswer = z.infer<typeof transactionAnswer>
export type RefundAnswer = z.infer<typeof refundAnswer>
export type WirePaymentInfo = z.infer<typeof paymentInfo>

/** .NET's empty GUID is what an unset identifier looks like. */
export const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) && !/^[0-]+$/.test(value)

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A JSON object and nothing besides. The signature is a plain SHA-256, to which anyone can append padding and text
 * and still have it right; what stops that is here: no byte that is not UTF-8, no byte after the closing brace.
 */
export function strictObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
