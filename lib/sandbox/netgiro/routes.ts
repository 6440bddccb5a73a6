import type { Operation } from './call'
import type { OperationName } from './faults'
import { cancelCartOperation } from './operations/cancel-cart'
import { checkCartOperation } from './operations/check-cart'
import { confirmCartOperation } from './operations/confirm-cart'
import { insertCartOperation } from './operations/insert-cart'
import { partnerTransactionOperation, refundOperation } from './operations/partner'
import { requestConfirmationOperation } from './operations/request-confirmation'
import { transactionsOperation } from './operations/transactions'

export type Route = {
  readonly operation: OperationName
  readonly methods: readonly string[]
  readonly auth: 'signature' | 'token'
  readonly run: Operation
  /** A member that stands in the path. */
  readonly member?: Readonly<Record<string, string>>
}

const signed = (operation: OperationName, run: Operation, ...methods: string[]): Route => ({ operation, methods, auth: 'signature', run })
const byToken = (operation: OperationName, run: Operation, ...methods: string[]): Route => ({ operation, methods, auth: 'token', run })

const api: Readonly<Record<string, Route>> = {
  'checkout/insertcart': signed('InsertCart', insertCartOperation, 'POST'),
  'checkout/checkcart': signed('CheckCart', checkCartOperation, 'POST'),
  'checkout/confirmcart': signed('ConfirmCart', confirmCartOperation, 'POST'),
  'checkout/cancelcart': signed('CancelCart', cancelCartOperation, 'POST'),
  transactions: signed('Transactions', transactionsOperation, 'GET', 'POST'),
  transaction: signed('Transactions', transactionsOperation, 'GET', 'POST'),
  'account/requestconfirmation': signed('RequestConfirmation', requestConfirmationOperation, 'GET', 'POST'),
}

/** Whatever the letters' case and however many slashes. `old` says that the path is the documents' former one. */
export function routeOf(segments: readonly string[]): (Route & { readonly old: boolean }) | null {
  const [base, ...rest] = segments.map((segment) => segment.toLowerCase())
  const path = rest.join('/')
  const found = Object.hasOwn(api, path) ? api[path] : undefined
  if (base === 'v1' && found) return { ...found, old: false }
  if (base === 'api' && found) return { ...found, old: true }
  if (base !== 'partner') return null
  if (path === 'refund') return { ...byToken('refund', refundOperation, 'POST'), old: false }
  if (rest.length === 2 && rest[0] === 'transaction') {
    return { ...byToken('transaction', partnerTransactionOperation, 'GET'), member: { transactionid: rest[1]! }, old: false }
  }
  return null
}
