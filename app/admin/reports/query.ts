import { addDays, readDay, startOfDay, writeDay } from '@/lib/days'
import type { Period } from '@/lib/reports/queries'

export const reportsPath = '/admin/reports'
export const spans = { week: 7, month: 30, quarter: 90 } as const
const longest = 366

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The period of an address, both days of it included; the last thirty days where none, a day that is none, or too long a time is said. */
export function readPeriod(query: Query, now: Date): { period: Period; said: { from: string; to: string } } {
  const today = startOfDay(now)
  const to = readDay(query.to) ?? today
  const wanted = readDay(query.from) ?? addDays(to, 1 - spans.month)
  const from = wanted > to ? addDays(to, 1 - spans.month) : wanted < addDays(to, 1 - longest) ? addDays(to, 1 - longest) : wanted
  return { period: { from, until: addDays(to, 1) }, said: { from: writeDay(from), to: writeDay(to) } }
}
