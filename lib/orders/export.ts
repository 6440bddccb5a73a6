import type { Cell } from '@/lib/csv'
import { ordersBehind, type OrdersQuery } from './merchant-queries'

const columns = ['number', 'created_at', 'paid_at', 'state', 'fulfilment', 'channel', 'total', 'vat', 'delivery_price', 'currency', 'delivery', 'payment_state', 'gateway', 'reference', 'transaction_id'] as const
const particularColumns = ['name', 'email', 'phone', 'address', 'postcode', 'city'] as const

/** Whoever may not see whose orders they are gets a file without the columns that would say it. */
export const orderColumns = (particulars: boolean): string[] => [...columns, ...(particulars ? particularColumns : [])]

/** All orders of a filtered list, sorted as it is, a batch at a time. Amounts in the currency's smallest unit. */
export async function* exportOrders(query: OrdersQuery, batch = 500): AsyncGenerator<Cell[][], void> {
  for (let key: string | undefined; ; ) {
    const { orders, next } = await ordersBehind(query, batch, key)
    yield orders.map((order) => [
      order.number, order.createdAt, order.paidAt, order.state, order.fulfilment, order.channel, order.total, order.vatTotal, order.deliveryPrice, order.currency, order.delivery,
      order.payment?.state, order.payment?.gateway, order.payment?.reference, order.payment?.transactionId,
      ...(query.particulars ? particularColumns.map((column) => order[column]) : []),
    ])
    if (next === undefined) return
    key = next
  }
}
