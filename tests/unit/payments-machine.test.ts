import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activeStates, decideSignal, decideTruth, isActive, onSignal, onTruth, publicState, signals, states, truths, type CancelBy, type Facts, type State,
} from '@/lib/payments/machine'

const cancelBys = [null, 'shopper', 'merchant', 'expiry'] as const satisfies readonly (CancelBy | null)[]
const everyFacts: Facts[] = cancelBys.flatMap((cancelBy) =>
  [false, true].flatMap((pastDeadline) =>
    [false, true].flatMap((paidByAnother) => [false, true].map((honourable) => ({ cancelBy, pastDeadline, paidByAnother, honourable }))),
  ),
)
const plain: Facts = { cancelBy: null, pastDeadline: false, paidByAnother: false, honourable: true }
const ends: State[] = ['declined', 'cancelled', 'expired', 'failed']

/** Every move a truth may cause, written out a second time: the table in the code must make these and no others. */
const allowed: Record<State, readonly State[]> = {
  created: [],
  sent: ['pending', 'needs_code', 'cancelling', 'reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired', 'failed'],
  unknown: ['pending', 'needs_code', 'cancelling', 'reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired', 'failed'],
  pending: ['needs_code', 'reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired', 'failed'],
  needs_code: ['reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired', 'failed'],
  reserved: ['confirmed', 'surplus', 'cancelled', 'expired'],
  confirming: ['confirmed', 'surplus', 'declined', 'cancelled', 'expired'],
  confirm_unknown: ['reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired'],
  cancelling: ['reserved', 'confirmed', 'surplus', 'declined', 'cancelled', 'expired'],
  confirmed: [],
  declined: ['late_unhonoured', 'confirmed', 'surplus'],
  cancelled: ['reserved', 'late_unhonoured', 'confirmed', 'surplus'],
  expired: ['reserved', 'late_unhonoured', 'confirmed', 'surplus'],
  failed: ['late_unhonoured', 'confirmed', 'surplus'],
  late_unhonoured: ['confirmed', 'surplus'],
  surplus: [],
}

test('every pair of state and truth, under all facts, moves only where it may', () => {
  let pairs = 0
  const made = new Set<string>()
  for (const state of states) {
    for (const truth of truths) {
      pairs++
      for (const facts of everyFacts) {
        const { to, odd } = decideTruth(state, truth, facts)
        if (to !== state) {
          expect(allowed[state], `${state} told ${truth} went to ${to}`).toContain(to)
          made.add(`${state}>${to}`)
        }
        if (odd && to !== 'late_unhonoured') expect(to, `${state} told ${truth} is odd and moved`).toBe(state)
      }
    }
  }
  expect(pairs).toBe(states.length * truths.length)
  const all = Object.entries(allowed).flatMap(([from, tos]) => tos.map((to) => `${from}>${to}`))
  expect([...made].sort()).toEqual(all.sort())
})

test('every pair of state and signal is in the table or is refused', () => {
  for (const state of states) {
    for (const signal of signals) {
      for (const cancelBy of cancelBys) {
        const to = decideSignal(state, signal, { cancelBy })
        const written = onSignal[signal][state]
        if (!written) expect(to).toBeNull()
        else expect([written, 'cancelled']).toContain(to)
      }
    }
  }
})

test('the tables name every state and every truth', () => {
  expect(Object.keys(onTruth).sort()).toEqual([...states].sort())
  for (const row of Object.values(onTruth)) expect(Object.keys(row).sort()).toEqual([...truths].sort())
})

test('facts only grow: after any history money once taken stays taken, and nothing but a yes leads to it', () => {
  const input = fc.oneof(
    fc.record({ truth: fc.constantFrom(...truths), facts: fc.constantFrom(...everyFacts) }),
    fc.record({ signal: fc.constantFrom(...signals), cancelBy: fc.constantFrom(...cancelBys) }),
  )
  fc.assert(
    fc.property(fc.array(input, { maxLength: 30 }), (history) => {
      let state: State = 'created'
      let toldConfirmed = false
      for (const said of history) {
        const before: State = state
        if ('truth' in said) {
          toldConfirmed ||= said.truth === 'confirmed'
          state = decideTruth(state, said.truth, said.facts).to
        } else state = decideSignal(state, said.signal, said) ?? state
        if (before === 'confirmed' || before === 'surplus') expect(state).toBe(before)
        if (state === 'confirmed' || state === 'surplus') expect(toldConfirmed).toBe(true)
        if (state === 'confirming' && before !== 'confirming') expect(before).toBe('reserved')
        if (!isActive(before) && isActive(state)) expect([before, state]).toEqual([expect.stringMatching(/^(expired|cancelled)$/), 'reserved'])
      }
    }),
    { numRuns: 50_000 },
  )
})

