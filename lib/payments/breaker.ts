// A provider that answers hardly anything gets no new payments from us, and the shopper an honest message at once.
// What is already under way is looked at as ever: those looks also tell when the provider is back.
import { db } from '@/lib/db'
import { takeFrom } from './budget'

const windowSeconds = 30
const fewest = 20
const probeEverySeconds = 5

/**
 * Whether a provider answers hardly anything: read from the exchanges themselves, so every instance judges alike. Exchanges
 * from before the clock was set back lie ahead of it, and are as old as it was set back: they say nothing.
 * By statement_timestamp(), since no index is used with a clock that may tick between two rows.
 */
export async function isFailing(gateway: string): Promise<boolean> {
  const [seen] = await db().$queryRaw<{ calls: number; failed: number }[]>`
    SELECT count(*)::int AS calls,
      count(*) FILTER (WHERE e.outcome = 'unknown' AND e.error IN ('not_sent', 'timeout', 'network', 'http_status', 'not_parsable'))::int AS failed
    FROM exchange e JOIN payment p ON p.id = e.payment_id
    WHERE p.gateway = ${gateway} AND e.completed_at IS NOT NULL
      AND e.sent_at > statement_timestamp() - ${windowSeconds} * interval '1 second' AND e.sent_at < statement_timestamp() + interval '1 second'`
  return seen !== undefined && seen.calls >= fewest && seen.failed * 2 >= seen.calls
}

/** Whether a new payment may start. */
export async function mayStart(gateway: string): Promise<boolean> {
  if (!(await isFailing(gateway))) return true
  // Open. Now and then one payment tries whether it is over; if who may try does not, the next may as soon.
  return takeFrom({ bucket: `probe:${gateway}`, perSecond: 1 / probeEverySeconds, holds: 1 })
}
