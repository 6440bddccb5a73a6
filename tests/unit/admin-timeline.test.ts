import { expect, test } from 'vitest'
import { durationText } from '@/components/admin/duration'
import { timelineItems } from '@/components/admin/timeline-items'
import type { HumanEntry } from '@/lib/payments/story'
import type { TimelineEntry } from '@/lib/payments/timeline'

let id = 0n
const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second))
const call = (second: number, operation: string, code: string | null, paymentId = 'p'): TimelineEntry => ({
  kind: 'exchange', id: ++id, paymentId, operation, at: at(second), request: {}, response: null, completedAt: at(second), durationMs: 5, httpStatus: 200,
  outcome: 'done', code, signature: 'valid', providerRef: null, error: null,
})
const event = (second: number, from: string | null, to: string): TimelineEntry => ({
  kind: 'event', id: ++id, paymentId: 'p', at: at(second), version: 1, from, to, cause: 'poll', actor: 'shopper', reason: null,
})
const human = (second: number): HumanEntry => ({ kind: 'human', id: ++id, at: at(second), actor: 'user:a', action: 'payment.check', reason: null })
const told = (entries: TimelineEntry[], people: HumanEntry[] = []) =>
  timelineItems(entries, people).map((item) => (item.kind === 'exchanges' ? `${item.calls[0].operation} ${item.calls[0].code} × ${item.calls.length}` : item.kind === 'event' ? item.to : item.kind))

test('the same question with the same answer is one line, until the answer differs', () => {
  const entries = [call(1, 'Check', 'wait'), call(2, 'Check', 'wait'), call(3, 'Check', 'wait'), call(4, 'Check', 'yes'), call(5, 'Check', 'wait')]
  expect(told(entries)).toEqual(['Check wait × 3', 'Check yes × 1', 'Check wait × 1'])
})

test('a change of state between two calls keeps them apart', () => {
  expect(told([call(1, 'Check', 'wait'), event(2, 'pending', 'cancelling'), call(3, 'Check', 'wait')])).toEqual(['Check wait × 1', 'cancelling', 'Check wait × 1'])
})

test('calls about two payments are not mixed', () => {
  expect(told([call(1, 'Check', 'wait', 'a'), call(2, 'Check', 'wait', 'b')])).toHaveLength(2)
})

test('what happens at the same moment is told from cause to effect', () => {
  expect(told([event(1, 'pending', 'reserved'), call(1, 'Check', 'yes')], [human(1)])).toEqual(['human', 'Check yes × 1', 'reserved'])
})

test('a note stands where it was written', () => {
  const note = { kind: 'note', id: ++id, at: at(2), actor: 'user:a', text: 'The customer called' } as const
  expect(timelineItems([event(3, 'a', 'late'), event(1, null, 'early')], [note]).map((item) => (item.kind === 'note' ? item.text : item.kind))).toEqual(['event', 'The customer called', 'event'])
})

test('things are told by time, whatever order they come in', () => {
  expect(told([event(9, 'a', 'late'), event(1, null, 'early')], [human(5)])).toEqual(['early', 'human', 'late'])
})

test.each([
  [0, '0 ms', '0 ms'], [340, '340 ms', '340 ms'], [1250, '1.3 s', '1,3 sek.'], [12_400, '12 s', '12 sek.'], [300_000, '5 min', '5 mín.'], [7_200_000, '2 h', '2 klst.'],
])('%d milliseconds are %s, and %s in Icelandic', (ms, en, is) => {
  expect([durationText(ms, 'en'), durationText(ms, 'is')]).toEqual([en, is])
})
