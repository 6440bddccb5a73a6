import type { HumanEntry, NoteEntry, StepEntry } from '@/lib/payments/story'
import type { TimelineEntry } from '@/lib/payments/timeline'

type Exchange = Extract<TimelineEntry, { kind: 'exchange' }>

export type TimelineItem =
  | Exclude<TimelineEntry, Exchange>
  | HumanEntry
  | NoteEntry
  | StepEntry
  /** Calls that asked the same and were told the same, one after the other. */
  | { readonly kind: 'exchanges'; readonly at: Date; readonly calls: readonly [Exchange, ...Exchange[]] }

const sameCall = (a: Exchange, b: Exchange): boolean =>
  a.paymentId === b.paymentId && a.operation === b.operation && a.outcome === b.outcome && a.code === b.code && a.httpStatus === b.httpStatus && a.signature === b.signature

// What happened at the same millisecond is told in the order it causes each other.
const rank = { note: 0, human: 0, callback: 1, exchange: 2, event: 3, step: 4, attention: 5 } as const

/** The timeline as it is read: in order of time, runs of the same question and answer folded into one. */
export function timelineItems(entries: readonly TimelineEntry[], human: readonly (HumanEntry | NoteEntry | StepEntry)[]): TimelineItem[] {
  const sorted = [...entries, ...human].toSorted((a, b) => a.at.getTime() - b.at.getTime() || rank[a.kind] - rank[b.kind] || Number(a.id - b.id))
  const items: TimelineItem[] = []
  for (const entry of sorted) {
    const last = items.at(-1)
    if (entry.kind !== 'exchange') items.push(entry)
    else if (last?.kind === 'exchanges' && sameCall(last.calls[0], entry)) items[items.length - 1] = { ...last, calls: [...last.calls, entry] }
    else items.push({ kind: 'exchanges', at: entry.at, calls: [entry] })
  }
  return items
}
