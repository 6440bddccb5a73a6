import { sql } from '../db'

export type Clock = { readonly now: string; readonly offsetMs: number }

const longest = 400 * 86_400_000

export async function readClock(appKey: string): Promise<Clock> {
  const [row] = await sql<{ now: Date; offsetMs: string }>(
    'select sandbox.netgiro_now($1) as now, coalesce((select offset_ms from sandbox.netgiro_clock where app_key = $1), 0) as offset_ms',
    [appKey],
  )
  return { now: row!.now.toISOString(), offsetMs: Number(row!.offsetMs) }
}

/** Moves one app key's clock by so much, or to a distance from real time; never further than four hundred days. */
export async function setClock(appKey: string, change: { readonly advanceMs: number } | { readonly offsetMs: number }): Promise<Clock> {
  const within = (ms: number) => Math.max(-longest, Math.min(longest, ms))
  if ('offsetMs' in change) {
    await sql(
      'insert into sandbox.netgiro_clock (app_key, offset_ms) values ($1, $2) on conflict (app_key) do update set offset_ms = excluded.offset_ms',
      [appKey, within(change.offsetMs)],
    )
  } else {
    await sql(
      `insert into sandbox.netgiro_clock as k (app_key, offset_ms) values ($1, $2)
       on conflict (app_key) do update set offset_ms = greatest(-$3::bigint, least($3::bigint, k.offset_ms + excluded.offset_ms))`,
      [appKey, within(change.advanceMs), longest],
    )
  }
  return readClock(appKey)
}
