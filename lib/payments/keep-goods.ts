import { inTransaction } from '@/lib/db'
import { lockOrder } from '@/lib/orders/commands'
import { recordIn, type By } from './record'

/**
 * Goods that were about to leave stay, since the provider said no or a person thought better of it: their reservation
 * waits for them as before. A call that is on its way may still take the money; then the order is paid, and its goods
 * are here. False when nothing was about to leave.
 */
export async function keepGoods(paymentId: string, outcome: 'refused' | 'kept', by: By): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { orderId, captureBy } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true, captureBy: true } })
    if (captureBy !== 'leaving') return false
    const { now } = await lockOrder(tx, orderId)
    const { count } = await tx.orderLeaving.updateMany({ where: { paymentId, endedAt: null }, data: { outcome, endedAt: now } })
    if (count === 0) return false
    await recordIn(tx, paymentId, { signal: 'goods_stay', onlyIf: (payment) => payment.captureBy === 'leaving' }, by)
    return true
  })
}
