import type { Metadata } from 'next'
import { Typeface } from '@/app/typeface'
import { KnitBand } from '@/components/shop/knit-band'
import { Mark } from '@/components/shop/mark'
import { SearchForm } from '@/components/shop/search-form'
import { locales, words } from '@/lib/i18n'
import './shop.css'

export const metadata: Metadata = { title: '404 · Lykkja' }

/** For addresses that belong to no page, and so to no language: both are spoken. Made once, at build. */
export default function GlobalNotFound() {
  return (
    <html lang="is">
      <head>
        <Typeface />
      </head>
      <body>
        <main className="mx-auto grid min-h-dvh max-w-page content-center gap-14 px-4 py-16 sm:px-6">
          <h1 className="sr-only">404</h1>
          <a href="/" className="flex w-fit items-center gap-3 font-display text-3xl font-bold tracking-tight">
            <Mark className="size-9 text-accent" />
            {words('is', 'common')('shopName')}
          </a>
          <KnitBand fading motif="sheep" className="h-12 text-accent lg:h-16" />
          <div className="grid gap-14 md:grid-cols-2 md:gap-20">
            {locales.map((locale) => {
              const t = words(locale, 'common')
              return (
                <section key={locale} lang={locale} className="grid content-start gap-5">
                  <h2 className="text-5xl font-bold">{t('notFound.title')}</h2>
                  <p className="max-w-md text-lg text-muted">{t('notFound.text')}</p>
                  <SearchForm
                    id={`search-${locale}`}
                    locale={locale}
                    label={t('header.searchLabel')}
                    submit={t('header.search')}
                    placeholder={t('header.searchPlaceholder')}
                    className="flex max-w-md"
                  />
                  <p>
                    <a href={`/${locale}`} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
                      {t('notFound.home')}
                    </a>
                  </p>
                </section>
              )
            })}
          </div>
        </main>
      </body>
    </html>
  )
}
