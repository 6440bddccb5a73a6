// Posts to the merchant's own server: docs/alerts.md says how they are signed. Each leaves outside any transaction; who
// sends one holds it by its due time, and one whose sender died is sent again. So one alert may arrive twice.
import { createHmac } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { callProvider, type HttpAnswer, unrecorded } from '@/lib/gateways/http'
import { log } from '@/lib/log'
import { alertDetails } from './details'
import type { AlertSettings } from './settings'
import { alertLink } from './words'

type Webhook = NonNullable<AlertSettings['webhook']>
type Taken = {
  readonly id: bigint
  readonly tries: number
  readonly alertId: bigint
  readonly kind: string
  readonly detail: object
  readonly raisedAt: Date
}

const timeoutMs = 10_000
const leaseSeconds = 60
const mostTries = 12

/** Seconds until the next try after so many: from half a minute to six hours; null when it is given up. */
export const retryAfter = (tries: number): number | null => (tries >= mostTries ? null : Math.min(30 * 2 ** (tries - 1), 6 * 3600))

/** HMAC-SHA256 over "timestamp.body", in hex. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

/** Sends what is due, one after the other. Returns how many were taken by the other side. */
export async function sendWebhooks({
  webhook = env().alerts.webhook,
  endsAt = Infinity,
  limit = 20,
}: { webhook?: Webhook | undefined; endsAt?: number; limit?: number } = {}): Promise<number> {
  if (!webhook) return 0
  let done = 0
  for (let sent = 0; sent < limit && performance.now() < endsAt; sent++) {
    const taken = await take()
    if (!taken) break
    const { status, error } = await post(webhook, taken)
    const ok = status !== undefined && status >= 200 && status < 300
    await settle(taken, ok, status ?? null, error ?? null)
    if (ok) done++
    else log.warn({ alert: String(taken.alertId), tries: taken.tries, status, error }, 'an alert was not taken by the webhook')
  }
  return done
}

async function take(): Promise<Taken | undefined> {
  const [taken] = await db().$queryRaw<Taken[]>`
    WITH taken AS (
      UPDATE webhook_delivery SET tries = tries + 1, due_at = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      WHERE id = ANY (ARRAY(SELECT id FROM webhook_delivery WHERE due_at <= clock_timestamp() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED))
      RETURNING id, tries, alert_id)
    SELECT t.id, t.tries, a.id AS "alertId", a.kind, a.detail, a.raised_at AS "raisedAt" FROM taken t JOIN alert a ON a.id = t.alert_id`
  return taken
}

/** Only what these tries came to: whoever took it over since then settles it. */
async function settle({ id, tries }: Taken, ok: boolean, status: number | null, error: string | null): Promise<void> {
  const wait = ok ? null : retryAfter(tries)
  await db().$executeRaw`
    UPDATE webhook_delivery SET status = ${status}, error = ${error}, done_at = CASE WHEN ${ok} THEN clock_timestamp() END,
      due_at = clock_timestamp() + ${wait}::int * interval '1 second'
    WHERE id = ${id} AND tries = ${tries} AND done_at IS NULL`
}

/** The same alert has the same body in every try; the timestamp, and with it the signature, is of the try. */
function bodyOf({ alertId, kind, detail, raisedAt }: Taken): string {
  const parsed = alertDetails.parse({ ...detail, kind })
  const { kind: type, ...data } = parsed
  return JSON.stringify({ id: String(alertId), type, raisedAt: raisedAt.toISOString(), shop: env().appUrl, link: alertLink(parsed), data })
}

async function post({ url, secret }: Webhook, taken: Taken): Promise<{ status?: number; error?: string }> {
  const body = bodyOf(taken)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const heard: { answer?: HttpAnswer } = {}
  const outcome = await callProvider<null>(
    {
      operation: 'webhook',
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'lykkja-alerts/1',
        'x-alert-id': String(taken.alertId),
        'x-alert-timestamp': timestamp,
        'x-alert-signature': `sha256=${signatureOf(secret, timestamp, body)}`,
      },
      body,
      view: {},
      timeoutMs,
      read(answer) {
        heard.answer = answer
        return { outcome: { kind: 'done', value: null } }
      },
    },
    unrecorded,
  )
  return { status: heard.answer?.status, error: outcome.kind === 'unknown' ? outcome.cause : undefined }
}
