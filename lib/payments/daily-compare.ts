// Once a day our record is laid beside the providers' books: every payment that was taken, or of which something was
// given back, in the week before. Any number of instances take part; one that dies leaves its payment to the others.
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { log } from '@/lib/log'
import { takeLook } from './budget'
import { comparePayment } from './refund-compare'

const daysBack = 7
/** The night is quiet, and by then the day before is in everybody's books. */
const startsAtHour = 3
/** How long after its start a payment can still be taken, days: only those begun that long ago need be read. */
const lateDays = 10
const mostTries = 3
/** For how long a payment is left to whoever began to compare it. */
const leaseSeconds = 60
const retrySeconds = 600

const dayMs = 86_400_000
const nameOf = (day: Date): string => day.toISOString().slice(0, 10)

type Item = { readonly id: bigint; readonly day: Date; readonly paymentId: string; readonly gateway: string; readonly tries: number }
export type ComparedDue = { readonly compared: number; readonly differing: number }

/**
 * Plans the day if it is due and nobody has, then compares up to `limit` payments. What is left, and what got no
 * answer, stays for the next round. `day` is given by tests.
 */
export async function compareDue({
  limit = 10,
  endsAt = Infinity,
  day,
}: { limit?: number; endsAt?: number; day?: Date } = {}): Promise<ComparedDue> {
  await planDay(day ?? (await today()))
  let compared = 0
  let differing = 0
  while (compared < limit && performance.now() < endsAt) {
    const item = await takeItem()
    if (!item) break
    if (!(await takeLook(item.gateway))) {
      await putBack(item)
      break
    }
    if (await compareItem(item)) differing++
    compared++
  }
  return { compared, differing }
}

/** The newest day whose comparison may begin. Iceland keeps UTC all year. */
async function today(): Promise<Date> {
  const now = await databaseNow()
  return new Date(nameOf(new Date(now.getTime() - startsAtHour * 3_600_000)))
}

/** Its row is the claim: who writes it plans the day, in the same transaction. */
async function planDay(day: Date): Promise<void> {
  if (await db().dailyCompare.findUnique({ where: { day }, select: { day: true } })) return
  const name = nameOf(day)
  const since = new Date(day.getTime() - daysBack * dayMs)
  const begunSince = new Date(since.getTime() - lateDays * dayMs)
  await inTransaction(async (tx) => {
    const mine = await tx.$executeRaw`INSERT INTO daily_compare (day, planned) VALUES (${name}::date, 0) ON CONFLICT DO NOTHING`
    if (mine !== 1) return
    const planned = await tx.$executeRaw`
      INSERT INTO compare_item (day, payment_id)
      SELECT ${name}::date, id FROM (
        SELECT p.id FROM payment p
        WHERE p.state IN ('confirmed', 'surplus') AND p.transaction_id IS NOT NULL
          AND p.created_at >= ${begunSince} AND p.created_at < ${day} AND p.updated_at >= ${since} AND p.updated_at < ${day}
        UNION
        SELECT p.id FROM refund r JOIN payment p ON p.id = r.payment_id
        WHERE r.state IN ('succeeded', 'unknown') AND p.transaction_id IS NOT NULL AND r.updated_at >= ${since} AND r.updated_at < ${day}
      ) due ORDER BY id`
    await tx.$executeRaw`
      UPDATE daily_compare SET planned = ${planned}, finished_at = CASE WHEN ${planned}::int = 0 THEN clock_timestamp() END WHERE day = ${name}::date`
  })
}

async function takeItem(): Promise<Item | undefined> {
  const [item] = await db().$queryRaw<Item[]>`
    WITH taken AS (
      UPDATE compare_item SET tries = tries + 1, due_at = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      WHERE id = ANY (ARRAY(SELECT id FROM compare_item WHERE due_at <= clock_timestamp() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED))
      RETURNING id, day, payment_id, tries)
    SELECT t.id, t.day, t.payment_id AS "paymentId", t.tries, p.gateway FROM taken t JOIN payment p ON p.id = t.payment_id`
  return item
}

/** This second's calls are spent: it was no try. */
const putBack = ({ id }: Item) =>
  db().$executeRaw`UPDATE compare_item SET tries = tries - 1, due_at = clock_timestamp() + interval '1 second' WHERE id = ${id}`

/** True when the books differ about money. */
async function compareItem(item: Item): Promise<boolean> {
  const comparison = await comparePayment(item.paymentId).catch((err: unknown) => {
    log.error({ err, payment: item.paymentId }, 'a payment could not be compared; it comes again later')
    return undefined
  })
  const unanswered = comparison === undefined || comparison?.asked === 'unknown'
  if (unanswered && item.tries < mostTries) {
    await db()
      .$executeRaw`UPDATE compare_item SET due_at = clock_timestamp() + ${retrySeconds} * interval '1 second' WHERE id = ${item.id} AND tries = ${item.tries}`
    return false
  }
  const differs = Boolean(comparison?.aboutMoney)
  await inTransaction((tx) => close(tx, item, { differs, unanswered }))
  return differs
}

async function close(tx: Tx, { id, day }: Item, { differs, unanswered }: { differs: boolean; unanswered: boolean }): Promise<void> {
  // The day's row first: of two that close the last two items at once, the later sees that none is left.
  const name = nameOf(day)
  await tx.$queryRaw`SELECT 1 FROM daily_compare WHERE day = ${name}::date FOR UPDATE`
  // Somebody may have taken it over from us, and closed it.
  if ((await tx.$executeRaw`DELETE FROM compare_item WHERE id = ${id}`) !== 1) return
  await tx.$executeRaw`
    UPDATE daily_compare SET compared = compared + 1, differing = differing + ${differs ? 1 : 0}, unanswered = unanswered + ${unanswered ? 1 : 0},
      finished_at = CASE WHEN EXISTS (SELECT 1 FROM compare_item WHERE day = ${name}::date) THEN NULL ELSE clock_timestamp() END
    WHERE day = ${name}::date`
}

/** The last day that was compared, for people to see; null before the first. */
export const lastCompare = () => db().dailyCompare.findFirst({ orderBy: { day: 'desc' } })
