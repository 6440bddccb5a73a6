// What a run must have exercised: a suite that reaches little proves little. Each thing that was not reached is a
// failed check, by name.
import { moves } from './checker/moves'
import type { Checked, Coverage } from './report'

/** In the table, and never made, with the reason; one that is made all the same is a failure too. */
const answersNoEnd = "InsertCart's answer names no such end"
const calledOffIsCancelling = 'once an end is asked for it is cancelling, and never waits again'
const captureHoldsTheClaim = 'while we capture nobody else looks, and a lost capture is unknown before it is looked up'
export const unreachable: Readonly<Record<string, string>> = {
  'sent>confirmed': answersNoEnd,
  'sent>surplus': answersNoEnd,
  'sent>declined': answersNoEnd,
  'sent>cancelled': answersNoEnd,
  'sent>expired': answersNoEnd,
  'pending>cancelled': calledOffIsCancelling,
  'needs_code>cancelled': calledOffIsCancelling,
  'confirming>declined': captureHoldsTheClaim,
  'confirming>cancelled': captureHoldsTheClaim,
  'confirming>expired': captureHoldsTheClaim,
}

const states = ['sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling', 'confirmed', 'declined', 'cancelled', 'expired', 'failed', 'late_unhonoured', 'surplus']
const operations = ['InsertCart', 'CheckCart', 'ConfirmCart', 'CancelCart', 'refund', 'transaction']
/** Every crash point of the payments core. */
export const crashPoints: readonly string[] = [
  'start.placed', 'claim.taken', 'claim.before_release', 'callback.stored', 'callback.before_answer', 'callback.honoured',
  'reconcile.before_closing_orders', 'reconcile.before_effects', 'refund.intended', 'refund.answered',
  ...operations.flatMap((operation) => [`exchange.opened.${operation}`, `exchange.answered.${operation}`]),
  ...states.flatMap((state) => [`record.before_commit.${state}`, `record.committed.${state}`]),
]

/** What these parts bring about on purpose, whatever the seed. */
const onPurpose: Readonly<Record<string, { faults: readonly string[]; deaths: readonly string[] }>> = {
  directed: {
    faults: [
      'answer_lost of InsertCart', 'answer_lost of ConfirmCart', 'no_answer of InsertCart', 'no_answer of CheckCart', 'no_answer of ConfirmCart', 'no_answer of CancelCart',
      'error_500_after_effect of InsertCart', 'slow of InsertCart', 'slow of CheckCart', 'slow of ConfirmCart', 'refuse of InsertCart', 'refuse of CheckCart',
      'unknown_code of InsertCart', 'contradiction of InsertCart', 'callback_lost of callback', 'callback_lost of cancel-callback', 'callback_delayed of callback',
    ],
    deaths: ['start.placed', 'record.before_commit.surplus', 'record.committed.surplus'],
  },
  refunds: {
    faults: [
      'answer_lost of refund', 'no_answer of refund', 'error_500_after_effect of refund', 'html of refund', 'cut_json of refund', 'slow of refund', 'refuse of refund',
      'html of transaction', 'error_500_after_effect of transaction', 'slow of transaction',
    ],
    deaths: ['refund.intended', 'refund.answered', 'exchange.opened.refund', 'exchange.answered.refund'],
  },
}

/** Parts by whose chances, in the full form, everything there is must have happened at least once. */
const byChance = ['directed', 'storms', 'refunds', 'histories', 'kills']

export function reached({ transitions, deaths, faults, fired }: Coverage, ran: readonly string[], long: boolean): Checked[] {
  const whole = long && byChance.every((part) => ran.includes(part))
  const checks: Checked[] = []
  const mustHave = (name: string, wanted: Iterable<string>, had: Readonly<Record<string, number>>) => {
    const missing = [...wanted].filter((one) => !had[one])
    checks.push({ name, ok: missing.length === 0, detail: missing.length ? `never: ${missing.join(', ')}` : '' })
  }
  if (ran.includes('directed')) {
    mustHave('every move that can be made was made', [...moves].filter((move) => !unreachable[move]), transitions)
    const made = Object.keys(unreachable).filter((move) => transitions[move])
    checks.push({ name: 'what cannot be reached was not', ok: made.length === 0, detail: made.map((move) => `${move}, though ${unreachable[move]}`).join('; ') })
  }
  for (const part of ran) {
    const meant = onPurpose[part]
    if (!meant) continue
    mustHave(`every fault that ${part} orders on purpose hit a call`, meant.faults, fired)
    mustHave(`somebody died at every crash point that ${part} arms`, meant.deaths, deaths)
  }
  if (whole) {
    mustHave('somebody died at every crash point', crashPoints, deaths)
    mustHave('every fault that was ordered hit a call', Object.keys(faults), fired)
  }
  return checks
}
