import { z } from 'zod'
import { suggest } from '@/lib/catalogue/suggest'
import { locales } from '@/lib/i18n'

const asked = z.object({ locale: z.enum(locales), q: z.string().min(1).max(120) })

/** What may be meant by the beginning of a search: `{suggestions: [{kind, label, href}]}`, six at most, the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return Response.json({ error: 'locale is "is" or "en", q has 1 to 120 characters' }, { status: 400 })
  const suggestions = await suggest(parsed.data.q, parsed.data.locale)
  return Response.json({ suggestions }, { headers: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' } })
}
