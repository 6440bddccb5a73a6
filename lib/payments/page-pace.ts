// How soon a waiting page should ask us again. With many pages the pace is stretched, so that together they never
// ask more than the machine bears; each instance minds its own, since it is its own strength it protects.
import { pagePaceMs } from './schedule'

const mostPerSecond = 250
const longestStretch = 60

let second = 0
let asked = 0
let stretch = 1

/** Counts one question, and once a second stretches or relaxes the pace by how many there were. */
function count(nowMs: number): void {
  const thisSecond = Math.floor(nowMs / 1000)
  if (thisSecond !== second) {
    const perSecond = asked / Math.max(1, thisSecond - second)
    stretch = Math.min(longestStretch, Math.max(1, stretch * Math.min(4, Math.max(0.7, perSecond / mostPerSecond))))
    second = thisSecond
    asked = 0
  }
  asked++
}

/** Milliseconds, with ±20 % of jitter so that pages opened together do not ask together. */
export function nextPollMs(payment: Parameters<typeof pagePaceMs>[0], now: Date): number {
  // Not `now`: answers of the database overtake each other, and its clock may be set.
  count(performance.now())
  return Math.round(pagePaceMs(payment, now) * stretch * (0.8 + Math.random() * 0.4))
}
