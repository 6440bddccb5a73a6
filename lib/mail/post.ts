// Mail leaves the house here: each at most once. That it is about to leave is committed before its text does; whatever
// ends before that is tried again, and what may have arrived never is.
import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { postingMs, type Posted, type Smtp } from './smtp'

/** How long a worker may have a mail: twice what posting takes, so that it ends while the mail is still its own. */
const leaseMs = 2 * postingMs
/** From ten seconds doubling to an hour: the last try is about half a day after the first. */
const mostAttempts = 20

type Claimed = { id: bigint; key: string; to: string; subject: string; text: string; createdAt: Date; token: string }

/**
 * Posts what is due, one after the other, until there is no more, the server falters or the time to begin another is
 * over. Returns how many were accepted.
 */
export async function postDue({ smtp = env().smtp, budgetMs = 5_000 }: { smtp?: Smtp | null; budgetMs?: number } = {}): Promise<number> {
  if (!smtp) return 0
  await giveUpOnLost()
  const endsAt = performance.now() + budgetMs
  let accepted = 0
  while (performance.now() < endsAt) {
    const mail = await claim()
    if (!mail) break
    const outcome = await post(smtp, mail)
    await conclude(mail, outcome)
    if (outcome.kind === 'accepted') accepted++
    // Whatever ails the server would meet the next one too.
    else if (outcome.kind === 'unclear' || !outcome.permanent) break
  }
  return accepted
}

async function claim(): Promise<Claimed | undefined> {
  const token = randomUUID()
  const [mail] = await db().$queryRaw<Omit<Claimed, 'token'>[]>`
    UPDATE mail SET claim_token = ${token}, claim_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ANY (ARRAY(
      SELECT id FROM mail WHERE state = 'due' AND due_at <= clock_timestamp() AND claim_until < clock_timestamp()
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED))
    RETURNING id, outbox_key AS key, "to", subject, text, created_at AS "createdAt"`
  return mail && { ...mail, token }
}

async function post(smtp: Smtp, mail: Claimed): Promise<Posted> {
  // Loaded only where there is a server to speak to.
  const { postBySmtp } = await import('./smtp')
  return postBySmtp(smtp, mail, () => markHandedOver(mail))
}

/** One worker ever gets a yes for one mail, and only while there is time enough left to post it. */
async function markHandedOver({ id, token }: Claimed): Promise<boolean> {
  const marked = await db().$executeRaw`
    UPDATE mail SET state = 'handed_over', attempts = attempts + 1
    WHERE id = ${id} AND state = 'due' AND claim_token = ${token} AND claim_until > clock_timestamp() + ${postingMs} * interval '1 millisecond'`
  return marked === 1
}

async function conclude({ id, token }: Claimed, outcome: Posted): Promise<void> {
  if (outcome.kind === 'accepted') {
    await db()
      .$executeRaw`UPDATE mail SET state = 'sent', sent_at = clock_timestamp(), last_error = NULL WHERE id = ${id} AND claim_token = ${token}`
    return
  }
  const { why } = outcome
  if (outcome.kind === 'unclear') {
    log.error({ mail: String(id), why }, 'nobody can tell whether a mail was taken; it is not sent again')
    await db().$executeRaw`UPDATE mail SET state = 'unclear', last_error = ${why} WHERE id = ${id} AND claim_token = ${token}`
    return
  }
  // A try that came as far as handing over is counted already.
  const [after] = await db().$queryRaw<{ state: string; attempts: number }[]>`
    UPDATE mail SET last_error = ${why}, claim_until = 'epoch',
      attempts = attempts + (state = 'due')::int,
      state = CASE WHEN ${outcome.permanent} OR attempts + (state = 'due')::int >= ${mostAttempts} THEN 'refused' ELSE 'due' END,
      due_at = clock_timestamp() + least(3600, 5 * 2 ^ (attempts + (state = 'due')::int)) * interval '1 second'
    WHERE id = ${id} AND claim_token = ${token} RETURNING state, attempts`
  log.warn({ mail: String(id), attempts: after?.attempts, state: after?.state }, 'a mail was not taken by the server')
}

/** A worker died after it had begun to hand a mail over: it may have arrived. */
async function giveUpOnLost(): Promise<void> {
  const lost = await db().$queryRaw<{ id: bigint }[]>`
    UPDATE mail SET state = 'unclear', last_error = 'its worker died while the server had it'
    WHERE state = 'handed_over' AND claim_until < clock_timestamp() RETURNING id`
  for (const { id } of lost) log.error({ mail: String(id) }, 'nobody can tell whether a mail was taken; it is not sent again')
}
