import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { fold } from './fold'
import { findByWords } from './search'
import { searchWords } from './search-words'

export type Suggestion = { readonly label: string; readonly kind: 'category' | 'product'; readonly href: string }

/** What `/api/suggest` answers, with the words to show it by. */
export type SuggestAnswer = {
  readonly suggestions: readonly Suggestion[]
  /** The list's name, what stands beside a category, and what is said of how many there are. */
  readonly texts: { readonly list: string; readonly category: string; readonly count: string }
}

const most = 6

/** What somebody who has typed so far may be looking for: categories that begin so, then the most popular products. */
export async function suggest(typed: string, locale: Locale): Promise<Suggestion[]> {
  const words = searchWords(typed)
  if (!words.length) return []
  const [categories, { rows }] = await Promise.all([
    db().category.findMany({ orderBy: { position: 'asc' } }),
    findByWords(words, null, most),
  ])
  const named = categories
    .map(({ slug, nameIs, nameEn }) => ({ slug, name: locale === 'is' ? nameIs : nameEn }))
    .filter(({ name }) =>
      words.every((word) =>
        fold(name)
          .split(/[^a-z0-9]+/)
          .some((part) => part.startsWith(word)),
      ),
    )
  const products = await db().product.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, slug: true, nameIs: true, nameEn: true },
  })
  const ranked = rows.flatMap(({ id }) => products.filter((product) => product.id === id))
  return [
    ...named.map(({ slug, name }): Suggestion => ({ kind: 'category', label: name, href: `/${locale}/c/${slug}` })),
    ...ranked.map(({ slug, nameIs, nameEn }): Suggestion => ({
      kind: 'product',
      label: locale === 'is' ? nameIs : nameEn,
      href: `/${locale}/p/${slug}`,
    })),
  ].slice(0, most)
}
