import { words, type Locale } from '@/lib/i18n'
import type { BulkOrdersProps } from './bulk-orders'

const outcomes = [
  'check_done',
  'check_slow',
  'check_nothing',
  'confirm_confirmed',
  'confirm_unknown',
  'confirm_not_reserved',
  'confirm_nothing',
] as const
const either = ['not_begun', 'trouble', 'gone'] as const
const problems = ['deed_wrong', 'none_chosen', 'too_many'] as const

/** Everything a deed for several orders says. */
export function bulkWords(locale: Locale): Pick<BulkOrdersProps, 'deeds' | 'words' | 'messages'> {
  const t = words(locale, 'orderList')
  const admin = words(locale, 'admin')
  return {
    deeds: [
      { deed: 'check', label: t('bulk.check'), pending: t('bulk.checking') },
      { deed: 'confirm', label: t('bulk.confirm'), pending: t('bulk.confirming') },
    ],
    words: {
      chosen: t('bulk.chosen'),
      all: t('bulk.all'),
      order: t('bulk.order'),
      results: { check: t('bulk.results.check'), confirm: t('bulk.results.confirm') },
    },
    messages: {
      ...Object.fromEntries([...outcomes, ...problems].map((key) => [key, t(`bulk.${key}`)])),
      ...Object.fromEntries(
        either.flatMap((key) => [
          [`check_${key}`, t(`bulk.${key}`)],
          [`confirm_${key}`, t(`bulk.${key}`)],
        ]),
      ),
      foreign_origin: admin('problem.foreign_origin'),
      not_allowed: admin('problem.not_allowed'),
    },
  }
}
