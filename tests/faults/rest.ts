// Brings the shop to rest: no fault ordered any more, nothing under way, the reconciler has seen everything. And
// lets time pass, by moving the times in the shop's rows and the provider's own clock.
import { provider, shop } from './databases'
import { clearFaults, pause } from './people'

/** How the shop is made to reconcile: in this process, or by asking a server. */
export type Reconcile = () => Promise<unknown>

const isOpen = `state IN ('created','sent','unknown','pending','needs_code','reserved','confirming','confirm_unknown','cancelling')`

/** Everything that is watched and younger than `since` is looked at until nothing moves any more. */
export async function rest(reconcile: Reconcile, since: Date): Promise<void> {
  await clearFaults()
  let still = 0
  for (let round = 0; still < 2; round++) {
    if (round > 60) throw new Error('the shop does not come to rest')
    const before = await fingerprint(since)
    await shop(
      `UPDATE payment SET next_check_at = clock_timestamp() WHERE created_at >= $1 AND next_check_at > clock_timestamp()
       AND (${isOpen} OR (transaction_id IS NOT NULL AND state <> 'confirmed' AND watch_until > clock_timestamp()))`,
      [since],
    )
    await shop(
      `UPDATE refund SET next_try_at = clock_timestamp() WHERE created_at >= $1 AND next_try_at > clock_timestamp() AND state IN ('requested','sent','unknown')`,
      [since],
    )
    await reconcile()
    const [held] = await shop<{ n: number }>(
      `SELECT (SELECT count(*) FROM payment WHERE created_at >= $1 AND claim_until > clock_timestamp())::int
         + (SELECT count(*) FROM refund WHERE created_at >= $1 AND claim_until > clock_timestamp())::int AS n`,
      [since],
    )
    const [posts] = await provider<{ n: number }>(
      `SELECT count(*)::int AS n FROM sandbox.netgiro_delivery WHERE status IN ('due', 'sending') AND url LIKE $1 || '%'`,
      [process.env.APP_URL],
    )
    const same = before === (await fingerprint(since))
    still = same && held?.n === 0 && posts?.n === 0 ? still + 1 : 0
    if (!still) await pause(held?.n ? 300 : 80)
  }
}

async function fingerprint(since: Date): Promise<string> {
  const [row] = await shop<{ print: string }>(
    `SELECT concat((SELECT coalesce(sum(version), 0) FROM payment WHERE created_at >= $1), '/',
       (SELECT count(*) FROM orders WHERE state = 'open'), '/', (SELECT count(*) FROM outbox WHERE done_at IS NULL), '/',
       (SELECT coalesce(string_agg(state || tries, ',' ORDER BY id), '') FROM refund WHERE created_at >= $1)) AS print`,
    [since],
  )
  return row?.print ?? ''
}

/** Hours pass in the shop: deadlines and holds of everything open are over. */
export async function hoursPassInTheShop(since: Date): Promise<void> {
  await shop(`UPDATE payment SET expires_at = expires_at - interval '2 hours' WHERE created_at >= $1 AND ${isOpen}`, [since])
  await shop(`UPDATE orders SET hold_until = clock_timestamp() - interval '1 second' WHERE created_at >= $1 AND state = 'open' AND hold_until > clock_timestamp()`, [since])
}
