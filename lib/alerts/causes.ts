// What the merchant is to be told of, as the database has it now. Nothing of any person is read.
import { db } from '@/lib/db'
import { isFailing } from '@/lib/payments/breaker'
import { gatewayNames } from '@/lib/payments/gateways'
import type { AlertDetail } from './details'
import type { AlertSettings } from './settings'

export type Cause = { readonly subject: string; readonly detail: AlertDetail }

const most = 50

/** Open attention items nobody was told of. */
export async function untoldAttention(): Promise<Cause[]> {
  const rows = await db().$queryRaw<{ id: bigint; kind: string; number: number }[]>`
    SELECT a.id, a.kind, o.number FROM attention a JOIN payment p ON p.id = a.payment_id JOIN orders o ON o.id = p.order_id
    WHERE a.cleared_at IS NULL AND NOT EXISTS (SELECT 1 FROM alert t WHERE t.kind = 'attention' AND t.subject = a.id::text AND t.over_at IS NULL)
    ORDER BY a.id LIMIT ${most}`
  return rows.map(({ id, kind, number }) => ({ subject: String(id), detail: { kind: 'attention', what: kind, order: number } }))
}

/** Sizes of which few are left to sell after a sale of the last day: what a person changed by hand, a person knows. */
export async function newlyLow({ lowStockAt, locale }: Pick<AlertSettings, 'lowStockAt' | 'locale'>): Promise<Cause[]> {
  if (lowStockAt === 0) return []
  const rows = await db().$queryRaw<{ id: number; sku: string; name: string; size: string; left: number }[]>`
    SELECT DISTINCT v.id, v.sku, CASE WHEN ${locale} = 'en' THEN pr.name_en ELSE pr.name_is END AS name, v.size, v.on_hand - v.held AS left
    FROM orders o JOIN order_line l ON l.order_id = o.id JOIN variant v ON v.id = l.variant_id JOIN product pr ON pr.id = v.product_id
    WHERE o.paid_at > statement_timestamp() - interval '1 day' AND v.on_hand - v.held <= ${lowStockAt}
      AND NOT EXISTS (SELECT 1 FROM alert t WHERE t.kind = 'low_stock' AND t.subject = v.id::text AND t.over_at IS NULL)
    ORDER BY v.id LIMIT ${most}`
  return rows.map(({ id, ...variant }) => ({ subject: String(id), detail: { kind: 'low_stock', ...variant } }))
}

/** Gateways that answer hardly anything: the breaker's own judgement. */
export async function failingGateways(names: readonly string[] = gatewayNames()): Promise<Cause[]> {
  const failing = await Promise.all(names.map(isFailing))
  return names.filter((_, i) => failing[i]).map((gateway) => ({ subject: gateway, detail: { kind: 'gateway_failing', gateway } }))
}
