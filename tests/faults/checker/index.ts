// Reads both databases at rest and names every invariant that does not hold, by its number in docs/reliability.md.
import { goods } from './goods'
import { money } from './money'
import { record } from './record'
import { refunds } from './refunds'
import { readRows, type Rows } from './rows'
import { stock } from './stock'

export type Stage = {
  /** The provider's clock has moved past the life of every reservation: nothing may be unfinished any more. */
  readonly allOver: boolean
}

export type Complain = (invariant: number, what: string) => void

const parts = [money, stock, record, refunds, goods]

/** Orders and payments made since then; each complaint is one line, `#number what (ids)`. */
export async function violations(since: Date, stage: Stage = { allOver: false }): Promise<string[]> {
  const rows: Rows = await readRows(since)
  const found: string[] = []
  for (const part of parts) part(rows, (invariant, what) => found.push(`#${invariant} ${what}`), stage)
  return found
}

/** How often each move was made, for the report of what the histories reached. */
export async function transitionsSince(since: Date): Promise<Record<string, number>> {
  const { events } = await readRows(since)
  const counts: Record<string, number> = {}
  for (const { from, to } of events) if (from !== to) counts[`${from ?? ''}>${to}`] = (counts[`${from ?? ''}>${to}`] ?? 0) + 1
  return counts
}
