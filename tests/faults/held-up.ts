// A worker that is held up once the provider has answered, before it has written that down: until what must come in
// between has come, and not for a time in which a busy machine may not get to it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { shop } from './databases'

/** The machine was too slow for what was to be brought about: nothing is proved, and it is tried with another order. */
export class Missed extends Error {}

type Stop = { readonly at: string; readonly reached: () => void; readonly goOn: Promise<void> }
const stops = new AsyncLocalStorage<Stop>()

;(globalThis as { atFaultPointWait?: (name: string) => Promise<void> | undefined }).atFaultPointWait = (name) => {
  const stop = stops.getStore()
  if (stop?.at !== name) return undefined
  stop.reached()
  return stop.goOn
}

/** Runs one worker's deed, and what happens while it is held up there. False when it never came there. */
export async function whileHeldUp(point: string, deed: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<boolean> {
  const goOn = signal()
  const reached = signal()
  const doing = stops.run({ at: point, reached: reached.give, goOn: goOn.given }, deed)
  doing.catch(() => undefined)
  const came = await Promise.race([reached.given.then(() => true), doing.then(() => false)])
  try {
    if (came) await meanwhile()
  } finally {
    goOn.give()
  }
  await doing
  return came
}

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { give, given }
}

/** Only who asks for it looks at it: no reconciler of another misfortune's. */
export const unlooked = (id: string) => shop(`UPDATE payment SET next_check_at = clock_timestamp() + interval '1 hour' WHERE id = $1`, [id])

/** Nobody overtakes whoever is held up in this state. */
export async function keepsItsClaim(id: string, state: string): Promise<void> {
  const kept = await shop(`UPDATE payment SET claim_until = clock_timestamp() + interval '10 minutes' WHERE id = $1 AND state = $2 AND claim_until > clock_timestamp() RETURNING id`, [id, state])
  if (!kept.length) throw new Missed(`whoever had payment ${id} was overtaken before it was ${state}`)
}
