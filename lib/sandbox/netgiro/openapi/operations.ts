import { z } from 'zod'
import type { OperationName } from '../faults'
import { cartRequest, confirmationRequest, confirmationType, insertRequest, refundRequest } from '../wire'
import {
  cancelAnswer,
  insertAnswer,
  partnerPlainAnswer,
  partnerSaleAnswer,
  paymentAnswerShape,
  plainAnswer,
  saleAnswer,
} from '../wire-answers'

export type Documented = {
  readonly id: Exclude<OperationName, 'callback' | 'cancel-callback'>
  readonly method: 'get' | 'post'
  readonly path: string
  readonly auth: 'signature' | 'token'
  readonly about: string
  /** Members of the body, of the query, or of the path. */
  readonly request: z.ZodObject
  readonly answers: readonly z.ZodObject[]
  readonly codes: readonly number[]
  readonly example: Readonly<Record<string, unknown>>
}

const cart = '49888c9f-4f30-4d25-a4b9-899e756467fe'
const named = cartRequest.pick({ transactionid: true })
const { amount, reference, customerid, ...further } = insertRequest.shape

/** What can be called, as it is simulated; the same schemas read the requests. */
export const documented: readonly Documented[] = [
  {
    id: 'InsertCart',
    method: 'post',
    path: '/v1/Checkout/InsertCart',
    auth: 'signature',
    about: 'Makes a cart and asks the customer: by push for a phone number, by a code in an SMS for a kennitala, at once for an app code.',
    request: z.object({ amount, reference, customerid, confirmationtype: confirmationType, ...further }),
    answers: [insertAnswer],
    codes: [200, 400, 10302, 10305, 10306, 10307, 10422, 10427],
    example: { Amount: 1000, Reference: '991100-123', CustomerId: '8223281', ConfirmationType: 2 },
  },
  {
    id: 'CheckCart',
    method: 'post',
    path: '/v1/Checkout/CheckCart',
    auth: 'signature',
    about: 'Tells where the cart stands.',
    request: named,
    answers: [paymentAnswerShape],
    codes: [400, 10200, 10201, 10425, 10426, 10428, 10429],
    example: { TransactionId: cart },
  },
  {
    id: 'ConfirmCart',
    method: 'post',
    path: '/v1/Checkout/ConfirmCart',
    auth: 'signature',
    about: 'Takes the money of a reservation when confirmation is manual. With Identifier, passes on the code from the SMS.',
    request: cartRequest,
    answers: [paymentAnswerShape],
    codes: [400, 10200, 10201, 10202, 10203, 10304, 10424, 10425, 10426, 10429],
    example: { TransactionId: cart },
  },
  {
    id: 'CancelCart',
    method: 'post',
    path: '/v1/Checkout/CancelCart',
    auth: 'signature',
    about: 'Ends a cart the customer has not confirmed yet; afterwards it is too late.',
    request: named,
    answers: [cancelAnswer],
    codes: [400, 10200, 10201, 10202, 10424],
    example: { TransactionId: cart },
  },
  {
    id: 'Transactions',
    method: 'post',
    path: '/v1/transactions',
    auth: 'signature',
    about: 'Tells of a sale: its status, and whether it can be refunded.',
    request: named,
    answers: [saleAnswer, plainAnswer],
    codes: [200, 400, 500],
    example: { TransactionId: cart },
  },
  {
    id: 'RequestConfirmation',
    method: 'get',
    path: '/v1/Account/RequestConfirmation',
    auth: 'signature',
    about: 'A token of a customer, in Message: the end of a barcode, or a code by SMS. For tests.',
    request: confirmationRequest,
    answers: [plainAnswer],
    codes: [200, 400, 10306],
    example: { Customer: '1111111119' },
  },
  {
    id: 'refund',
    method: 'post',
    path: '/partner/refund',
    auth: 'token',
    about: 'Gives money back, in whole or in part. One idempotencyKey refunds once.',
    request: refundRequest,
    answers: [partnerPlainAnswer],
    codes: [200, 400, 404, 409],
    example: { transactionId: cart, refundAmount: 500, idempotencyKey: `${cart}_1`, reason: 'Too small' },
  },
  {
    id: 'transaction',
    method: 'get',
    path: '/partner/transaction/{transactionId}',
    auth: 'token',
    about: 'Tells of a sale, with what of it was refunded.',
    request: named,
    answers: [partnerSaleAnswer, partnerPlainAnswer],
    codes: [200, 404],
    example: { transactionId: cart },
  },
]
