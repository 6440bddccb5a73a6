import type { PayerWords, TillWords } from '@/components/admin/pos/words'
import { words, type Locale } from '@/lib/i18n'

const problems = [
  'payer_missing', 'payer_wrong', 'amount_wrong', 'form_stale', 'nothing_to_sell', 'out_of_stock', 'too_many_tries', 'not_now', 'order_closed',
  'code_missing', 'code_wrong', 'code_no_more', 'code_unclear', 'code_over', 'cancel_over', 'register_wrong',
] as const

/** Everything an action of the till can answer, in words. */
export function tillProblems(locale: Locale): Record<string, string> {
  const t = words(locale, 'admin')
  const own = problems.map((key) => [key, t(`pos.problem.${key}`)])
  return { ...Object.fromEntries(own), gone: t('problem.gone'), foreign_origin: t('problem.foreign_origin'), not_allowed: t('problem.not_allowed') }
}

export function payerWords(locale: Locale): PayerWords {
  const t = words(locale, 'admin')
  return { label: t('pos.payer'), hint: t('pos.payerHint'), kinds: { phone: t('pos.kind.phone'), national_id: t('pos.kind.national_id'), app_code: t('pos.kind.app_code') } }
}

export function tillWords(locale: Locale): TillWords {
  const t = words(locale, 'admin')
  const here = '%'
  return {
    entry: t('pos.entry'),
    entryHint: t('pos.entryHint'),
    looking: t('pos.looking'),
    nothingFound: t('pos.nothingFound', { typed: here }),
    pick: t('pos.pick'),
    left: t('pos.left', { count: here }),
    soldOut: t('pos.soldOut'),
    lines: t('pos.lines'),
    empty: t('pos.empty'),
    amountLine: t('pos.amountLine'),
    more: t('pos.more', { name: here }),
    fewer: t('pos.fewer', { name: here }),
    remove: t('pos.remove', { name: here }),
    total: t('pos.total'),
    charge: t('pos.charge'),
    charging: t('pos.charging'),
    keypad: t('pos.keypad'),
    erase: t('pos.erase'),
    enter: t('pos.enter'),
    payer: payerWords(locale),
    problems: tillProblems(locale),
  }
}
