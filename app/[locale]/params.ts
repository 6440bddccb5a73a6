import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '@/lib/i18n'

/** The language in a page's address; an address in none of ours is not found. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}
