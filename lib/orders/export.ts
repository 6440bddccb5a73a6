import type { Cell } from '@/lib/csv'
import { ordersBelow, type OrdersQuery } from './merchant-queries'

const columns = ['number', 'created_at', 'paid_at', 'state', 'fulfilment', 'channel', 'total', 'vat', 'delivery_price', 'currency', 'delivery', 'payment_state', 'gateway', 'reference', 'transaction_id'] as const
const particularColumns = ['name', 'email', 'phone', 'address', 'postcode', 'city'] as const

/** Whoever may not see whose orders they are gets a file without the columns that would say it. */
export const orderColumns = (particulars: boolean): string[] => [...columns, ...(particulars ? particularColumns : [])]

/** All orders of a filtered list, newest first, a batch at a time. Amounts in the currency's smallest unit. */
export async function* exportOrders(query: OrdersQuery, batch = 500): AsyncGenerator<Cell[][], void> {
  for (let below: number | undefined; ; ) {
    const orders = await ordersBelow(query, batch, below)
    yield orders.map((order) => [
      order.number, order.createdAt, order.paidAt, order.state, order.fulfilment, order.channel, order.total, order.vatTotal, order.deliveryPrice, order.currency, order.delivery,
      order.payment?.state, order.payment?.gateway, order.payment?.reference, order.payment?.transactionId,
      ...(query.particulars ? particularColumns.map((column) => order[column]) : []),
    ])
    below = orders.at(-1)?.number
    if (orders.length < batch || below === undefined) return
  }
}
