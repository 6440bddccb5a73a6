// What was sold, by Icelandic days, which are UTC's. An order counts on the day it was paid and keeps counting when it
// is refunded; a refund counts on the day it went. Money paid twice by mistake, and given back, was never a sale.
import { addDays, writeDay } from '@/lib/days'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { goodsOf, readGoods, type Products, type ProductOrder, type VatRow } from './goods'
import { perOrder } from './per-order'

export type Period = { readonly from: Date; /** The first day that is no longer meant. */ readonly until: Date }
export type DayRow = { readonly day: string; readonly orders: number; readonly sales: number; readonly refunds: number }
export type GatewayRow = { readonly gateway: string; readonly orders: number; readonly sales: number; readonly refunds: number }

/** Amounts are whole krónur with VAT. */
export type Report = {
  readonly days: readonly DayRow[]
  readonly gateways: readonly GatewayRow[]
  readonly products: Products
  readonly vat: readonly VatRow[]
  readonly total: { readonly orders: number; readonly sales: number; readonly refunds: number }
}

type Sold = { day: string; gateway: string | null; delivery: string; orders: number; sales: number; deliveryPrice: number; vat: number }
type Refunded = { day: string; gateway: string; refunds: number }
export type Wish = { readonly by?: ProductOrder; readonly locale?: Locale }

/** All of it as it was at one moment, so that the tables agree with each other: the orders are read twice, once with their payment and once with their goods. */
export async function readReport({ from, until }: Period, { by = 'sales', locale = 'is' }: Wish = {}): Promise<Report> {
  const [sold, refunded, goods] = await db().$transaction(
    [
      // The payment that paid an order is one at most: payment_one_confirmed.
      db().$queryRaw<Sold[]>`
        SELECT to_char((o.paid_at AT TIME ZONE 'UTC')::date, 'YYYY-MM-DD') AS day, p.gateway, o.delivery, count(*)::int AS orders,
          sum(o.total)::float8 AS sales, sum(o.delivery_price)::float8 AS "deliveryPrice", sum(o.vat_total)::float8 AS vat
        FROM orders o LEFT JOIN LATERAL (SELECT gateway FROM payment WHERE order_id = o.id AND state = 'confirmed' ${perOrder({ from, until })}) p ON true
        WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY (o.paid_at AT TIME ZONE 'UTC')::date, 2, 3`,
      db().$queryRaw<Refunded[]>`
        SELECT to_char(r.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, p.gateway, sum(r.amount)::float8 AS refunds
        FROM refund r JOIN payment p ON p.id = r.payment_id
        WHERE r.state = 'succeeded' AND r.updated_at >= ${from} AND r.updated_at < ${until} AND r.currency = 'ISK' AND p.state <> 'surplus' GROUP BY 1, 2`,
      readGoods({ from, until }, by),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  const days = everyDay({ from, until }).map((day) => ({ day, ...summed(sold, refunded, (row) => row.day === day) }))
  const names = [...new Set([...sold, ...refunded].map(({ gateway }) => gateway))].filter((name) => name !== null)
  const gateways = names.map((gateway) => ({ gateway, ...summed(sold, refunded, (row) => row.gateway === gateway) }))
  return {
    days,
    gateways: gateways.toSorted((a, b) => b.sales - a.sales || (a.gateway < b.gateway ? -1 : 1)),
    ...(await goodsOf(goods, sold, locale)),
    total: summed(sold, refunded, () => true),
  }
}

function summed(sold: readonly Sold[], refunded: readonly Refunded[], of: (row: { day: string; gateway: string | null }) => boolean) {
  const sales = sold.filter(of)
  return {
    orders: sales.reduce((sum, row) => sum + row.orders, 0),
    sales: sales.reduce((sum, row) => sum + row.sales, 0),
    refunds: refunded.filter(of).reduce((sum, row) => sum + row.refunds, 0),
  }
}

function everyDay({ from, until }: Period): string[] {
  const days: string[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(writeDay(day))
  return days
}
