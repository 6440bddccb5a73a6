import { words, type Locale } from '@/lib/i18n'

const labels = [
  'contact',
  'name',
  'email',
  'emailHint',
  'delivery',
  'address',
  'addressHint',
  'postcode',
  'city',
  'pay',
  'phone',
  'phoneHint',
  'submitting',
] as const
const errors = [
  'nameMissing',
  'emailMissing',
  'emailWrong',
  'phoneMissing',
  'phoneWrong',
  'deliveryMissing',
  'addressMissing',
  'postcodeMissing',
  'postcodeWrong',
  'cityMissing',
  'tooLong',
  'strangeCharacters',
] as const
const problems = ['outOfStock', 'orderClosed', 'tooManyTries', 'notNow', 'formStale', 'foreign_origin'] as const
const fields = 7

type Texts<K extends string> = Readonly<Record<K, string>>

/** The words the form needs in the browser. */
export type CheckoutWords = Texts<(typeof labels)[number]> & {
  readonly errors: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
  /** The heading over so many errors, from one up. */
  readonly fix: readonly string[]
}

const pick = <K extends string>(keys: readonly K[], text: (key: K) => string): Texts<K> =>
  Object.fromEntries(keys.map((key) => [key, text(key)])) as Texts<K>

export function checkoutWords(locale: Locale): CheckoutWords {
  const t = words(locale, 'checkout')
  return {
    ...pick(labels, (key) => t(key)),
    errors: pick(errors, (key) => t(`errors.${key}`)),
    problems: pick(problems, (key) => t(`problems.${key}`)),
    fix: Array.from({ length: fields }, (_, index) => t('fix', { count: index + 1 })),
  }
}
