// The life of a payment, as tables. Pure: given where a payment is and what is said, where it goes.
// Two kinds of input: what the provider says is so (a truth), and what we or a person decide (a signal).
import type { Truth } from '@/lib/gateways/gateway'

export const states = [
  'created', // the intent is committed, nothing has been sent
  'sent', // the call that starts it is on its way
  'unknown', // that call's answer was lost; it may live at the provider
  'pending', // the customer has not decided
  'needs_code', // the customer must give a one-time code
  'reserved', // the customer said yes; no money yet
  'confirming', // our call that takes the money is on its way
  'confirm_unknown', // that call's answer was lost
  'cancelling', // we asked for an end; it may lose
  'confirmed', // the money is taken
  'declined',
  'cancelled',
  'expired',
  'failed',
  'late_unhonoured', // a yes that came too late, or was taken back: never captured
  'surplus', // money taken for an order that another payment has paid: to be refunded
] as const
export type State = (typeof states)[number]

export const truths = [
  'pending', 'needs_code', 'reserved', 'reserved_for_callback', 'confirmed', 'declined', 'cancelled', 'closed', 'missing', 'failed',
] as const satisfies readonly Truth[]

/** What can still take money. The partial index payment_one_active names the same. */
export const activeStates: readonly State[] = [
  'created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling',
]
export const isActive = (state: State): boolean => activeStates.includes(state)

export const publicStates = ['pending', 'needs_code', 'reserved', 'confirmed', 'declined', 'cancelled', 'expired', 'failed', 'unknown'] as const
export type PublicState = (typeof publicStates)[number]

const publicStateOf: Record<State, PublicState> = {
  created: 'pending', sent: 'pending', pending: 'pending', cancelling: 'pending',
  needs_code: 'needs_code',
  reserved: 'reserved', confirming: 'reserved',
  unknown: 'unknown', confirm_unknown: 'unknown',
  confirmed: 'confirmed', surplus: 'confirmed',
  declined: 'declined', cancelled: 'cancelled', expired: 'expired', failed: 'failed', late_unhonoured: 'cancelled',
}
/** The word shown outside: by the status route, the pages and the reports. */
export const publicState = (state: State): PublicState => publicStateOf[state]

/**
 * Over by the clock while the provider, who takes the money at the customer's yes, never named it to us: whether money
 * was taken nobody here knows, and nobody may be told that it was not.
 */
export const endedUnheard = (p: { state: string; transactionId: string | null; captureMode: string; reason: string | null }): boolean =>
  (p.state === 'expired' || p.state === 'cancelled') && p.transactionId === null && p.captureMode === 'automatic' && p.reason === 'no_answer'

/**
 * A state to go to, or a rule:
 *   stay   nothing new
 *   odd    contradicts what we know: nothing moves, a person is told
 *   end    over without money, by whose doing is ours to say
 *   lapse  a reservation that ended without money
 *   paid   the money is taken: confirmed, or surplus when another payment already paid the order
 *   late   a yes after the end: taken up again if the order can still be honoured, else never captured
 */
type Rule = State | 'stay' | 'odd' | 'end' | 'lapse' | 'paid' | 'late'
type Row = Record<Truth, Rule>

const row = (pending: Rule, needs_code: Rule, reserved: Rule, reserved_for_callback: Rule, confirmed: Rule, declined: Rule, cancelled: Rule, closed: Rule, missing: Rule, failed: Rule): Row =>
  ({ pending, needs_code, reserved, reserved_for_callback, confirmed, declined, cancelled, closed, missing, failed })

const ended = row('stay', 'stay', 'late', 'late', 'paid', 'stay', 'stay', 'stay', 'stay', 'stay')
const started = row('pending', 'needs_code', 'reserved', 'reserved', 'paid', 'declined', 'end', 'end', 'odd', 'failed')

export const onTruth: Record<State, Row> = {
  //                   pending   needs_code    reserved    reserved_for_cb  confirmed declined   cancelled  closed   missing  failed
  created: row('odd', 'odd', 'odd', 'odd', 'odd', 'odd', 'odd', 'odd', 'odd', 'odd'),
  sent: started,
  unknown: started,
  pending: row('stay', 'needs_code', 'reserved', 'reserved', 'paid', 'declined', 'end', 'end', 'odd', 'failed'),
  needs_code: row('stay', 'stay', 'reserved', 'reserved', 'paid', 'declined', 'end', 'end', 'odd', 'failed'),
  reserved: row('odd', 'odd', 'stay', 'stay', 'paid', 'lapse', 'lapse', 'lapse', 'odd', 'lapse'),
  // While our capture is under way a reservation seen by another door is old news: it must not free a second capture.
  confirming: row('odd', 'odd', 'stay', 'odd', 'paid', 'declined', 'lapse', 'lapse', 'odd', 'lapse'),
  confirm_unknown: row('odd', 'odd', 'reserved', 'odd', 'paid', 'declined', 'lapse', 'lapse', 'odd', 'lapse'),
  cancelling: row('stay', 'stay', 'reserved', 'reserved', 'paid', 'declined', 'end', 'end', 'odd', 'end'),
  confirmed: row('stay', 'stay', 'stay', 'stay', 'stay', 'odd', 'odd', 'odd', 'stay', 'odd'),
  declined: ended,
  cancelled: ended,
  expired: ended,
  failed: ended,
  late_unhonoured: row('stay', 'stay', 'stay', 'stay', 'paid', 'stay', 'stay', 'stay', 'stay', 'stay'),
  surplus: row('stay', 'stay', 'stay', 'stay', 'stay', 'stay', 'stay', 'stay', 'stay', 'stay'),
}

