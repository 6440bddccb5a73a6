// Every result code the documents name, in one table: docs "Result codes", and 200, 400, 500 of the calls' own pages.
import type { Reason, Truth } from '../gateway'

type ResultCode = {
  /** The documents' own name where they give one. */
  readonly name: string
  readonly meaning: string
  /** True when nothing more will happen to the cart. */
  readonly terminal: boolean
  /** What it says when CheckCart answers it. Codes without one say nothing about a cart. */
  readonly truth?: Truth
  /** Why no payment came of it, as the shopper is told. */
  readonly reason?: Reason
}

export const resultCodes = {
  200: { name: 'Success', meaning: 'The call succeeded: the cart exists.', terminal: false },
  400: {
    name: 'GenericError',
    meaning: 'The call failed: not a customer, a wrong code, or another validation error.',
    terminal: true,
    reason: 'not_accepted',
  },
  500: { name: 'ErrorOnRequest', meaning: 'The provider failed; says nothing about the cart.', terminal: false, reason: 'provider_down' },
  10200: { name: 'PaymentConfirmed', meaning: 'The payment exists.', terminal: true, truth: 'confirmed' },
  10201: {
    name: 'PaymentCanceled',
    meaning: 'Cancelled, refused, expired, or no such cart: the code does not say which.',
    terminal: true,
    truth: 'closed',
    reason: 'cart_closed',
  },
  10202: {
    name: 'PaymentAlreadyCanceled',
    meaning: 'It had been cancelled before.',
    terminal: true,
    truth: 'closed',
    reason: 'cart_closed',
  },
  10203: { name: 'PaymentAlreadyConfirmed', meaning: 'It had been confirmed before.', terminal: true, truth: 'confirmed' },
  10302: { name: 'CustomerBlacklisted', meaning: 'Customer declined payment.', terminal: true, truth: 'declined', reason: 'declined' },
  10304: { name: 'CartNotValid', meaning: 'The cart is not valid (any more).', terminal: true, truth: 'failed', reason: 'cart_closed' },
  10305: { name: 'MinimumAmountError', meaning: 'The amount is below the minimum.', terminal: true, reason: 'below_minimum' },
  10306: { name: 'CustomerDoesNotExist', meaning: 'Nobody by that identifier.', terminal: true, truth: 'failed', reason: 'not_a_customer' },
  10307: { name: 'CustomerNotVerified', meaning: 'Customer declined payment.', terminal: true, truth: 'declined', reason: 'declined' },
  10422: { name: 'CustomerInactive', meaning: 'Customer declined payment.', terminal: true, truth: 'declined', reason: 'declined' },
  10423: { name: 'CustomerDeclined', meaning: 'Customer declined payment.', terminal: true, truth: 'declined', reason: 'declined' },
  10424: { name: 'CartNotFound', meaning: 'No such cart.', terminal: true, truth: 'missing', reason: 'cart_closed' },
  10425: { name: 'PendingCustomerConfirmation', meaning: 'Waits for the customer in the app.', terminal: false, truth: 'pending' },
  10426: {
    name: 'ReservationCreatedAndWaitingForProviderConfirm',
    meaning: 'The customer said yes; ConfirmCart makes it a payment.',
    terminal: false,
    truth: 'reserved',
  },
  10427: { name: 'ConfirmationTypeNotValid', meaning: 'No such ConfirmationType.', terminal: true, reason: 'not_accepted' },
  10428: { name: 'AdditionalConfirmationNeeded', meaning: 'The SMS code is needed.', terminal: false, truth: 'needs_code' },
  10429: {
    name: 'ReservationCreatedAndWaitingForProviderCallback',
    meaning: 'The customer said yes; the answer to the callback makes it a payment.',
    terminal: false,
    truth: 'reserved_for_callback',
  },
} as const satisfies Record<number, ResultCode>

export type Code = keyof typeof resultCodes

/** Undefined for a code no document names. */
export function resultCode(code: number): ResultCode | undefined {
  return Object.hasOwn(resultCodes, code) ? resultCodes[code as Code] : undefined
}
