import { z } from 'zod'
import type { Sql } from '../db'
import { addFault, newFault, type FaultName, type Params } from './faults'

// A flow with its faults under one name. Set for the next cart, its faults concern that cart alone.

type Step = Omit<z.input<typeof newFault>, 'reference' | 'count'> & { readonly count?: number }

export type Scenario = {
  readonly about: string
  readonly faults: readonly Step[]
  /** What the customer, named by phone, does by herself. */
  readonly act?: { readonly kind: 'accept' | 'reject'; readonly afterMs: number }
  /** How long the cart waits, where it is not as long as any other. */
  readonly cartMs?: number
}

const accepts = { kind: 'accept', afterMs: 2_000 } as const

export const scenarios = {
  accepted: { about: 'The customer accepts after two seconds.', faults: [], act: accepts },
  declined: { about: 'The customer rejects after two seconds.', faults: [], act: { kind: 'reject', afterMs: 2_000 } },
  'answer-lost-then-callback': {
    about: 'The answer to InsertCart is lost. The customer accepts, and only the callback tells which cart it was.',
    faults: [{ name: 'answer_lost', operation: 'InsertCart' }],
    act: accepts,
  },
  '500-after-effect': {
    about: 'InsertCart answers HTTP 500 though the cart was made, and the customer accepts it.',
    faults: [{ name: 'error_500_after_effect', operation: 'InsertCart' }],
    act: accepts,
  },
  'callback-first': {
    about: 'The customer accepts, and the callback comes, before InsertCart has answered.',
    faults: [{ name: 'callback_before_answer', operation: 'InsertCart' }],
  },
  'callback-lost': {
    about: 'The customer accepts and no callback ever arrives: only CheckCart tells. With server callback the sale is cancelled.',
    faults: [{ name: 'callback_lost', operation: 'callback', count: 2 }],
    act: accepts,
  },
  'out-of-order': {
    about: 'The customer accepts. The first callback is overtaken by its repetition and arrives when the payment has gone on.',
    faults: [{ name: 'callback_out_of_order', operation: 'callback' }],
    act: accepts,
  },
  'wrong-amount': {
    about: 'The customer accepts, and a well-signed callback names another amount.',
    faults: [{ name: 'callback_wrong_amount', operation: 'callback' }],
    act: accepts,
  },
  'confirm-lost': {
    about: 'The customer accepts, and the answer to ConfirmCart is lost after it took the money.',
    faults: [{ name: 'answer_lost', operation: 'ConfirmCart' }],
    act: accepts,
  },
  'cancel-loses': {
    about: 'Nobody answers until the shop cancels. The customer accepts a moment before CancelCart takes effect.',
    faults: [{ name: 'accepted_first', operation: 'CancelCart' }],
  },
  'late-yes': {
    about: 'The answer to InsertCart is lost and the cart waits ten minutes; the customer accepts after four, when the shop has given up.',
    faults: [{ name: 'answer_lost', operation: 'InsertCart' }],
    act: { kind: 'accept', afterMs: 240_000 },
    cartMs: 600_000,
  },
  'slow-provider': {
    about: 'Six calls take two and a half seconds each, and the customer accepts meanwhile.',
    faults: [{ name: 'slow', ms: 2_500, count: 6 }],
    act: accepts,
  },
} as const satisfies Readonly<Record<string, Scenario>>

export type ScenarioName = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios) as ScenarioName[]
export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)

export type Armed = { readonly id: string; readonly name: ScenarioName; readonly reference: string | null }

/** Waits for the next InsertCart; with a reference, for the one that names it. */
export async function armScenario(sql: Sql, appKey: string, name: ScenarioName, reference: string | null): Promise<void> {
  await sql('insert into sandbox.netgiro_scenario (app_key, name, reference) values ($1, $2, $3)', [appKey, name, reference])
}

export const armedScenarios = (sql: Sql, appKey: string): Promise<Armed[]> =>
  sql<Armed>('select id, name, reference from sandbox.netgiro_scenario where app_key = $1 order by id', [appKey])

export async function disarmScenarios(sql: Sql, appKey: string): Promise<void> {
  await sql('delete from sandbox.netgiro_scenario where app_key = $1', [appKey])
}

export type Taken = { readonly scenario: Scenario; readonly faults: readonly (readonly [FaultName, Params])[] }

/** The scenario an InsertCart falls under: its own faults at hand, those of later calls set for its reference. */
export async function takeScenario(sql: Sql, appKey: string, reference: string): Promise<Taken | null> {
  const [taken] = await sql<{ name: string }>(
    `delete from sandbox.netgiro_scenario where id = (
       select id from sandbox.netgiro_scenario where app_key = $1 and (reference is null or reference = $2) order by id limit 1 for update skip locked
     ) returning name`,
    [appKey, reference],
  )
  if (!taken || !isScenario(taken.name)) return null
  const scenario: Scenario = scenarios[taken.name]
  const now = scenario.faults.filter(({ operation = 'InsertCart' }) => operation === 'InsertCart')
  for (const step of scenario.faults) {
    const left = (step.count ?? 1) - (now.includes(step) ? 1 : 0)
    if (left) await addFault(sql, appKey, newFault.parse({ ...step, count: left, reference }))
  }
  return { scenario, faults: now.map(({ name, operation: _, count: __, ...params }) => [name, params]) }
}
