// Payments whose customers have not decided yet, many at once, and what the provider was asked about them.
import { checkout } from '@/lib/payments/start'
import { provider, shop } from '../databases'
import { aForm, cartWith, shelf } from '../people'

const atOnce = 8

/** So many payments with their pushes out, all as if just begun, none of which runs out while we watch. */
export async function waitingPayments(n: number): Promise<string[]> {
  await shop('DELETE FROM rate_limit')
  const variantId = await shelf(n)
  const ids: string[] = []
  let left = n
  const shopper = async () => {
    while (left-- > 0) {
      const result = await checkout({ cartId: await cartWith(variantId), locale: 'is', form: aForm() })
      if (result.kind !== 'started') throw new Error(`a checkout came to ${result.kind}`)
      ids.push(result.paymentId)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, shopper))
  await shop(
    `UPDATE payment SET created_at = clock_timestamp(), expires_at = clock_timestamp() + interval '1 hour',
       next_check_at = clock_timestamp() + check_every_ms * interval '1 millisecond' WHERE id = ANY($1)`,
    [ids],
  )
  return ids
}

export type Looks = { readonly bySandbox: number; readonly byShop: number; readonly tooSoon: number; readonly most: number; readonly longestMs: number }

/** What the provider was asked about these payments since then, by its own log and by the shop's. */
export async function looksAt(ids: readonly string[], since: Date): Promise<Looks> {
  const [seen] = await provider<{ n: number; most: number }>(
    `WITH looks AS (
       SELECT l.cart_id, count(*)::int AS n FROM sandbox.netgiro_call l JOIN sandbox.netgiro_cart c ON c.id::text = l.cart_id
       WHERE l.operation = 'CheckCart' AND l.at >= $1 AND c.reference = ANY($2) GROUP BY 1)
     SELECT coalesce(sum(n), 0)::int AS n, coalesce(max(n), 0)::int AS most FROM looks`,
    [since, (await shop<{ reference: string }>('SELECT reference FROM payment WHERE id = ANY($1)', [ids])).map(({ reference }) => reference)],
  )
  // The provider counts from its answer to our next question: how long it was on its way is not in it.
  const [written] = await shop<{ n: number; too_soon: number; longest: number | null }>(
    `WITH looks AS (
       SELECT e.sent_at - lag(e.completed_at) OVER (PARTITION BY e.payment_id ORDER BY e.id) AS gap, p.check_every_ms * interval '1 millisecond' AS pace
       FROM exchange e JOIN payment p ON p.id = e.payment_id WHERE e.operation = 'CheckCart' AND e.sent_at >= $1 AND e.payment_id = ANY($2))
     SELECT count(*)::int AS n, count(*) FILTER (WHERE gap < pace - interval '2 milliseconds')::int AS too_soon,
       extract(epoch FROM max(gap))::float8 * 1000 AS longest FROM looks`,
    [since, ids],
  )
  return { bySandbox: seen?.n ?? 0, most: seen?.most ?? 0, byShop: written?.n ?? 0, tooSoon: written?.too_soon ?? 0, longestMs: Math.round(written?.longest ?? 0) }
}
