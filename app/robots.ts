import type { MetadataRoute } from 'next'
import { siteOrigin } from '@/lib/env'

// It names the shop's address, which the build need not know.
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  const personal = ['is', 'en'].flatMap((locale) => ['cart', 'checkout', 'pay', 'orders', 'account', 'sign-in', 'sign-up', 'find-order'].map((page) => `/${locale}/${page}`))
  return { rules: { userAgent: '*', disallow: ['/admin', '/sandbox', '/api/', ...personal] }, sitemap: `${siteOrigin()}/sitemap.xml` }
}
