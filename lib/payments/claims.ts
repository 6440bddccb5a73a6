// Who may talk to the provider about a payment right now. A claim is a lease: a worker that dies loses it by time.
import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { crashPoint } from './crash-point'

export type Claim = {
  readonly paymentId: string
  readonly token: string
  /** When its holder must be done, by performance.now(): somewhat before the database lets another have it. */
  readonly endsAt: number
}

/** Reckoned from before the claim is made, so that the holder's end is never later than the lease's. */
const newClaim = (paymentId: string): Claim => ({ paymentId, token: randomUUID(), endsAt: performance.now() + env().claimLeaseMs * 0.9 })

/** Claims one payment if its check is due and nobody has it. */
export async function claimDue(paymentId: string): Promise<Claim | null> {
  const claim = newClaim(paymentId)
  const changed = await db().$executeRaw`
    UPDATE payment SET claim_token = ${claim.token}, claim_until = clock_timestamp() + ${env().claimLeaseMs} * interval '1 millisecond',
      check_count = check_count + 1, last_check_at = clock_timestamp()
    WHERE id = ${paymentId} AND claim_until < clock_timestamp() AND next_check_at <= clock_timestamp()`
  return changed === 1 ? claim : null
}

/**
 * Claims one payment though its check is not due, for somebody who knows that something happened; unless a
 * check has begun since `since`, which then is as good as ours.
 */
export async function claimNow(paymentId: string, since: Date): Promise<Claim | 'busy' | 'fresh'> {
  const claim = newClaim(paymentId)
  const changed = await db().$executeRaw`
    UPDATE payment SET claim_token = ${claim.token}, claim_until = clock_timestamp() + ${env().claimLeaseMs} * interval '1 millisecond',
      check_count = check_count + 1, last_check_at = clock_timestamp()
    WHERE id = ${paymentId} AND claim_until < clock_timestamp() AND (last_check_at IS NULL OR last_check_at < ${since})`
  if (changed === 1) return claim
  // Whoever held it may have let go between the two statements: only a check that began in time is as good as ours.
  const [row] = await db().$queryRaw<{ fresh: boolean }[]>`
    SELECT claim_until < clock_timestamp() AND last_check_at >= ${since} AS fresh FROM payment WHERE id = ${paymentId}`
  return row?.fresh ? 'fresh' : 'busy'
}

/**
 * Claims up to `limit` due payments. Any number of workers may do this at once.
 * An array, since IN may be planned as a join that makes the list, and its limit, afresh for every row.
 */
export async function claimBatch(limit: number): Promise<Claim[]> {
  const { token, endsAt } = newClaim('')
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE payment SET claim_token = ${token}, claim_until = clock_timestamp() + ${env().claimLeaseMs} * interval '1 millisecond',
      check_count = check_count + 1, last_check_at = clock_timestamp()
    WHERE id = ANY (ARRAY(
      SELECT id FROM payment
      WHERE next_check_at <= clock_timestamp() AND claim_until < clock_timestamp()
        AND (state IN ('created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling')
          OR (state IN ('declined', 'cancelled', 'expired', 'failed', 'late_unhonoured') AND transaction_id IS NOT NULL AND watch_until > clock_timestamp()))
      ORDER BY next_check_at LIMIT ${limit} FOR UPDATE SKIP LOCKED))
    RETURNING id`
  return rows.map(({ id }) => ({ paymentId: id, token, endsAt }))
}

/** Gives a claim back; `nextCheckAt` moves the next look, else it stays as recorded. A claim lost by time changes nothing. */
export async function release({ paymentId, token }: Pick<Claim, 'paymentId' | 'token'>, nextCheckAt?: Date): Promise<void> {
  crashPoint('claim.before_release')
  await db().$executeRaw`
    UPDATE payment SET claim_token = NULL, claim_until = 'epoch', next_check_at = coalesce(${nextCheckAt ?? null}::timestamptz, next_check_at)
    WHERE id = ${paymentId} AND claim_token = ${token}`
}
