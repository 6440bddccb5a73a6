import { locales } from '@/lib/i18n'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? '')

export const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const urlsetOpen = `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
export const urlsetClose = '</urlset>\n'

/** A page in every language, each naming the others; `path` is the part of its address after the language. */
export function urlsOf(origin: string, path: string): string {
  const href = (locale: string) => escaped(`${origin}/${locale}${path}`)
  const link = (hreflang: string, locale: string) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href(locale)}"/>`
  const alternates = [...locales.map((locale) => link(locale, locale)), link('x-default', 'en')].join('')
  return locales.map((locale) => `<url><loc>${href(locale)}</loc>${alternates}</url>\n`).join('')
}

export function sitemapIndex(origin: string, parts: readonly string[]): string {
  const entries = parts.map((part) => `<sitemap><loc>${escaped(`${origin}/sitemap/${part}`)}</loc></sitemap>\n`).join('')
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</sitemapindex>\n`
}
