import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import type { Category } from '@/lib/catalogue/types'
import type { Locale } from '@/lib/i18n'

/** However it is sorted and leafed through, a category is one page to search engines: its first. */
export const categoryMetadata = (category: Category | null, locale: Locale): Metadata =>
  category ? pageMetadata(locale, { path: `/c/${category.slug}`, title: category.name, description: category.description }) : {}
