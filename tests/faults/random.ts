// The suite's only source of chance: a small generator with a seed that is printed when something fails.

export type Random = {
  /** From 0 up to 1. */
  (): number
  chance(probability: number): boolean
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** A generator of its own, so that what one actor draws does not change what another draws. */
  fork(): Random
}

/** mulberry32: 32 bits of state, good enough to choose faults by. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return Object.assign(next, {
    chance: (probability: number) => next() < probability,
    between: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
    fork: () => seeded(Math.floor(next() * 2 ** 32)),
  })
}
