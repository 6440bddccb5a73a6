import { auditOf } from '@/lib/audit/queries'
import { namesOfActors } from '@/lib/auth/queries'
import { notesOf } from '@/lib/orders/notes'
import { isActive, type State } from './machine'
import { readTimeline, type TimelineEntry } from './timeline'

/** What a person did to a payment, from the audit. */
export type HumanEntry = { readonly kind: 'human'; readonly id: bigint; readonly at: Date; readonly actor: string; readonly action: string; readonly reason: string | null }

/** What a person wrote to the order. */
export type NoteEntry = { readonly kind: 'note'; readonly id: bigint; readonly at: Date; readonly actor: string; readonly text: string }

/** All there is to tell about an order and its payments, by machines and by people, and the people's names by actor. */
export type Story = {
  readonly entries: readonly TimelineEntry[]
  readonly human: readonly (HumanEntry | NoteEntry)[]
  readonly names: ReadonlyMap<string, string>
  /** A payment is under way: the page looks again by itself. */
  readonly mayChange: boolean
}

type Payments = readonly { readonly id: string; readonly state: string }[]

export async function readStory({ id, payments }: { id: string; payments: Payments }): Promise<Story> {
  const [entries, deeds, notes] = await Promise.all([readTimeline(id), auditOf(payments.map((payment) => `payment:${payment.id}`)), notesOf(id)])
  const actors = [...entries, ...deeds, ...notes].map((entry) => ('actor' in entry ? entry.actor : 'clearedBy' in entry ? entry.clearedBy : null))
  return {
    entries,
    human: [...deeds.map((deed) => ({ kind: 'human' as const, ...deed })), ...notes.map((note) => ({ kind: 'note' as const, ...note }))],
    names: await namesOfActors(actors),
    mayChange: payments.some((payment) => isActive(payment.state as State)),
  }
}
