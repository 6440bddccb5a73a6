// What each gateway should pay out on which day. The day is the provider's own where it named one, else by the rule agreed;
// the fee is reckoned by the agreement as it stands now, of each payment by itself, and rounded half up to whole krónur.
// A refund gives no fee back, and is taken off the settlement that follows it, never off one before its payment's own.
import { addDays, writeDay } from '@/lib/days'
import { db } from '@/lib/db'
import { furthestSettlementDays } from '@/lib/payments/settlement'
import { longestWait, type Agreement, type Agreements } from './agreements'
import { perOrder } from './per-order'
import type { Period } from './queries'

/** Amounts are whole krónur. `fee`, `feeVat` and `net` are null where no fee is agreed; `day` where nothing says when. */
export type SettlementRow = {
  readonly day: string | null
  readonly gateway: string
  readonly payments: number
  /** Of these: how many the provider itself named the day of. */
  readonly named: number
  readonly gross: number
  readonly refunds: number
  readonly fee: number | null
  readonly feeVat: number | null
  readonly net: number | null
}

export type Settlements = {
  readonly rows: readonly SettlementRow[]
  readonly total: Omit<SettlementRow, 'day' | 'gateway'>
  /** Gateways in it that no fee is agreed with. */ readonly without: readonly string[]
}

type Counted = { day: string | null; gateway: string; payments: number; named: number; gross: number; refunds: number; fee: number | null }

/** Settlements whose day lies in the period; of gateways nobody has said a day for, what was taken in it. */
export async function readSettlements(period: Period, agreements: Agreements): Promise<Settlements> {
  const counted = await count(period, agreements)
  const rows = counted.map((row) => ({ ...row, ...costOf(row, agreements.get(row.gateway)) }))
  const sum = (of: 'payments' | 'named' | 'gross' | 'refunds') => rows.reduce((all, row) => all + row[of], 0)
  const ifAll = (of: 'fee' | 'feeVat' | 'net') =>
    rows.reduce<number | null>((all, row) => (all === null || row[of] === null ? null : all + row[of]), 0)
  return {
    rows,
    total: {
      payments: sum('payments'),
      named: sum('named'),
      gross: sum('gross'),
      refunds: sum('refunds'),
      fee: ifAll('fee'),
      feeVat: ifAll('feeVat'),
      net: ifAll('net'),
    },
    without: [...new Set(rows.filter(({ fee }) => fee === null).map(({ gateway }) => gateway))],
  }
}

/** VAT is reckoned once on the fees of a settlement, as on its invoice, and rounded half up. */
function costOf({ gross, refunds, fee }: Counted, agreement: Agreement | undefined): Pick<SettlementRow, 'fee' | 'feeVat' | 'net'> {
  if (!agreement?.fee) return { fee: null, feeVat: null, net: null }
  // Of a day with nothing but refunds.
  const owed = fee ?? 0
  const feeVat = Math.round((owed * agreement.fee.vatRate) / 100)
  return { fee: owed, feeVat, net: gross - refunds - owed - feeVat }
}

function count({ from, until }: Period, agreements: Agreements): Promise<Counted[]> {
  const agreed = JSON.stringify(
    [...agreements].map(([gateway, { fee, settles }]) => ({
      gateway,
      points: fee?.basisPoints,
      fixed: fee?.fixed,
      after_days: settles?.afterDays,
      weekday: settles?.weekday,
    })),
  )
  const [first, last] = [writeDay(from), writeDay(until)]
  const earliest = addDays(from, -longestWait(agreements))
  const earliestRefund = addDays(from, -Math.max(furthestSettlementDays, longestWait(agreements)))
  return db().$queryRaw<Counted[]>`
    WITH agreed AS (SELECT * FROM jsonb_to_recordset(${agreed}::jsonb) AS a (gateway text, points int, fixed int, after_days int, weekday int)),
    taken AS (
      SELECT p.id, p.gateway, p.amount, (o.paid_at AT TIME ZONE 'UTC')::date AS on_day
      FROM orders o CROSS JOIN LATERAL (SELECT id, gateway, amount, currency FROM payment WHERE order_id = o.id AND state = 'confirmed' ${perOrder({ from: earliest, until })}) p
      WHERE o.paid_at >= ${earliest} AND o.paid_at < ${until} AND p.currency = 'ISK'
      UNION ALL
      SELECT p.id, p.gateway, p.amount, (e.at AT TIME ZONE 'UTC')::date
      FROM payment p JOIN payment_event e ON e.payment_id = p.id AND e."to" = 'surplus' AND e."from" IS DISTINCT FROM 'surplus'
      WHERE p.state = 'surplus' AND p.currency = 'ISK' AND e.at >= ${earliest} AND e.at < ${until}),
    moved AS (
      SELECT settlement_day(t.on_day, a.after_days, a.weekday) AS day, t.on_day, t.gateway, t.amount AS gross, 0 AS refunds, 1 AS payments, 0 AS named
      FROM taken t LEFT JOIN agreed a USING (gateway) WHERE NOT EXISTS (SELECT 1 FROM payment_settlement s WHERE s.payment_id = t.id)
      UNION ALL
      SELECT s.day, s.day, p.gateway, p.amount, 0, 1, 1
      FROM payment_settlement s JOIN payment p ON p.id = s.payment_id
      WHERE s.day >= ${first}::date AND s.day < ${last}::date AND p.state IN ('confirmed', 'surplus') AND p.currency = 'ISK'
      UNION ALL
      SELECT CASE WHEN a.after_days IS NOT NULL OR s.day >= r.on_day THEN greatest(settlement_day(r.on_day, a.after_days, a.weekday), s.day) END,
        r.on_day, p.gateway, 0, r.amount, 0, 0
      FROM (SELECT payment_id, amount, (updated_at AT TIME ZONE 'UTC')::date AS on_day FROM refund
        WHERE state = 'succeeded' AND currency = 'ISK' AND updated_at >= ${earliestRefund} AND updated_at < ${until}) r
      JOIN payment p ON p.id = r.payment_id LEFT JOIN payment_settlement s ON s.payment_id = p.id LEFT JOIN agreed a ON a.gateway = p.gateway)
    SELECT to_char(m.day, 'YYYY-MM-DD') AS day, m.gateway, sum(m.payments)::int AS payments, sum(m.named)::int AS named, sum(m.gross)::float8 AS gross,
      sum(m.refunds)::float8 AS refunds, sum((m.gross::bigint * a.points + 5000) / 10000 + a.fixed) FILTER (WHERE m.payments = 1)::float8 AS fee
    FROM moved m LEFT JOIN agreed a ON a.gateway = m.gateway
    WHERE coalesce(m.day, m.on_day) >= ${first}::date AND coalesce(m.day, m.on_day) < ${last}::date
    GROUP BY m.day, m.gateway ORDER BY m.day NULLS FIRST, m.gateway`
}
