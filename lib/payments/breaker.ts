// A provider that answers hardly anything gets no new payments from us, and the shopper an honest message at once.
// What is already under way is looked at as ever: those looks also tell when the provider is back.
import { db } from '@/lib/db'

const windowSeconds = 30
const fewest = 20
const probeEveryMs = 5_000

/** Whether a new payment may start: read from the exchanges themselves, so every instance judges alike. */
export async function mayStart(gateway: string): Promise<boolean> {
  const [seen] = await db().$queryRaw<{ calls: number; failed: number }[]>`
    SELECT count(*)::int AS calls,
      count(*) FILTER (WHERE e.outcome = 'unknown' AND e.error IN ('not_sent', 'timeout', 'network', 'http_status', 'not_parsable'))::int AS failed
    FROM exchange e JOIN payment p ON p.id = e.payment_id
    WHERE p.gateway = ${gateway} AND e.sent_at > clock_timestamp() - ${windowSeconds} * interval '1 second' AND e.completed_at IS NOT NULL`
  if (!seen || seen.calls < fewest || seen.failed * 2 < seen.calls) return true
  // Open. Now and then one payment tries whether it is over.
  const probing = await db().$queryRaw`
    SELECT 1 FROM payment WHERE gateway = ${gateway} AND created_at > clock_timestamp() - ${probeEveryMs} * interval '1 millisecond' LIMIT 1`
  return (probing as unknown[]).length === 0
}
