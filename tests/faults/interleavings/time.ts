// One clock for everybody, which stands still unless somebody moves it, and the order in which steps happen. In
// `order` every step waits for the scheduler; otherwise it happens at once.
import type { Scheduler } from 'fast-check'

const began = Date.parse('2026-11-21T12:00:00Z')

type Stop = { readonly at: number; readonly done: boolean }

type Course = {
  /** The steps after which, or before which, a worker is never heard of again. */
  readonly stops: readonly Stop[]
  /** How many steps have been made before the first, the second … begins: whoever has little to do would else be first nearly always. */
  readonly starts: readonly number[]
}
let order: (Course & { readonly scheduler: Scheduler; steps: number; readonly waiting: { readonly at: number; readonly start: () => void }[] }) | null = null
let elapsed = 0

export const present = (): Date => new Date(began + elapsed)
export const pass = (ms: number): void => void (elapsed += ms)
const passUntil = (at: number): void => void (elapsed = Math.max(elapsed, at))

const never = new Promise<never>(() => undefined)

/** One thing that happens at once, as nobody else sees it half done. A worker may stop for ever just before or after it. */
export async function step<T>(label: string, effect: () => T | Promise<T>): Promise<T> {
  if (!order) return effect()
  const { scheduler, stops } = order
  const number = order.steps++
  const stop = stops.find(({ at }) => at === number)
  await scheduler.schedule(Promise.resolve(), stop ? `${label}, and stops ${stop.done ? 'after' : 'before'} it` : label)
  pass(1)
  if (stop && !stop.done) return never
  const result = await effect()
  return stop ? never : result
}

/** A step of somebody who never stops: the customer, the provider, time itself. */
export async function turn<T>(label: string, effect: () => T): Promise<T> {
  if (order) await order.scheduler.schedule(Promise.resolve(), label)
  pass(1)
  return effect()
}

/** Begins when its time has come, or when nobody else has anything left to do. */
export async function begin<T>(deed: () => Promise<T>): Promise<T> {
  if (order) {
    const { waiting, starts } = order
    await new Promise<void>((start) => waiting.push({ at: starts[waiting.length] ?? 0, start }))
  }
  return deed()
}

/** Everything that begins in `work` goes on in the scheduler's order until nothing is left to do. */
export async function interleaved(scheduler: Scheduler, course: Course, work: () => void): Promise<number> {
  const waiting: { readonly at: number; readonly start: () => void }[] = []
  order = { ...course, scheduler, steps: 0, waiting }
  try {
    work()
    const queue = waiting.toSorted((a, b) => a.at - b.at)
    for (let made = 0; queue.length || scheduler.count() > 0; made++) {
      while (queue[0] && (queue[0].at <= made || scheduler.count() === 0)) {
        queue.shift()?.start()
        await settled()
      }
      if (scheduler.count() > 0) await scheduler.waitOne()
      await settled()
    }
    return order.steps
  } finally {
    order = null
  }
}

/** A macrotask later everything that one step set off has reached its next step, so that no two overlap. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

const longestTimerMs = 60_000
type Timer = { over: boolean; unref(): void }

/** Timers fire in the scheduler's order as well: at their time or, as on a busy machine, any time after it. */
function startTimer(fire: () => void, ms = 0): Timer {
  const timer: Timer = { over: false, unref: () => undefined }
  // Housekeeping of a library's, which sets itself anew for ever.
  if (ms > longestTimerMs) return timer
  const due = elapsed + ms
  void order?.scheduler.schedule(Promise.resolve(), `a timer of ${Math.round(ms)} ms`).then(() => {
    if (timer.over) return
    passUntil(due)
    fire()
  })
  return timer
}

/** Runs `work` with this clock in the place of the process's own, and with chance taken out of its jitter. */
export async function inThisTime<T>(work: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout } = globalThis
  const now = performance.now
  const { random } = Math
  elapsed = 0
  Object.assign(globalThis, { setTimeout: startTimer, clearTimeout: (timer?: Timer) => void (timer && (timer.over = true)) })
  performance.now = () => elapsed
  Math.random = () => 0.5
  try {
    return await work()
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout })
    performance.now = now
    Math.random = random
  }
}
