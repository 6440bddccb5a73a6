import type { MetadataRoute } from 'next'

export default function robots(): MetadataRoute.Robots {
  const personal = ['is', 'en'].flatMap((locale) => ['cart', 'checkout', 'pay', 'orders'].map((page) => `/${locale}/${page}`))
  return { rules: { userAgent: '*', disallow: ['/admin', '/sandbox', '/api/', ...personal] } }
}
