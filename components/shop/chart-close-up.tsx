import { words, type Locale } from '@/lib/i18n'

/** The chart a product is knitted from, large enough to count the stitches. */
export function ChartCloseUp({ locale, drawing, name }: { locale: Locale; drawing: string; name: string }) {
  const t = words(locale, 'shop')
  return null
}
