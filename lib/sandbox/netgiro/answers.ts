import type { Cart } from './carts'
import { codes, messages } from './codes'
import type { Switches } from './switches'
import type { PaymentAnswer, PaymentInfo } from './wire-answers'

export type { PaymentAnswer, PaymentInfo }

/** .NET's DateTime: local time without an offset, and Iceland keeps UTC all year. */
export const localTime = (at: Date): string => at.toISOString().slice(0, -1)

/** 1 unconfirmed, 2 confirmed, 5 canceled. */
const statusId = (cart: Cart) => (cart.state === 'paid' ? 2 : cart.state === 'reserved' ? 1 : 5)

export function paymentInfo(cart: Cart, status: 1 | 2 | 5 = statusId(cart)): PaymentInfo {
  return {
    TransactionId: cart.paymentId,
    // A cart that never came to a reservation has no invoice, and the member is no nullable one.
    InvoiceNumber: cart.invoiceNumber ?? 0,
    ReferenceNumber: cart.reference,
    StatusId: status,
    Created: localTime(cart.paidAt ?? cart.reservedAt ?? cart.createdAt),
    TotalAmount: cart.amount,
    DiscountAmount: 0,
    ShippingAmount: 0,
    HandlingAmount: 0,
    AccountNumber: null,
    NumberOfInstallments: 1,
    ClientIdentityConfirmed: cart.customerKind !== 'ssn' || Boolean(cart.reservedAt ?? cart.paidAt),
    LocationId: cart.locationId,
    RegisterId: cart.registerId,
  }
}

/** The result code of the state a cart is in, as CheckCart tells it. */
export function stateCode(cart: Cart, switches: Switches): number {
  switch (cart.state) {
    case 'pending':
      return codes.pendingCustomer
    case 'needs_code':
      return codes.additionalConfirmation
    case 'reserved':
      return cart.confirmationType === 1 ? codes.waitingForProviderCallback : codes.waitingForProviderConfirm
    case 'paid':
      return switches.paidCode
    case 'declined':
      return switches.declinedCode
    case 'expired':
    case 'lapsed':
      return switches.expiredCode
    case 'cancelled':
    case 'unacknowledged':
      return codes.paymentCanceled
  }
}

/** Nothing is known of a payment before the customer acted; afterwards PaymentInfo tells of it. */
export function infoOf(cart: Cart, switches: Switches): PaymentInfo | null {
  if (switches.paymentInfo === 'absent' || cart.state === 'pending' || cart.state === 'needs_code') return null
  return paymentInfo(cart)
}

export function paymentAnswer(cart: Cart, code: number, switches: Switches, message = messages[code] ?? null): PaymentAnswer {
  return {
    PaymentSuccessful: cart.state === 'paid',
    PaymentInfo: infoOf(cart, switches),
    Success: true,
    Message: message,
    ResultCode: code,
  }
}

export const noCart = (success: boolean, code: number): PaymentAnswer => ({
  PaymentSuccessful: false,
  PaymentInfo: null,
  Success: success,
  Message: messages[code] ?? null,
  ResultCode: code,
})

const decimals = /"((?:Total|Discount|Shipping|Handling)Amount|totalAmount)":(-?\d+)(?=[,}])/g

/** .NET writes decimals as 1000.0. Inside a string the quote before the colon is escaped, so no text is touched. */
export const wireJson = (answer: object): string => JSON.stringify(answer).replace(decimals, '"$1":$2.0')
