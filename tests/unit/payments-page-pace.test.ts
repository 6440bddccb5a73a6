// How soon waiting pages ask again, alone and in their thousands, by a clock that the test moves.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const opened = new Date('2026-11-21T12:00:00Z')
const waiting = { state: 'pending', checkEveryMs: 4_000, createdAt: opened }
const usualMs = 2_000
const mostPerSecond = 250

let nowMs = 0
/** How busy this instance is, 0 to 1. */
let used = 0
vi.mock('@/lib/payments/strength', () => ({ utilization: () => used }))
let nextPollMs: typeof import('@/lib/payments/page-pace').nextPollMs
let isTooBusyToLook: typeof import('@/lib/payments/page-pace').isTooBusyToLook

beforeEach(async () => {
  nowMs = 0
  used = 0.2
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  // The pace is an instance's own: each test begins with a new one.
  vi.resetModules()
  ;({ nextPollMs, isTooBusyToLook } = await import('@/lib/payments/page-pace'))
})
afterEach(() => vi.restoreAllMocks())

const ask = (): number => nextPollMs(waiting, opened)
const chance = (value: number) => vi.spyOn(Math, 'random').mockReturnValue(value)

/** Every page asks when it was told to; answers how many asked in each second. */
function live(pages: number, seconds: number): number[] {
  const due = Array.from({ length: pages }, (_, i) => nowMs + (i * usualMs) / pages)
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

test('a few pages are not held back', () => {
  chance(0.5)
  live(400, 20)
  expect(ask()).toBe(usualMs)
})

test('thousands of pages together come to ask no more than the machine bears', () => {
  let drawn = 1
  vi.spyOn(Math, 'random').mockImplementation(() => (drawn = (drawn * 48_271) % 2_147_483_647) / 2_147_483_647)
  const perSecond = live(4_000, 240)
  expect(perSecond[0]).toBeGreaterThan(mostPerSecond * 4)
  expect(mean(perSecond.slice(120))).toBeLessThanOrEqual(mostPerSecond)
})

test('the pace relaxes when they have gone', () => {
  chance(0.5)
  live(4_000, 30)
  expect(ask()).toBeGreaterThan(usualMs * 2)
  live(20, 60)
  expect(ask()).toBe(usualMs)
})

test('a pace is stretched by no more than sixty, whoever asks', () => {
  chance(0.5)
  for (let second = 0; second < 10; second++) {
    nowMs = second * 1_000
    for (let i = 0; i < 5_000; i++) ask()
  }
  expect(ask()).toBe(usualMs * 60)
})

test('a machine at its end stretches the pace of a crowd it can only just answer, and looks for none of it', () => {
  chance(0.5)
  used = 0.97
  live(400, 20)
  expect(ask()).toBeGreaterThan(usualMs)
  live(4_000, 5)
  expect(isTooBusyToLook()).toBe(true)
  used = 0.5
  expect(isTooBusyToLook()).toBe(false)
})

test('however busy the machine is, a few pages are neither held back nor left without a look', () => {
  chance(0.5)
  used = 1
  live(150, 20)
  expect(ask()).toBe(usualMs)
  expect(isTooBusyToLook()).toBe(false)
})
