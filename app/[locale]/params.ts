import { notFound } from 'next/navigation'
import { isLocale, locales, type Locale } from '@/lib/i18n'

/** The language in a page's address; an address in none of ours is not found. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}

/**
 * For pages made at build, in each language: their `generateStaticParams`. Not the layout's, which would have the
 * build make pages of the catalogue too, and it has no database.
 */
export const everyLocale = () => locales.map((locale) => ({ locale }))
