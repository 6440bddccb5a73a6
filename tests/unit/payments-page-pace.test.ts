// How soon waiting pages ask again, alone and in their thousands, by a clock that the test moves.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const opened = new Date('2026-11-21T12:00:00Z')
const waiting = { state: 'pending', checkEveryMs: 4_000, createdAt: opened }
const usualMs = 2_000
const bearable = 200

let nowMs = 0
/** How busy this instance is, 0 to 1. */
let used = 0
vi.mock('@/lib/payments/strength', () => ({ utilization: () => used }))
let nextPollMs: typeof import('@/lib/payments/page-pace').nextPollMs
let isTooBusyToLook: typeof import('@/lib/payments/page-pace').isTooBusyToLook
let isCrowd: typeof import('@/lib/payments/page-pace').isCrowd

beforeEach(async () => {
  nowMs = 0
  used = 0.2
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  // The pace is an instance's own: each test begins with a new one.
  vi.resetModules()
  ;({ nextPollMs, isTooBusyToLook, isCrowd } = await import('@/lib/payments/page-pace'))
})
afterEach(() => vi.restoreAllMocks())

const ask = (): number => nextPollMs(waiting, opened)
/** Chance that is the same in every run. */
function drawnByLot(): void {
  let drawn = 1
  vi.spyOn(Math, 'random').mockImplementation(() => (drawn = (drawn * 48_271) % 2_147_483_647) / 2_147_483_647)
}
const chance = (value: number) => vi.spyOn(Math, 'random').mockReturnValue(value)

/** Every page asks when it was told to; answers how many asked in each second. */
function live(pages: number, seconds: number, opensOverMs = usualMs): number[] {
  const due = Array.from({ length: pages }, (_, i) => nowMs + (i * opensOverMs) / pages)
  const perSecond = Array.from({ length: seconds }, () => 0)
  const began = nowMs
  for (; nowMs < began + seconds * 1_000; nowMs += 100) {
    for (const [i, at] of due.entries()) {
      if (at > nowMs) continue
      const second = Math.floor((nowMs - began) / 1_000)
      perSecond[second] = (perSecond[second] ?? 0) + 1
      due[i] = nowMs + ask()
    }
  }
  return perSecond
}

const mean = (numbers: number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

test('a page alone asks at its own pace, a fifth sooner or later by chance', () => {
  chance(0)
  expect(ask()).toBe(usualMs * 0.8)
  chance(0.5)
  expect(ask()).toBe(usualMs)
  chance(0.999_999)
  expect(ask()).toBe(usualMs * 1.2)
})

test('two hundred pages are not held back, and wait for the provider when they ask', () => {
  drawnByLot()
  const perSecond = live(200, 20)
  expect(mean(perSecond.slice(5))).toBeGreaterThan(95)
  expect(isCrowd()).toBe(false)
})

test('ten thousand pages that open within a minute soon ask no more than the machine bears, each of them in its turn', () => {
  drawnByLot()
  const perSecond = live(10_000, 240, 60_000)
  expect(Math.max(...perSecond.slice(0, 60))).toBeLessThanOrEqual(bearable * 1.75)
  expect(Math.max(...perSecond.slice(75))).toBeLessThanOrEqual(bearable * 1.25)
  expect(mean(perSecond.slice(120))).toBeGreaterThan(bearable * 0.8)
  expect(isCrowd()).toBe(true)
})

test('nobody is put off for longer than two minutes, however many ask', () => {
  drawnByLot()
  const told = Array.from({ length: 60_000 }, ask)
  expect(Math.max(...told)).toBeLessThanOrEqual(121_000)
  // Those for whom there was no room are spread, not sent to one and the same second.
  const perSecond = new Map<number, number>()
  for (const ms of told.slice(30_000)) perSecond.set(Math.floor(ms / 1_000), (perSecond.get(Math.floor(ms / 1_000)) ?? 0) + 1)
  expect(Math.max(...perSecond.values())).toBeLessThan(1_000)
})

test('a page whose payment is being decided keeps its pace in a crowd', () => {
  drawnByLot()
  live(10_000, 90, 60_000)
  expect(mean(Array.from({ length: 200 }, ask))).toBeGreaterThan(usualMs * 2)
  chance(0.5)
  expect(nextPollMs({ ...waiting, state: 'reserved' }, opened)).toBe(1_000)
})

test('the pace relaxes when they have gone', () => {
  drawnByLot()
  live(4_000, 30)
  expect(isCrowd()).toBe(true)
  live(20, 200)
  chance(0.5)
  expect(ask()).toBe(usualMs)
  expect(isCrowd()).toBe(false)
})

test('a machine at its end puts a crowd off for longer, and looks for none of it', () => {
  drawnByLot()
  used = 0.97
  const perSecond = live(4_000, 120)
  expect(mean(perSecond.slice(60))).toBeLessThanOrEqual(bearable * 0.55)
  expect(isTooBusyToLook()).toBe(true)
  used = 0.5
  expect(isTooBusyToLook()).toBe(false)
})

test('however busy the machine is, a few pages are neither held back nor left without a look', () => {
  drawnByLot()
  used = 1
  const perSecond = live(100, 20)
  expect(mean(perSecond.slice(5))).toBeGreaterThan(45)
  expect(isTooBusyToLook()).toBe(false)
})
