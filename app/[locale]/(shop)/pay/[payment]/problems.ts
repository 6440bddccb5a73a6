import { words, type Locale } from '@/lib/i18n'

const keys = [
  'phoneMissing',
  'phoneWrong',
  'tooManyTries',
  'notNow',
  'orderClosed',
  'stillPaying',
  'over',
  'notFound',
  'foreign_origin',
] as const

/** Words for whatever an action of the waiting room refuses. */
export function paymentProblems(locale: Locale): Readonly<Record<string, string>> {
  const t = words(locale, 'payment')
  return Object.fromEntries(keys.map((key) => [key, t(`problems.${key}`)]))
}
