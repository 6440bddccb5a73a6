import { db } from '@/lib/db'
import { alertDetails, type AlertDetail } from './details'
import { retryAfter } from './webhook'

export type RecentAlert = {
  readonly id: string
  readonly detail: AlertDetail
  readonly raisedAt: Date
  /** Null where there was no webhook to send it to. */
  readonly webhook: { readonly state: 'taken' | 'pending' | 'waiting' | 'failed'; readonly tries: number; readonly why: string } | null
}

/** The newest alerts, and what became of their posts. */
export async function recentAlerts(take = 6): Promise<RecentAlert[]> {
  const rows = await db().alert.findMany({ orderBy: { id: 'desc' }, take, include: { deliveries: true } })
  return rows.flatMap(({ id, kind, detail, raisedAt, deliveries }) => {
    const parsed = alertDetails.safeParse({ ...(detail as object), kind })
    return parsed.success ? [{ id: String(id), detail: parsed.data, raisedAt, webhook: deliveries[0] ? stateOf(deliveries[0]) : null }] : []
  })
}

function stateOf({
  doneAt,
  tries,
  status,
  error,
}: {
  doneAt: Date | null
  tries: number
  status: number | null
  error: string | null
}): RecentAlert['webhook'] {
  const why = error ?? (status === null ? '' : String(status))
  const state = doneAt ? 'taken' : why === '' ? 'pending' : retryAfter(tries) === null ? 'failed' : 'waiting'
  return { state, tries, why }
}
