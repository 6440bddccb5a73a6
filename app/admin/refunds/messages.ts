import { words, type Locale } from '@/lib/i18n'
import { refundStates } from '@/lib/payments/refund-states'

const own = ['amount_wrong', 'too_much', 'over_limit', 'not_refundable'] as const
const shared = ['foreign_origin', 'not_allowed', 'reason_missing', 'reason_long', 'gone'] as const

/** Everything an action about refunds can answer, in words. */
export function refundMessages(locale: Locale): Record<string, string> {
  const t = words(locale, 'admin')
  const outcomes = [...refundStates.flatMap((state) => [`asked_${state}`, `retry_${state}`, `settle_${state}`] as const), 'retry_busy', 'settle_busy'] as const
  return Object.fromEntries([
    ...outcomes.map((key) => [key, t(`refund.message.${key}`)]),
    ...own.map((key) => [key, t(`refund.problem.${key}`)]),
    ...shared.map((key) => [key, t(`problem.${key}`)]),
  ])
}
