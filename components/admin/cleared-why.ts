import { words, type Locale } from '@/lib/i18n'

/** Why an item was cleared, in a person's own words; what the shop cleared by itself in ours. */
export const whyCleared = (
  { clearedBy, clearedWhy }: { clearedBy: string | null; clearedWhy: string | null },
  locale: Locale,
): string | null => (clearedBy === 'system' ? words(locale, 'leaving')('noLongerOpen') : clearedWhy)
