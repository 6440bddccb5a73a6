import { words, type Locale } from '@/lib/i18n'

const problems = [
  'look',
  'missing',
  'long',
  'strange',
  'apostrophe',
  'price',
  'weight',
  'choose',
  'sizes',
  'sku',
  'size_taken',
  'sku_taken',
  'count',
  'nothing_counted',
  'moved',
  'held',
  'gone',
  'drawing',
  'stale',
  'form_stale',
] as const
const said = ['saved', 'same', 'corrected', 'added', 'hidden', 'shown', 'renamed', 'removed', 'size_hidden', 'size_shown'] as const

/** Key of a result, an error or a problem of these forms → what to say. */
export function productMessages(locale: Locale): Record<string, string> {
  const t = words(locale, 'products')
  const a = words(locale, 'admin')
  return {
    ...Object.fromEntries(problems.map((key) => [key, t(`problem.${key}`)])),
    ...Object.fromEntries(said.map((key) => [key, t(`said.${key}`)])),
    foreign_origin: a('problem.foreign_origin'),
    not_allowed: a('problem.not_allowed'),
    reason_missing: a('problem.reason_missing'),
  }
}

const fields = ['nameIs', 'nameEn', 'descriptionIs', 'descriptionEn', 'price', 'priceHint', 'vatRate', 'category', 'weight'] as const

/** The words at a product's fields. */
export function fieldWords(locale: Locale) {
  const t = words(locale, 'products')
  return Object.fromEntries(fields.map((key) => [key, t(`field.${key}`)])) as Record<(typeof fields)[number], string>
}

const ofFiles = [
  'encoding',
  'empty',
  'column_missing',
  'column_strange',
  'columns',
  'quotes',
  'too_many',
  'too_large',
  'differs',
  'slug',
  'slug_taken',
  'not_there',
  'stale_line',
  'size_twice',
  'sku_twice',
  'size_differs',
  'moved_line',
  'held_line',
  'gone_line',
  'yes_or_no',
  'overtaken',
  'unreachable',
  'signed_out',
] as const

/** The same, and what a file can have wrong with it. */
export function importMessages(locale: Locale): Record<string, string> {
  const t = words(locale, 'products')
  return { ...productMessages(locale), ...Object.fromEntries(ofFiles.map((key) => [key, t(`problem.${key}`)])) }
}
