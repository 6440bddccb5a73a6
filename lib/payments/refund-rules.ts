import { createHash } from 'node:crypto'
import type { Payment, Refund } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { lockOrder } from '@/lib/orders/commands'
import { gatewayNamed } from './gateways'
import { isSpent } from './refund-states'

/** Locks the order, then the payment: the order of locks everywhere. */
export async function lockPayment(tx: Tx, paymentId: string): Promise<Payment | null> {
  const found = await tx.payment.findUnique({ where: { id: paymentId }, select: { orderId: true } })
  if (!found) return null
  await lockOrder(tx, found.orderId)
  await tx.$queryRaw`SELECT 1 FROM payment WHERE id = ${paymentId} FOR UPDATE`
  return tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
}

/** Only money that was taken can be given back: a reservation is let go instead. */
export const isRefundable = (payment: Pick<Payment, 'state' | 'gateway' | 'transactionId'>): boolean =>
  (payment.state === 'confirmed' || payment.state === 'surplus') && payment.transactionId !== null && gatewayNamed(payment.gateway).refund !== undefined

type Spending = { readonly state: string; readonly amount: number }
export const spentOf = (refunds: readonly Spending[]): number => refunds.filter((refund) => isSpent(refund.state)).reduce((sum, refund) => sum + refund.amount, 0)
/** What can still be given back. */
export const leftOf = (payment: { amount: number }, refunds: readonly Spending[]): number => payment.amount - spentOf(refunds)

/** What may be sent with a key, and nothing else. */
export function requestHash(payment: Pick<Payment, 'transactionId' | 'currency'>, refund: Pick<Refund, 'idempotencyKey' | 'amount' | 'reason'>): string {
  const content = [refund.idempotencyKey, payment.transactionId, refund.amount, payment.currency, refund.reason]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
