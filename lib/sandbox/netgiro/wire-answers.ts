import { z } from 'zod'

// The answers' shapes, in the order in which the official demo client declares their members.

const guid = z.guid()
const whole = z.int32()
const decimal = z.number()
/** .NET's DateTime: local time without an offset, and Iceland keeps UTC all year. */
const localDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/)

const said = { Success: z.boolean(), Message: z.string().nullable(), ResultCode: whole }

export const plainAnswer = z.strictObject(said)

export const insertAnswer = z.strictObject({
  TransactionId: guid.nullable(),
  ProcessCartCheckIntervalMiliseconds: whole.nullable(),
  ...said,
})
export type InsertAnswer = z.infer<typeof insertAnswer>

export const paymentInfoShape = z.strictObject({
  TransactionId: guid,
  InvoiceNumber: whole,
  ReferenceNumber: z.string(),
  StatusId: z.union([z.literal(1), z.literal(2), z.literal(5)]),
  Created: localDateTime,
  TotalAmount: decimal,
  DiscountAmount: decimal,
  ShippingAmount: decimal,
  HandlingAmount: decimal,
  AccountNumber: whole.nullable(),
  NumberOfInstallments: whole,
  ClientIdentityConfirmed: z.boolean(),
  LocationId: z.string().nullable(),
  RegisterId: z.string().nullable(),
})
export type PaymentInfo = z.infer<typeof paymentInfoShape>

export const paymentAnswerShape = z.strictObject({
  PaymentSuccessful: z.boolean(),
  PaymentInfo: paymentInfoShape.nullable(),
  ...said,
})
export type PaymentAnswer = z.infer<typeof paymentAnswerShape>

/** PaymentSuccessful only where the call named no cart. */
export const cancelAnswer = paymentAnswerShape.partial({ PaymentSuccessful: true })
export type CancelAnswer = z.infer<typeof cancelAnswer>

const status = z.enum(['new', 'unpaid', 'paid', 'canceled'])

export const saleAnswer = z.strictObject({
  IsRefundable: z.boolean(),
  Status: status,
  Created: localDateTime,
  InvoiceNumber: whole,
  TotalAmount: decimal,
  TransactionId: guid,
  SettlementDate: localDateTime.nullable(),
  ...said,
})
export type SaleAnswer = z.infer<typeof saleAnswer>

const partnerSaid = { success: z.boolean(), message: z.string().nullable(), resultCode: whole }

export const partnerPlainAnswer = z.strictObject(partnerSaid)

export const partnerSaleAnswer = z.strictObject({
  transactionId: guid,
  status,
  isRefundable: z.boolean(),
  settlementDate: localDateTime.nullable(),
  created: localDateTime,
  invoiceNumber: whole,
  referenceNumber: z.string(),
  totalAmount: decimal,
  refundedAmount: decimal,
  ...partnerSaid,
})
export type PartnerSaleAnswer = z.infer<typeof partnerSaleAnswer>
