import type { Metadata } from 'next'
import { locale as rootLocale } from 'next/root-params'
import { KnitBand } from '@/components/shop/knit-band'
import { SearchForm } from '@/components/shop/search-form'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { HoverLink } from '@/components/ui/hover-link'
import { defaultLocale, isLocale, words, type Locale } from '@/lib/i18n'

async function language(): Promise<Locale> {
  const asked: unknown = await rootLocale()
  return typeof asked === 'string' && isLocale(asked) ? asked : defaultLocale
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await language(), 'common')('notFound.title') }
}

export default async function NotFound() {
  const locale = await language()
  const t = words(locale, 'common')
  return (
    <EmptyState
      headingLevel="h1"
      picture={<KnitBand fading motif="sheep" className="mb-4 h-12 w-full max-w-sm text-accent" />}
      title={t('notFound.title')}
      className="py-20 lg:py-28"
    >
      <p className="text-xl text-muted">{t('notFound.text')}</p>
      <SearchForm
        id="not-found-search"
        locale={locale}
        label={t('header.searchLabel')}
        submit={t('header.search')}
        placeholder={t('header.searchPlaceholder')}
        large
        className="mt-4 w-full max-w-lg"
      />
      <HoverLink href={`/${locale}`} className={buttonClass({ variant: 'ghost' })}>
        {t('notFound.home')}
      </HoverLink>
    </EmptyState>
  )
}
