import { notFound } from 'next/navigation'
import { isLocale, words } from '@/lib/i18n'

export default async function Home({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const t = words(locale, 'common')
  return <h1 className="p-10 text-5xl font-bold">{t('tagline')}</h1>
}
