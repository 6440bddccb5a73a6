// How much of this instance's one thread is in use.
import { performance } from 'node:perf_hooks'

const windowMs = 500

let before = performance.eventLoopUtilization()
let measuredAt = performance.now()
let used = 0

/** The part of the time, 0 to 1, in which the event loop was not idle, over half a second or since the last question. */
export function utilization(): number {
  const now = performance.now()
  if (now - measuredAt < windowMs) return used
  const current = performance.eventLoopUtilization()
  used = performance.eventLoopUtilization(current, before).utilization
  before = current
  measuredAt = now
  return used
}
