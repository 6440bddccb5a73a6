import { databaseNow, db } from '@/lib/db'
import type { Shopper } from './shopper'

/** Everything the shop knows of a person, as it stands: the account, its sign-ins, and all orders with their payments. */
export async function exportOf(shopper: Shopper) {
  const [account, sessions, numbers] = await Promise.all([
    db().shopper.findUniqueOrThrow({ where: { id: shopper.id }, select: { email: true, name: true, locale: true, createdAt: true } }),
    db().shopperSession.findMany({
      where: { shopperId: shopper.id },
      orderBy: { createdAt: 'asc' },
      select: { createdAt: true, expiresAt: true },
    }),
    db().$queryRaw<{ number: number }[]>`
      SELECT number FROM orders WHERE shopper_id = ${shopper.id}
      UNION SELECT number FROM orders WHERE lower(email) = ${shopper.email} AND shopper_id IS NULL`,
  ])
  const orders = await db().order.findMany({
    where: { number: { in: numbers.map(({ number }) => number) } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      state: true,
      channel: true,
      locale: true,
      name: true,
      email: true,
      phone: true,
      delivery: true,
      address: true,
      postcode: true,
      city: true,
      currency: true,
      deliveryPrice: true,
      total: true,
      vatTotal: true,
      createdAt: true,
      paidAt: true,
      lines: {
        orderBy: { id: 'asc' },
        select: { name: true, size: true, sku: true, quantity: true, unitPrice: true, lineTotal: true, vatRate: true, vatAmount: true },
      },
      withdrawals: { orderBy: { id: 'asc' }, select: { at: true, reason: true, settledAt: true } },
      payments: {
        orderBy: { createdAt: 'asc' },
        select: {
          gateway: true,
          state: true,
          amount: true,
          currency: true,
          reference: true,
          payerKind: true,
          payerHint: true,
          createdAt: true,
          refunds: { orderBy: { createdAt: 'asc' }, select: { amount: true, currency: true, state: true, createdAt: true } },
        },
      },
    },
  })
  return { exportedAt: await databaseNow(), account, signIns: sessions, orders }
}
