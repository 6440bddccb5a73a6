import type { Faults } from './faults'
import type { Provider } from './providers'
import type { Scenario } from './scenarios'
import type { Switches } from './switches'
import type { Members } from './wire'

/** One call with a good signature. */
export type Call = {
  readonly provider: Provider
  readonly switches: Switches
  readonly members: Members
  readonly faults: Faults
  /** The scenario that waited for this InsertCart. */
  readonly scenario: Scenario | null
}

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

export type Operation = (call: Call) => Promise<Answer>

export const ok = (body: Answer['body']): Answer => ({ status: 200, body })
