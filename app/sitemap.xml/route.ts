import { siteOrigin } from '@/lib/env'
import { partNames } from '@/lib/sitemap/parts'
import { sitemapIndex } from '@/lib/sitemap/xml'

export const dynamic = 'force-dynamic'

/** The list of the sitemap's parts. */
export async function GET(): Promise<Response> {
  const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }
  return new Response(sitemapIndex(siteOrigin(), await partNames()), { headers })
}
