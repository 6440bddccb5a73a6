import { places, type Place, type ShellWords } from '@/components/sandbox/shell'
import { words, type Locale } from '@/lib/i18n'

export function shellWords(locale: Locale): ShellWords {
  const t = words(locale, 'sandbox')
  const names = places.map((place) => [place, t(`nav.${place}`)])
  return {
    label: t('nav.label'),
    skip: t('skip'),
    shop: { text: t('nav.shop'), href: `/${locale}` },
    places: Object.fromEntries(names) as Record<Place, string>,
  }
}