export const signals = [
  'send', // the intent is committed; the call goes out
  'never_sent', // nobody sent it within its lease
  'start_refused', // the provider named a refusal, or the bytes provably never left
  'start_lost', // no answer to the call that starts it
  'bind', // a signed callback named the transaction we had not learnt
  'deadline', // nothing was ever heard of it
  'cancel', // somebody asks for an end
  'capture', // we are about to take the money
  'capture_lost', // no answer, or no clear one, to that
  'honour', // we decided to say yes to the provider's callback
  'renew_yes', // the shopper who cancelled wants it after all
  'give_up', // a reservation is let go: it lapses at the provider and is never captured
  'goods_leave', // the goods of a reservation leave: its money is taken now
  'goods_stay', // they do not: the reservation waits for them again
] as const
export type Signal = (typeof signals)[number]

/** A missing pair means: not now. A pair that leads to itself changes a mark, not the state. */
export const onSignal: Record<Signal, Partial<Record<State, State>>> = {
  send: { created: 'sent' },
  never_sent: { created: 'failed' },
  start_refused: { sent: 'failed', unknown: 'failed' },
  start_lost: { sent: 'unknown' },
  bind: { sent: 'sent', unknown: 'unknown', declined: 'declined', cancelled: 'cancelled', expired: 'expired', failed: 'failed' },
  deadline: { unknown: 'expired' },
  cancel: { created: 'cancelled', sent: 'sent', unknown: 'unknown', pending: 'cancelling', needs_code: 'cancelling' },
  capture: { reserved: 'confirming' },
  capture_lost: { confirming: 'confirm_unknown' },
  honour: { reserved: 'reserved' },
  renew_yes: { reserved: 'reserved' },
  give_up: { reserved: 'late_unhonoured' },
  goods_leave: { reserved: 'reserved' },
  goods_stay: { reserved: 'reserved', confirming: 'confirming', confirm_unknown: 'confirm_unknown' },
}

export type CancelBy = 'shopper' | 'merchant' | 'expiry'

/** What a decision depends on besides state and input; read under the locks. */
export type Facts = {
  readonly cancelBy: CancelBy | null
  /** The customer's time to accept is over. */
  readonly pastDeadline: boolean
  /** Another payment has paid the order. */
  readonly paidByAnother: boolean
  /** The order can take this payment now: open, or expired with goods still to be had, and no other payment active. */
  readonly honourable: boolean
}

export type Move = { readonly to: State; readonly odd: boolean; readonly needsYes: boolean }

const stay = (state: State): Move => ({ to: state, odd: false, needsYes: false })

/** Where a truth leads. `needsYes` marks a reservation that must not be captured without the shopper's renewed yes. */
export function decideTruth(state: State, truth: Truth, facts: Facts): Move {
  const rule = onTruth[state][truth]
  switch (rule) {
    case 'stay':
      return stay(state)
    case 'odd':
      return { ...stay(state), odd: true }
    case 'paid':
      return stay(facts.paidByAnother ? 'surplus' : 'confirmed')
    case 'end':
      return stay(endOf(facts))
    case 'lapse':
      return stay(facts.cancelBy && facts.cancelBy !== 'expiry' ? 'cancelled' : 'expired')
    case 'late': {
      const takenUp = facts.honourable && (state === 'expired' || (state === 'cancelled' && facts.cancelBy === 'shopper'))
      if (!takenUp) return { to: 'late_unhonoured', odd: state === 'declined' || state === 'failed', needsYes: false }
      return { to: 'reserved', odd: false, needsYes: state === 'cancelled' }
    }
    case 'reserved':
      return { to: 'reserved', odd: false, needsYes: facts.cancelBy === 'shopper' }
    case 'pending':
    case 'needs_code':
      // An end was asked for before we knew whether there is anything to end: now we do.
      return stay(facts.cancelBy && (state === 'sent' || state === 'unknown') ? 'cancelling' : rule)
    default:
      return stay(rule)
  }
}

/** A provider may say only that it is over. Ours to say why: our cancel, the time, or else the customer's no. */
function endOf(facts: Facts): State {
  if (facts.cancelBy === 'expiry') return 'expired'
  if (facts.cancelBy) return 'cancelled'
  return facts.pastDeadline ? 'expired' : 'declined'
}

/** Where a signal leads, or null when it may not be given now. */
export function decideSignal(state: State, signal: Signal, facts: Pick<Facts, 'cancelBy'>): State | null {
  const to = onSignal[signal][state] ?? null
  if (signal === 'deadline' && to && facts.cancelBy && facts.cancelBy !== 'expiry') return 'cancelled'
  return to
}
