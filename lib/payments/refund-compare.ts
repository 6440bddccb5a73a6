// The provider's books beside ours.
import type { Payment } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'
import type { Details, Outcome } from '@/lib/gateways/gateway'
import type { Currency, Money } from '@/lib/money'
import { openAttention } from './attention'
import { gatewayNamed } from './gateways'
import { recorderFor } from './recorder'
import { refundsOf, type Refunds } from './refund'

/** `status`, `amount`, `refunded`: money is not as we believe. `refundable`: the provider would give back when we would not, or the other way about. */
export type Difference = 'not_found' | 'status' | 'amount' | 'refunded' | 'refundable'

export type Comparison = {
  readonly ours: { readonly amount: Money; readonly succeeded: Money; readonly spent: Money }
  /** Null when the provider knows no such payment, or could not be asked: see `asked`. */
  readonly theirs: Details | null
  readonly asked: Outcome<Details>['kind']
  readonly differences: readonly Difference[]
}

const aboutMoney: readonly Difference[] = ['not_found', 'status', 'amount', 'refunded']

/** Asks for the details of a payment whose money was taken. Null when there is nothing to ask, or nobody. */
export async function comparePayment(paymentId: string): Promise<Comparison | null> {
  const payment = await db().payment.findUnique({ where: { id: paymentId } })
  const gateway = payment && gatewayNamed(payment.gateway)
  if (!payment?.transactionId || !gateway?.details || !(payment.state === 'confirmed' || payment.state === 'surplus')) return null
  const money = (amount: number): Money => ({ amount, currency: payment.currency as Currency })
  const ref = { transactionId: payment.transactionId, reference: payment.reference, amount: money(payment.amount) }
  // What ended before we asked is in their books, what was asked for after they answered is not: they are held against
  // our books of both moments, so that a refund under way meanwhile is no difference.
  const before = await refundsOf(paymentId)
  const answer = await gateway.details(ref, { recorder: recorderFor(paymentId), budgetMs: 4_000 })
  const refunds = await refundsOf(paymentId)
  const differences = answer.kind === 'unknown' ? [] : answer.kind === 'refused' ? (['not_found'] as const) : differencesOf(payment, before, refunds, answer.value)
  const grave = differences.filter((difference) => aboutMoney.includes(difference))
  if (grave.length) await openAttention(db(), paymentId, 'refund_differs', `the provider's books differ from ours: ${grave.join(', ')}`)
  return {
    ours: { amount: money(payment.amount), succeeded: money(refunds.succeeded), spent: money(refunds.spent) },
    theirs: answer.kind === 'done' ? answer.value : null,
    asked: answer.kind,
    differences,
  }
}

function differencesOf(payment: Payment, before: Refunds, after: Refunds, theirs: Details): Difference[] {
  const { succeeded } = before
  const { spent, left } = after
  const sure = succeeded === spent
  const allBack = spent === payment.amount
  // Whether a refund lowers the total, and what becomes of a sale all of whose money went back, no document says.
  const rightStatus = theirs.status === 'paid' || (allBack && theirs.status === 'cancelled')
  const lowered = payment.amount - (theirs.amount?.amount ?? 0)
  const rightAmount = !theirs.amount || lowered === 0 || (lowered >= succeeded && lowered <= spent)
  const rightRefunded = !theirs.refunded || (theirs.refunded.amount >= succeeded && theirs.refunded.amount <= spent)
  const rightRefundable = theirs.refundable === undefined || !sure || theirs.refundable === left > 0
  return [
    ...(rightStatus ? [] : (['status'] as const)),
    ...(rightAmount ? [] : (['amount'] as const)),
    ...(rightRefunded ? [] : (['refunded'] as const)),
    ...(rightRefundable ? [] : (['refundable'] as const)),
  ]
}
