// How soon a waiting page should ask us again. Every answer is an appointment: a page gets the first second, from its
// own pace on, that still has room, so that any number of pages together never ask more than the machine bears, and
// a few wait for nothing. Each instance keeps its own book, since it is its own strength it protects.
import { pagePaceMs } from './schedule'
import { utilization } from './strength'

/** Questions a second this instance is meant to bear, with the looks they cause beside them. */
const bearable = 200
/** What pages already waiting can always have of that, however many others are just opening. */
const leastForThem = 40
/** Those whose payment is just now being decided come soon whoever else waits. */
const forTheUrgent = bearable * 2
const furthest = 120
/** Put off by more than so many seconds, a page is one of a crowd. */
const long = 5

/** Appointments by second, a ring. */
const book = new Uint16Array(furthest + 8)
let second = 0
/** Questions of this second, and those a second that came without an appointment, as a moving average. */
let asked = 0
let unannounced = 0
/** When a page last got a second much later than its own pace wished for. */
let putOffAt = -Infinity

const slot = (at: number): number => at % book.length
const booked = (at: number): number => book[slot(at)] ?? 0

/** Counts one question; once a second the book's page is turned. */
function count(thisSecond: number): void {
  const passed = thisSecond - second
  if (passed > 0) {
    unannounced = unannounced * 0.7 + Math.max(0, asked / passed - booked(second)) * 0.3
    for (let i = 0; i < Math.min(passed, book.length); i++) book[slot(second + i)] = 0
    second = thisSecond
    asked = 0
  }
  asked++
}

/** How many appointments a second may have: less while many come without one, and on a machine at its end. */
const room = (): number => Math.max(leastForThem, (bearable - unannounced) * (utilization() > 0.95 ? 0.5 : 1))

/** Whether so many ask that some were put off for long: then none should wait here for what the provider says. */
export const isCrowd = (): boolean => performance.now() - putOffAt < 30_000

/** Whether so many ask that a look for one of them would keep the others waiting; the reconciler looks as ever. */
export const isTooBusyToLook = (): boolean => isCrowd() && utilization() > 0.8

/** Milliseconds, with ±20 % of jitter so that pages opened together do not ask together. */
export function nextPollMs(payment: Parameters<typeof pagePaceMs>[0], now: Date): number {
  // Not `now`: answers of the database overtake each other, and its clock may be set.
  const nowMs = performance.now()
  count(Math.floor(nowMs / 1000))
  const ownMs = pagePaceMs(payment, now) * (0.8 + Math.random() * 0.4)
  const wished = Math.floor((nowMs + ownMs) / 1000)
  const isWaiting = payment.state === 'pending' || payment.state === 'needs_code'
  const most = isWaiting ? room() : forTheUrgent
  const last = second + furthest
  let at = wished
  while (at < last && booked(at) >= most) at++
  // With every second taken those who are left are spread over the later ones.
  if (at === last) at = Math.max(wished, last - Math.floor((Math.random() * furthest) / 2) - 1)
  book[slot(at)] = booked(at) + 1
  if (at - wished > long) putOffAt = nowMs
  return Math.round(at === wished ? ownMs : at * 1000 - nowMs + Math.random() * 1000)
}
