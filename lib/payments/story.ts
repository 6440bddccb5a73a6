import { auditOf } from '@/lib/audit/queries'
import { namesOfActors } from '@/lib/auth/queries'
import { stepsOf } from '@/lib/orders/fulfilment'
import { notesOf } from '@/lib/orders/notes'
import { isActive, type State } from './machine'
import { readTimeline, type TimelineEntry } from './timeline'

/** What a person did to a payment, from the audit. */
export type HumanEntry = { readonly kind: 'human'; readonly id: bigint; readonly at: Date; readonly actor: string; readonly action: string; readonly reason: string | null }

/** What a person wrote to the order. */
export type NoteEntry = { readonly kind: 'note'; readonly id: bigint; readonly at: Date; readonly actor: string; readonly text: string }

/** What a person did about the order's goods. */
export type StepEntry = { readonly kind: 'step'; readonly id: bigint; readonly at: Date; readonly actor: string; readonly position: number; readonly step: string; readonly trackingUrl: string | null }

/** All there is to tell about an order and its payments, by machines and by people, and the people's names by actor. */
export type Story = {
  readonly entries: readonly TimelineEntry[]
  readonly human: readonly (HumanEntry | NoteEntry | StepEntry)[]
  /** Of those, what was done about the goods, the first first. */
  readonly steps: readonly StepEntry[]
  readonly names: ReadonlyMap<string, string>
  /** A payment is under way: the page looks again by itself. */
  readonly mayChange: boolean
}

type Payments = readonly { readonly id: string; readonly state: string }[]

export async function readStory({ id, payments }: { id: string; payments: Payments }): Promise<Story> {
  const [entries, deeds, notes, taken] = await Promise.all([readTimeline(id), auditOf(payments.map((payment) => `payment:${payment.id}`)), notesOf(id), stepsOf(id)])
  const steps = taken.map((step) => ({ kind: 'step' as const, ...step }))
  const actors = [...entries, ...deeds, ...notes, ...steps].map((entry) => ('actor' in entry ? entry.actor : 'clearedBy' in entry ? entry.clearedBy : null))
  return {
    entries,
    human: [...deeds.map((deed) => ({ kind: 'human' as const, ...deed })), ...notes.map((note) => ({ kind: 'note' as const, ...note })), ...steps],
    steps,
    names: await namesOfActors(actors),
    mayChange: payments.some((payment) => isActive(payment.state as State)),
  }
}
