// A worker that dies inside this process: at its crash point it throws, and from then on every further crash point
// throws too, so that neither a `finally` nor a `catch` does for the dead what a killed process could not do.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Random } from './random'

export class Died extends Error {
  constructor(readonly at: string) {
    super(`died at ${at}`)
  }
}

type Mortal = { readonly dies: (point: string) => boolean; diedAt?: string }
const life = new AsyncLocalStorage<Mortal>()

/** How often each crash point was passed, and how often somebody died there. */
export const passed = new Map<string, number>()
export const deaths = new Map<string, number>()
const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1)

;(globalThis as { atFaultPoint?: (name: string) => void }).atFaultPoint = (name) => {
  count(passed, name)
  const mortal = life.getStore()
  if (!mortal) return
  if (mortal.diedAt) throw new Died(mortal.diedAt)
  if (!mortal.dies(name)) return
  mortal.diedAt = name
  count(deaths, name)
  throw new Died(name)
}

/** Runs one worker's deed, which dies at each crash point it passes with probability `risk`. Undefined when it died. */
export const mortally = <T>(random: Random, risk: number, deed: () => Promise<T>): Promise<T | undefined> => outliving({ dies: () => random.chance(risk) }, deed)

/** Runs one worker's deed, which dies when it first passes this crash point. False when it never did. */
export async function dyingAt(point: string, deed: () => Promise<unknown>): Promise<boolean> {
  const mortal: Mortal = { dies: (name) => name === point }
  await outliving(mortal, deed)
  return mortal.diedAt === point
}

/** Runs one worker's deed, who lives. Whether it passed this crash point. */
export async function passing(point: string, deed: () => Promise<unknown>): Promise<boolean> {
  let did = false
  await life.run({ dies: (name) => ((did ||= name === point), false) }, deed)
  return did
}

async function outliving<T>(mortal: Mortal, deed: () => Promise<T>): Promise<T | undefined> {
  return life.run(mortal, async () => {
    try {
      const result = await deed()
      // Somebody on the way may have caught the death, which in a killed process nobody could.
      return mortal.diedAt ? undefined : result
    } catch (error) {
      if (mortal.diedAt) return undefined
      throw error
    }
  })
}
