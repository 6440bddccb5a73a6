import { words, type Locale } from '@/lib/i18n'
import type { BulkOrdersProps } from './bulk-orders'

// prettier-ignore
const outcomes = [
  'check_done', 'check_slow', 'check_nothing',
  'confirm_confirmed', 'confirm_unknown', 'confirm_not_reserved', 'confirm_nothing',
  'pack_taken', 'pack_nothing', 'leave_taken', 'leave_nothing',
] as const
const problems = ['deed_wrong', 'none_chosen', 'too_many'] as const
const either = ['not_begun', 'trouble', 'gone', 'stale'] as const
const ofMoney = ['money_unknown', 'money_refused', 'money_over'] as const
const deeds = ['check', 'confirm', 'pack', 'leave'] as const

/** Everything a deed for several orders says. */
export function bulkWords(locale: Locale): Pick<BulkOrdersProps, 'deeds' | 'words' | 'messages'> {
  const t = words(locale, 'orderList')
  const admin = words(locale, 'admin')
  return {
    deeds: [
      { deed: 'pack', label: t('bulk.pack'), pending: t('bulk.packing') },
      { deed: 'leave', label: t('bulk.leave'), pending: t('bulk.leaving') },
      { deed: 'confirm', label: t('bulk.confirm'), pending: t('bulk.confirming') },
      { deed: 'check', label: t('bulk.check'), pending: t('bulk.checking') },
    ],
    words: {
      chosen: t('bulk.chosen'),
      all: t('bulk.all'),
      order: t('bulk.order'),
      results: {
        check: t('bulk.results.check'),
        confirm: t('bulk.results.confirm'),
        pack: t('bulk.results.pack'),
        leave: t('bulk.results.leave'),
      },
    },
    messages: {
      ...Object.fromEntries([...outcomes, ...problems].map((key) => [key, t(`bulk.${key}`)])),
      ...Object.fromEntries(either.flatMap((key) => deeds.map((deed) => [`${deed}_${key}`, t(`bulk.${key}`)]))),
      ...Object.fromEntries(ofMoney.map((key) => [`leave_${key}`, t(`bulk.${key}`)])),
      foreign_origin: admin('problem.foreign_origin'),
      not_allowed: admin('problem.not_allowed'),
    },
  }
}
