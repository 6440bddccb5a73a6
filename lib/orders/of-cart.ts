import { db } from '@/lib/db'

export type WaitingOrder = { readonly number: number; readonly paymentId: string }

/** The order this cart became last, while it waits for money: the shopper who comes back is led to it. */
export async function waitingOrderOf(cartId: string): Promise<WaitingOrder | null> {
  const order = await db().order.findFirst({
    where: { cartId, state: 'open' },
    orderBy: { createdAt: 'desc' },
    select: { number: true, payments: { orderBy: { createdAt: 'desc' }, take: 1, select: { id: true } } },
  })
  const payment = order?.payments[0]
  return order && payment ? { number: order.number, paymentId: payment.id } : null
}
