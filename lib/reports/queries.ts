// What was sold, by Icelandic days, which are UTC's. An order counts on the day it was paid and keeps counting when it
// is refunded; a refund counts on the day it went. Money paid twice by mistake, and given back, was never a sale.
import { addDays, writeDay } from '@/lib/days'
import { db } from '@/lib/db'
import { deliveryOption, type DeliveryKind } from '@/lib/orders/delivery'

export type Period = { readonly from: Date; /** The first day that is no longer meant. */ readonly until: Date }
export type DayRow = { readonly day: string; readonly orders: number; readonly sales: number; readonly refunds: number }
export type GatewayRow = { readonly gateway: string; readonly orders: number; readonly sales: number }
export type ProductRow = { readonly name: string; readonly quantity: number; readonly sales: number }
export type VatRow = { readonly rate: number; readonly gross: number; readonly vat: number }

/** Amounts are whole krónur with VAT. */
export type Report = {
  readonly days: readonly DayRow[]
  readonly gateways: readonly GatewayRow[]
  readonly products: readonly ProductRow[]
  readonly vat: readonly VatRow[]
  readonly total: { readonly orders: number; readonly sales: number; readonly refunds: number }
}

type Counted = { orders: number; sales: number }
const bestSellers = 20

/** All of it as it was at one moment, so that the tables agree with each other. */
export async function readReport({ from, until }: Period): Promise<Report> {
  const [sales, refunds, gateways, products, lines, deliveries] = await db().$transaction(
    [
      db().$queryRaw<(Counted & { day: string })[]>`
        SELECT to_char(paid_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS orders, sum(total)::float8 AS sales
        FROM orders WHERE paid_at >= ${from} AND paid_at < ${until} AND currency = 'ISK' GROUP BY 1`,
      db().$queryRaw<{ day: string; refunds: number }[]>`
        SELECT to_char(r.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(r.amount)::float8 AS refunds
        FROM refund r JOIN payment p ON p.id = r.payment_id
        WHERE r.state = 'succeeded' AND r.updated_at >= ${from} AND r.updated_at < ${until} AND r.currency = 'ISK' AND p.state <> 'surplus' GROUP BY 1`,
      db().$queryRaw<(Counted & { gateway: string })[]>`
        SELECT p.gateway, count(*)::int AS orders, sum(o.total)::float8 AS sales
        FROM orders o JOIN payment p ON p.order_id = o.id AND p.state = 'confirmed'
        WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY 1 ORDER BY 3 DESC, 1`,
      db().$queryRaw<ProductRow[]>`
        SELECT l.name, sum(l.quantity)::int AS quantity, sum(l.line_total)::float8 AS sales
        FROM orders o JOIN order_line l ON l.order_id = o.id
        WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY l.slug, l.name ORDER BY 3 DESC, 1 LIMIT ${bestSellers}`,
      db().$queryRaw<VatRow[]>`
        SELECT l.vat_rate AS rate, sum(l.line_total)::float8 AS gross, sum(l.vat_amount)::float8 AS vat
        FROM orders o JOIN order_line l ON l.order_id = o.id
        WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY 1`,
      // Frozen with the order, so the delivery's share of the VAT is what the lines do not account for.
      db().$queryRaw<{ delivery: DeliveryKind; gross: number; vat: number }[]>`
        SELECT o.delivery, sum(o.delivery_price)::float8 AS gross, sum(o.vat_total - l.vat)::float8 AS vat
        FROM orders o CROSS JOIN LATERAL (SELECT coalesce(sum(vat_amount), 0) AS vat FROM order_line WHERE order_id = o.id) l
        WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY 1`,
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  const days = everyDay({ from, until }).map((day) => {
    const sold = sales.find((row) => row.day === day)
    return { day, orders: sold?.orders ?? 0, sales: sold?.sales ?? 0, refunds: refunds.find((row) => row.day === day)?.refunds ?? 0 }
  })
  const sum = (of: 'orders' | 'sales' | 'refunds') => days.reduce((total, row) => total + row[of], 0)
  return {
    days,
    gateways,
    products,
    vat: byRate([...lines, ...deliveries.map(({ delivery, gross, vat }) => ({ rate: deliveryOption(delivery).vatRate, gross, vat }))]),
    total: { orders: sum('orders'), sales: sum('sales'), refunds: sum('refunds') },
  }
}

function everyDay({ from, until }: Period): string[] {
  const days: string[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(writeDay(day))
  return days
}

/** Rows of one rate together, the highest rate first; a rate nothing was sold at is left out. */
function byRate(rows: readonly VatRow[]): VatRow[] {
  const rates = [...new Set(rows.map(({ rate }) => rate))].toSorted((a, b) => b - a)
  return rates
    .map((rate) => {
      const same = rows.filter((row) => row.rate === rate)
      return { rate, gross: same.reduce((sum, { gross }) => sum + gross, 0), vat: same.reduce((sum, { vat }) => sum + vat, 0) }
    })
    .filter(({ gross }) => gross > 0)
}
