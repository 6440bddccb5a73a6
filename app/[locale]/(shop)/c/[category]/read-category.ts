import { cache } from 'react'
import { findCategory } from '@/lib/catalogue/queries'
import type { Locale } from '@/lib/i18n'
import { keptUntilChanged, shows } from '@/lib/page-cache/kept'

/** Once for the page and what is said about it, and before the view reads its products. */
export const readCategory = cache((slug: string, locale: Locale) =>
  keptUntilChanged(
    () => findCategory(slug, locale),
    (category) => (category ? [shows.category(category.slug), shows.cards(category.slug)] : []),
  ),
)
