import { z } from 'zod'
import { suggest, type SuggestAnswer } from '@/lib/catalogue/suggest'
import { locales, words } from '@/lib/i18n'

const asked = z.object({ locale: z.enum(locales), q: z.string().min(1).max(120) })

/** What may be meant by the beginning of a search: `{suggestions: [{kind, label, href}], texts}`, six at most, the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return Response.json({ error: 'locale is "is" or "en", q has 1 to 120 characters' }, { status: 400 })
  const { q, locale } = parsed.data
  const suggestions = await suggest(q, locale)
  const t = words(locale, 'common')
  // The words come with the answer: with the search's line they would be on every page, twice.
  const texts = {
    list: t('header.suggestions'),
    category: t('header.suggestionKind'),
    count: t('header.suggestionCount', { count: suggestions.length }),
  }
  return Response.json({ suggestions, texts } satisfies SuggestAnswer, {
    headers: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' },
  })
}
