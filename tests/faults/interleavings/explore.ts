// Many interleavings of one scenario, each followed by time enough for everything to come to rest.
import fc from 'fast-check'
import { reconcileDue } from '@/lib/payments/reconcile'
import { stuck, violations } from './invariants'
import { faults } from './provider'
import type { Scenario } from './scenarios'
import { rows } from './tables'
import { inThisTime, interleaved, pass } from './time'
import { World } from './world'

const seconds = 1_000
const hour = 3_600 * seconds

class Violated extends Error {}

export type Explored = { readonly failure: string | null; readonly steps: number; readonly moves: Readonly<Record<string, number>> }

const someFaults = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, { weight: 2, arbitrary: fc.constantFrom(...faults) }), { maxLength: 6 })
const someStarts = fc.array(fc.nat(50), { minLength: 8, maxLength: 8 })
const someStops = fc.array(fc.record({ at: fc.nat(60), done: fc.boolean() }), { maxLength: 2 })

export async function explore(scenario: Scenario, { runs, seed, path }: { runs: number; seed: number; path?: string }): Promise<Explored> {
  let steps = 0
  const moves: Record<string, number> = {}
  const property = fc.asyncProperty(fc.scheduler(), someFaults, someStarts, someStops, async (scheduler, drawn, starts, stops) => {
    await inThisTime(async () => {
      const world = new World(scenario.settings)
      await scenario.before(world)
      world.provider.faults = [...drawn]
      steps += await interleaved(scheduler, { stops, starts }, () => scenario.meanwhile(world))
      world.provider.faults = []
      await rest(world, scenario.settings?.stock ?? 1)
      for (const { from, to } of rows('paymentEvent')) if (from && from !== to) moves[`${from}>${to}`] = (moves[`${from}>${to}`] ?? 0) + 1
    })
  })
  const details = await fc.check(property, { numRuns: runs, seed, ...(path && { path }), endOnFailure: false })
  return { failure: details.failed ? [complaint(details.errorInstance), fc.defaultReportMessage(details)].join('\n') : null, steps, moves }
}

const complaint = (error: unknown): string => (error instanceof Violated ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error))

async function rounds(times: number, apartMs: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    pass(apartMs)
    await reconcileDue()
  }
}

/** Leases run out, deadlines pass, orders are closed, the provider lets reservations lapse. */
async function rest(world: World, stock: number): Promise<void> {
  await rounds(3, 31 * seconds)
  await rounds(5, 100 * seconds)
  const waiting = stuck()
  await rounds(2, hour)
  await rounds(2, 4 * 24 * hour)
  await rounds(1, hour)
  const found = [...waiting, ...violations(world, stock)]
  if (found.length) throw new Violated(`${found.join('\n')}\n${story()}`)
}

/** The history of every payment, for whoever has to understand a failure. */
const story = (): string => rows('paymentEvent').map((e) => `${String(e.paymentId).slice(0, 4)} ${e.from} > ${e.to} by ${e.cause}`).join('\n')
