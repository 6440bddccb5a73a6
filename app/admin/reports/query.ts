import { addDays, readDay, startOfDay, writeDay } from '@/lib/days'
import { productOrders, type ProductOrder } from '@/lib/reports/goods'
import type { Period } from '@/lib/reports/queries'

export const reportsPath = '/admin/reports'
export const settlementPath = '/admin/reports/settlement'
export const spans = { week: 7, month: 30, quarter: 90, year: 365 } as const
const longest = 366

type Query = Readonly<Record<string, string | string[] | undefined>>
export type Said = { readonly from: string; readonly to: string }

/** The period of an address, both days of it included; the last thirty days where none, a day that is none, or too long a time is said. */
export function readPeriod(query: Query, now: Date): { period: Period; said: Said } {
  return periodOf(query, addDays(startOfDay(now), 1 - spans.month), startOfDay(now))
}

/** Settlements lie ahead as well: thirty days back and two weeks forth. */
export function readSettlementPeriod(query: Query, now: Date): { period: Period; said: Said } {
  return periodOf(query, addDays(startOfDay(now), 1 - spans.month), addDays(startOfDay(now), ahead))
}
export const ahead = 14

function periodOf(query: Query, usualFrom: Date, usualTo: Date): { period: Period; said: Said } {
  const to = readDay(query.to) ?? usualTo
  const wanted = readDay(query.from) ?? (readDay(query.to) ? addDays(to, 1 - spans.month) : usualFrom)
  const earliest = addDays(to, 1 - longest)
  const from = wanted > to ? addDays(to, 1 - spans.month) : wanted < earliest ? earliest : wanted
  return { period: { from, until: addDays(to, 1) }, said: { from: writeDay(from), to: writeDay(to) } }
}

/** What makes a product the best: the money, unless the pieces are said. */
export const readProductOrder = ({ by }: Query): ProductOrder => productOrders.find((order) => order === by) ?? 'sales'
