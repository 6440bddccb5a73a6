import type { PublicState } from '@/lib/payments/machine'

/** What the status route says. */
export type Status = {
  readonly state: PublicState
  readonly version: number
  readonly nextPollMs: number | null
  readonly terminal: boolean
}

/** The payment is not there, and asking again will not change that. */
export class Gone extends Error {}

const longestAnswerMs = 8_000

/** Asks the shop how a payment stands. By hand instead of zod, which would weigh more than all of this page's code. */
export async function fetchStatus(paymentId: string): Promise<Status> {
  const answer = await fetch(`/api/payments/${paymentId}/status`, {
    cache: 'no-store',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(longestAnswerMs),
  })
  if (answer.status === 404) throw new Gone()
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const body: unknown = await answer.json()
  if (!isStatus(body)) throw new Error('not a status')
  return body
}

function isStatus(body: unknown): body is Status {
  if (typeof body !== 'object' || body === null) return false
  const { state, version, nextPollMs, terminal } = body as Record<string, unknown>
  return (
    typeof state === 'string' &&
    typeof version === 'number' &&
    typeof terminal === 'boolean' &&
    (nextPollMs === null || typeof nextPollMs === 'number')
  )
}
