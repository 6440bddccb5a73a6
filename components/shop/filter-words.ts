import type { Chosen, Filters } from '@/lib/catalogue/filters'
import type { Garment } from '@/lib/drawing/spec'
import type { WoolName } from '@/lib/drawing/wool'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'

/** The filters' words in the reader's language. */
export function filterWords(locale: Locale) {
  const t = words(locale, 'shop')
  const price = ({ from, to }: Filters): string => {
    const [low, high] = [from, to].map((value) => (value === null ? null : formatMoney(isk(value), locale)))
    if (low && high) return t('filters.priceBetween', { from: low, to: high })
    return low ? t('filters.priceFrom', { from: low }) : t('filters.priceTo', { to: high ?? '' })
  }
  const garment = (value: Garment) => t(`filters.garments.${value}`)
  const colour = (value: WoolName) => t(`filters.colours.${value}`)
  return {
    garment,
    colour,
    chosen: ({ kind, value }: Chosen, filters: Filters): string => {
      if (kind === 'garment') return garment(value as Garment)
      if (kind === 'colour') return colour(value as WoolName)
      if (kind === 'price') return price(filters)
      return kind === 'inStock' ? t('filters.inStock') : value
    },
  }
}
