import type { Metadata } from 'next'
import { locales, words, type Locale } from '@/lib/i18n'

type Page = {
  title?: string
  description?: string
  /** The part of the address after the language: "" or "/about". */
  path: string
  /** What is shown of the page where it is shared. */
  picture?: { url: string; width: number; height: number; alt: string }
}

/** What a page tells search engines and those it is shared with; the same page in the other language included. */
export function pageMetadata(locale: Locale, { title, description, path, picture }: Page): Metadata {
  const t = words(locale, 'common')
  const addressIn = (language: Locale) => `/${language}${path}`
  return {
    // An undefined title would wipe out the one the layout gives.
    ...(title && { title }),
    ...(description && { description }),
    alternates: {
      canonical: addressIn(locale),
      languages: { ...Object.fromEntries(locales.map((language) => [language, addressIn(language)])), 'x-default': addressIn('en') },
    },
    openGraph: {
      type: 'website',
      siteName: t('shopName'),
      title: title ?? t('tagline'),
      description,
      url: addressIn(locale),
      locale: locale === 'is' ? 'is_IS' : 'en_GB',
      ...(picture && { images: [picture] }),
    },
  }
}
