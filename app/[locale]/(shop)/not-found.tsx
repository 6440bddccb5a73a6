import type { Metadata } from 'next'
import { locale as rootLocale } from 'next/root-params'
import { MissingPage } from '@/components/shop/missing-page'
import { defaultLocale, isLocale, words } from '@/lib/i18n'

export async function generateMetadata(): Promise<Metadata> {
  const asked: unknown = await rootLocale()
  const locale = typeof asked === 'string' && isLocale(asked) ? asked : defaultLocale
  return { title: words(locale, 'common')('notFound.title') }
}

export default function NotFound() {
  return <MissingPage />
}