test('a cart that is over was cancelled by us, ran out, or was refused by the customer: in that order', () => {
  for (const state of ['pending', 'needs_code'] as const) {
    expect(decideTruth(state, 'closed', plain).to).toBe('declined')
    expect(decideTruth(state, 'closed', { ...plain, pastDeadline: true }).to).toBe('expired')
    expect(decideTruth(state, 'closed', { ...plain, cancelBy: 'shopper', pastDeadline: true }).to).toBe('cancelled')
  }
  expect(decideTruth('cancelling', 'closed', { ...plain, cancelBy: 'shopper' }).to).toBe('cancelled')
  expect(decideTruth('cancelling', 'closed', { ...plain, cancelBy: 'expiry' }).to).toBe('expired')
})

test('a cancel that loses against a reservation waits for the renewed yes; against money it is paid', () => {
  expect(decideTruth('cancelling', 'reserved', { ...plain, cancelBy: 'shopper' })).toMatchObject({ to: 'reserved', needsYes: true })
  expect(decideTruth('cancelling', 'reserved', { ...plain, cancelBy: 'expiry' })).toMatchObject({ to: 'reserved', needsYes: false })
  expect(decideTruth('cancelling', 'confirmed', { ...plain, cancelBy: 'shopper' }).to).toBe('confirmed')
})

test('a reservation seen while a capture is under way does not free a second capture', () => {
  expect(decideTruth('confirming', 'reserved', plain).to).toBe('confirming')
  expect(decideTruth('confirm_unknown', 'reserved', plain).to).toBe('reserved')
})

test('a late yes is taken up only while the order can be honoured, and after a cancel only with a renewed yes', () => {
  expect(decideTruth('expired', 'reserved', plain)).toMatchObject({ to: 'reserved', needsYes: false })
  expect(decideTruth('expired', 'reserved', { ...plain, honourable: false }).to).toBe('late_unhonoured')
  expect(decideTruth('cancelled', 'reserved', { ...plain, cancelBy: 'shopper' })).toMatchObject({ to: 'reserved', needsYes: true })
  expect(decideTruth('cancelled', 'reserved', { ...plain, cancelBy: 'merchant' }).to).toBe('late_unhonoured')
  expect(decideTruth('declined', 'reserved', plain)).toMatchObject({ to: 'late_unhonoured', odd: true })
})

test('money for an order that another payment has paid is surplus, wherever it comes from', () => {
  for (const state of states.filter((s) => allowed[s].includes('surplus'))) {
    expect(decideTruth(state, 'confirmed', { ...plain, paidByAnother: true }).to).toBe('surplus')
  }
})

test('an end asked for before the answer to the start is carried out once there is something to end', () => {
  expect(decideTruth('unknown', 'pending', { ...plain, cancelBy: 'shopper' }).to).toBe('cancelling')
  expect(decideTruth('sent', 'needs_code', { ...plain, cancelBy: 'merchant' }).to).toBe('cancelling')
  expect(decideSignal('unknown', 'deadline', { cancelBy: 'shopper' })).toBe('cancelled')
  expect(decideSignal('unknown', 'deadline', { cancelBy: null })).toBe('expired')
})

test('no answer is never told as failure: only refusals and proof that nothing was sent lead to failed', () => {
  const toFailed = signals.filter((signal) => Object.values(onSignal[signal]).includes('failed')).sort()
  expect(toFailed).toEqual(['bind', 'never_sent', 'start_refused'])
  expect(publicState('unknown')).toBe('unknown')
  expect(publicState('confirm_unknown')).toBe('unknown')
})

test('what can still take money is what the outside sees as unfinished', () => {
  const unfinished = ['pending', 'needs_code', 'reserved', 'unknown']
  for (const state of states) expect(unfinished.includes(publicState(state)), state).toBe(activeStates.includes(state))
  for (const state of ends) expect(publicState(state)).toBe(state)
})
