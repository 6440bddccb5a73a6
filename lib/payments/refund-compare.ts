// The provider's books beside ours.
import type { Payment } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'
import type { Details, Outcome, Seen } from '@/lib/gateways/gateway'
import type { Currency, Money } from '@/lib/money'
import { openAttention } from './attention'
import { gatewayNamed } from './gateways'
import { recorderFor } from './recorder'
import { refundsOf, type Refunds } from './refund'
import { keepSettlementDay } from './settlement'

/** `status`, `amount`, `refunded`: money is not as we believe. `refundable`: the provider would give back when we would not, or the other way about. */
export type Difference = 'not_found' | 'status' | 'amount' | 'refunded' | 'refundable'

export type Comparison = {
  readonly ours: { readonly amount: Money; readonly succeeded: Money; readonly spent: Money }
  /** Null when the provider knows no such payment, or could not be asked: see `asked`. */
  readonly theirs: Details | null
  readonly asked: Outcome<Details>['kind']
  readonly differences: readonly Difference[]
  /** One of them says that money is not as we believe. */
  readonly aboutMoney: boolean
}

const grave: readonly Difference[] = ['not_found', 'status', 'amount', 'refunded']

/** Asks for the details of a payment whose money was taken. Null when there is nothing to ask, or nobody. */
export async function comparePayment(paymentId: string): Promise<Comparison | null> {
  const payment = await db().payment.findUnique({ where: { id: paymentId } })
  const gateway = payment && gatewayNamed(payment.gateway)
  if (!payment?.transactionId || !gateway || !(payment.state === 'confirmed' || payment.state === 'surplus')) return null
  const money = (amount: number): Money => ({ amount, currency: payment.currency as Currency })
  const ref = { transactionId: payment.transactionId, reference: payment.reference, amount: money(payment.amount) }
  // What ended before we asked is in their books, what was asked for after they answered is not: they are held against
  // our books of both moments, so that a refund under way meanwhile is no difference.
  const before = await refundsOf(paymentId)
  const context = { recorder: recorderFor(paymentId), budgetMs: 4_000 }
  const answer = gateway.details ? await gateway.details(ref, context) : asDetails(await gateway.check(ref, context))
  if (answer.kind === 'done' && answer.value.status === 'paid') await keepSettlementDay(payment, answer.value.settledOn)
  const refunds = await refundsOf(paymentId)
  const differences = answer.kind === 'unknown' ? [] : answer.kind === 'refused' ? (['not_found'] as const) : differencesOf(payment, before, refunds, answer.value)
  const aboutMoney = differences.some((difference) => grave.includes(difference))
  if (aboutMoney && answer.kind !== 'unknown') await tellOfDifference(payment, refunds, differences, answer.kind === 'done' ? answer.value : null)
  return {
    ours: { amount: money(payment.amount), succeeded: money(refunds.succeeded), spent: money(refunds.spent) },
    theirs: answer.kind === 'done' ? answer.value : null,
    asked: answer.kind,
    differences,
    aboutMoney,
  }
}

/** A provider without books to ask still says what is so. */
export function asDetails(answer: Outcome<Seen>): Outcome<Details> {
  if (answer.kind !== 'done') return answer
  const { truth, amount, receipt } = answer.value
  if (truth === 'missing') return { kind: 'refused', reason: 'not_accepted', code: 'missing' }
  return { kind: 'done', value: { status: truth === 'confirmed' ? 'paid' : 'unpaid', amount, receipt } }
}

/** Opens an item, with both figures; not again for what a person has already explained in just these figures. */
async function tellOfDifference(payment: Payment, ours: Refunds, differences: readonly Difference[], theirs: Details | null): Promise<void> {
  const said: Record<Difference, string> = {
    not_found: 'they do not know it',
    status: `they call it ${theirs?.status}`,
    amount: `amount ${theirs?.amount?.amount}, ours ${payment.amount}`,
    refunded: `given back ${theirs?.refunded?.amount}, ours ${ours.succeeded}`,
    refundable: '',
  }
  const words = differences.filter((difference) => grave.includes(difference)).map((difference) => said[difference])
  const detail = `the provider's books differ from ours: ${words.join('; ')}`
  const explained = await db().attention.findFirst({ where: { paymentId: payment.id, kind: 'refund_differs', detail, clearedAt: { not: null } }, select: { id: true } })
  if (!explained) await openAttention(db(), payment.id, 'refund_differs', detail)
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
