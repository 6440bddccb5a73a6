// How soon a waiting page should ask us again. With many pages the pace is stretched, so that together they never
// ask more than the machine bears; each instance minds its own, since it is its own strength it protects.
import { pagePaceMs } from './schedule'
import { utilization } from './strength'

const mostPerSecond = 250
const longestStretch = 60

let second = 0
let asked = 0
let perSecond = 0
let stretch = 1

/** Counts one question, and once a second stretches or relaxes the pace by how many there were. */
function count(nowMs: number): void {
  const thisSecond = Math.floor(nowMs / 1000)
  if (thisSecond !== second) {
    perSecond = asked / Math.max(1, thisSecond - second)
    // A machine at its end answers fewer than are asked: by their number alone too many would look like just enough.
    const pressure = Math.max(perSecond / mostPerSecond, isCrowd() && utilization() > 0.95 ? 2 : 0)
    stretch = Math.min(longestStretch, Math.max(1, stretch * Math.min(4, Math.max(0.7, pressure))))
    second = thisSecond
    asked = 0
  }
  asked++
}

const isCrowd = (): boolean => perSecond > mostPerSecond * 0.4

/** Whether so many ask that a look for one of them would keep the others waiting; the reconciler looks as ever. */
export const isTooBusyToLook = (): boolean => isCrowd() && utilization() > 0.8

/** Milliseconds, with ±20 % of jitter so that pages opened together do not ask together. */
export function nextPollMs(payment: Parameters<typeof pagePaceMs>[0], now: Date): number {
  // Not `now`: answers of the database overtake each other, and its clock may be set.
  count(performance.now())
  return Math.round(pagePaceMs(payment, now) * stretch * (0.8 + Math.random() * 0.4))
}
