// For payments nobody comes back for. Any number may run at once, twice, late, or not for an hour.
import { db, inTransaction } from '@/lib/db'
import { log } from '@/lib/log'
import { closeOrder, lockOrder } from '@/lib/orders/commands'
import { deliverDue } from '@/lib/outbox/deliver'
import { claimBatch } from './claims'
import { crashPoint } from './crash-point'
import { workWithinBudget } from './refresh'
import { resendDueRefunds } from './refund-send'

export type Reconciled = { readonly payments: number; readonly failed: number; readonly ordersClosed: number; readonly refunds: number; readonly effects: number }

const atOnce = 4

/** Looks at due payments until none is left, `limit` are done or the time is up; then closes orders and does effects. */
export async function reconcileDue({ limit = 200, budgetMs = 20_000 }: { limit?: number; budgetMs?: number } = {}): Promise<Reconciled> {
  const endsAt = performance.now() + budgetMs
  let payments = 0
  let failed = 0
  while (payments < limit && performance.now() < endsAt) {
    const claims = await claimBatch(Math.min(atOnce, limit - payments))
    if (!claims.length) break
    const results = await Promise.allSettled(claims.map((claim) => workWithinBudget(claim, { cause: 'reconcile', actor: 'system' })))
    for (const [i, result] of results.entries()) {
      if (result.status === 'fulfilled') continue
      failed++
      log.error({ err: result.reason, payment: claims[i]?.paymentId }, 'a payment could not be looked at; it stays due')
    }
    payments += claims.length
  }
  crashPoint('reconcile.before_closing_orders')
  const ordersClosed = await closeAbandonedOrders()
  const refunds = await resendDueRefunds()
  crashPoint('reconcile.before_effects')
  return { payments, failed, ordersClosed, refunds, effects: await deliverDue() }
}

/** Orders whose time for another try is over, and none of whose payments can still take money, give their goods back. */
async function closeAbandonedOrders(): Promise<number> {
  const over = await db().$queryRaw<{ id: string }[]>`
    SELECT o.id FROM orders o WHERE o.state = 'open' AND o.hold_until < clock_timestamp()
      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.order_id = o.id
        AND p.state NOT IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured'))
    ORDER BY o.hold_until LIMIT 100`
  let closed = 0
  for (const { id } of over) closed += (await closeIfAbandoned(id)) ? 1 : 0
  return closed
}

async function closeIfAbandoned(orderId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { now } = await lockOrder(tx, orderId)
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: { select: { state: true } } } })
    const ended = ['declined', 'cancelled', 'expired', 'failed', 'late_unhonoured']
    if (order.state !== 'open' || order.holdUntil >= now || order.payments.some((p) => !ended.includes(p.state))) return false
    await closeOrder(tx, orderId, 'expired')
    return true
  })
}
