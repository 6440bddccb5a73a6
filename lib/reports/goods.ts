// What was sold of which goods, and the VAT in it. Before refunds: a refund is an amount, and does not say of what.
import { db, Prisma } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { deliveryOption, type DeliveryKind } from '@/lib/orders/delivery'
import { perOrder } from './per-order'
import type { Period } from './queries'

export const productOrders = ['sales', 'pieces'] as const
export type ProductOrder = (typeof productOrders)[number]

export type ProductRow = { readonly name: string; readonly quantity: number; readonly sales: number }
/** The best sellers, the best first, and all others together; `kinds` is how many those are. */
export type Products = {
  readonly best: readonly ProductRow[]
  readonly rest: { readonly kinds: number; readonly quantity: number; readonly sales: number }
}
export type VatRow = { readonly rate: number; readonly gross: number; readonly vat: number }

type Best = ProductRow & { slug: string | null }
type Goods = {
  best: Best[]
  all: { kinds: number; quantity: number; sales: number }
  vat: { rate: number; delivery: string; gross: number; vat: number }[]
}
const bestSellers = 10

/** Goods are one product by their slug, whatever language they were bought in; an amount typed at a till by its name. */
export const readGoods = ({ from, until }: Period, by: ProductOrder) => db().$queryRaw<[Goods]>`
  WITH sold AS MATERIALIZED (
    SELECT l.slug, CASE WHEN l.slug IS NULL THEN l.name END AS typed, l.vat_rate, o.delivery, max(l.name) AS name,
      sum(l.quantity) AS quantity, sum(l.line_total) AS sales, sum(l.vat_amount) AS vat
    FROM orders o CROSS JOIN LATERAL (SELECT slug, name, vat_rate, quantity, line_total, vat_amount FROM order_line WHERE order_id = o.id ${perOrder({ from, until })}) l
    WHERE o.paid_at >= ${from} AND o.paid_at < ${until} AND o.currency = 'ISK' GROUP BY 1, 2, 3, 4),
  product AS MATERIALIZED (SELECT slug, max(name) AS name, sum(quantity) AS quantity, sum(sales) AS sales FROM sold GROUP BY slug, typed)
  SELECT
    (SELECT coalesce(jsonb_agg(best), '[]') FROM (SELECT * FROM product ORDER BY ${Prisma.raw(by === 'sales' ? 'sales' : 'quantity')} DESC, sales DESC, name, slug LIMIT ${bestSellers}) AS best) AS best,
    (SELECT jsonb_build_object('kinds', count(*), 'quantity', coalesce(sum(quantity), 0), 'sales', coalesce(sum(sales), 0)) FROM product) AS all,
    (SELECT coalesce(jsonb_agg(taxed), '[]') FROM (SELECT vat_rate AS rate, delivery, sum(sales) AS gross, sum(vat) AS vat FROM sold GROUP BY 1, 2) AS taxed) AS vat`

type Delivered = { readonly delivery: string; readonly deliveryPrice: number; readonly vat: number }

/** Products as the reader calls them, and the VAT of goods and delivery by rate. */
export async function goodsOf(
  [goods]: readonly Goods[],
  orders: readonly Delivered[],
  locale: Locale,
): Promise<{ products: Products; vat: VatRow[] }> {
  if (!goods) return { products: { best: [], rest: { kinds: 0, quantity: 0, sales: 0 } }, vat: [] }
  const { best, all, vat } = goods
  const sum = (of: 'quantity' | 'sales') => best.reduce((total, row) => total + row[of], 0)
  const names = await namesOf(
    best.flatMap(({ slug }) => slug ?? []),
    locale,
  )
  return {
    products: {
      best: best.map(({ slug, name, quantity, sales }) => ({ name: names.get(slug ?? '') ?? name, quantity, sales })),
      rest: { kinds: all.kinds - best.length, quantity: all.quantity - sum('quantity'), sales: all.sales - sum('sales') },
    },
    vat: byRate([...vat, ...deliveries(orders, vat)]),
  }
}

async function namesOf(slugs: readonly string[], locale: Locale): Promise<Map<string, string>> {
  const products = await db().product.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true, nameIs: true, nameEn: true } })
  return new Map(products.map(({ slug, nameIs, nameEn }) => [slug, locale === 'is' ? nameIs : nameEn]))
}

/** The VAT of an order is frozen with it, so the delivery's share is what the lines do not account for. */
function deliveries(orders: readonly Delivered[], lines: Goods['vat']): VatRow[] {
  return [...new Set(orders.map(({ delivery }) => delivery))].map((delivery) => {
    const here = orders.filter((row) => row.delivery === delivery)
    const inLines = lines.filter((row) => row.delivery === delivery).reduce((sum, row) => sum + row.vat, 0)
    return {
      rate: deliveryOption(delivery as DeliveryKind).vatRate,
      gross: here.reduce((sum, row) => sum + row.deliveryPrice, 0),
      vat: here.reduce((sum, row) => sum + row.vat, 0) - inLines,
    }
  })
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
