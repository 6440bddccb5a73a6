import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { localeOf } from '@/app/[locale]/params'
import { Pager } from '@/components/shop/pager'
import { ProductGrid } from '@/components/shop/product-grid'
import { SearchForm } from '@/components/shop/search-form'
import { Shelves } from '@/components/shop/shelves'
import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { readPosition } from '@/lib/catalogue/paging'
import { listShelves } from '@/lib/catalogue/queries'
import { searchProducts } from '@/lib/catalogue/search'
import { words } from '@/lib/i18n'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = 'force-dynamic'

const typed = (q: string | string[] | undefined): string => (typeof q === 'string' ? q : '').slice(0, 120).trim()

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = words(locale, 'shop')
  const query = typed((await searchParams).q)
  return {
    ...pageMetadata(locale, { path: '/search', title: query ? t('search.titleFor', { query }) : t('search.title') }),
    // Addresses anybody can make up are nothing to index.
    robots: query ? { index: false } : undefined,
  }
}

export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const asked = await searchParams
  const query = typed(asked.q)
  const found = await searchProducts(query, readPosition(asked), locale)
  const shelves = found.items.length ? null : await listShelves(1, locale)
  const t = words(locale, 'shop')
  const c = words(locale, 'common')
  // Not encodeURIComponent: half a surrogate pair makes it throw.
  const searchFor = (fields: Record<string, string>) => `/${locale}/search?${new URLSearchParams(fields)}`
  const pill = buttonClass({ variant: 'secondary', size: 'small' })
  const heading = {
    exact: t('search.results', { query }),
    similar: t('search.similar', { query }),
    none: t('search.none', { query }),
    'nothing-asked': t('search.heading'),
  }[found.how]
  return (
    <>
      <div className="mx-auto max-w-page px-4 pt-8 sm:px-6 lg:pt-14">
        <header className="grid gap-6 pb-10">
          <h1 className="text-4xl font-bold break-words sm:text-5xl">{heading}</h1>
          {found.how === 'similar' && <p className="text-xl text-muted">{t('search.similarText')}</p>}
          {found.how === 'none' && <p className="max-w-text text-xl text-muted">{t('search.noneText')}</p>}
          <SearchForm
            id="search"
            locale={locale}
            label={c('header.searchLabel')}
            submit={c('header.search')}
            placeholder={c('header.searchPlaceholder')}
            query={query}
            large
            className="flex max-w-2xl"
          />
        </header>
        {found.items.length > 0 ? (
          <ProductGrid products={found.items} locale={locale} eager mixed headingLevel="h2" />
        ) : (
          <section className="grid gap-4">
            <h2 className="text-2xl font-semibold">{t('search.try')}</h2>
            <ul className="flex flex-wrap gap-2.5">
              {t('search.suggestions')
                .split(', ')
                .map((word) => (
                  <li key={word}>
                    <HoverLink href={searchFor({ q: word })} className={pill}>
                      {word}
                    </HoverLink>
                  </li>
                ))}
            </ul>
          </section>
        )}
        <Pager
          label={t('category.pages')}
          previous={found.before ? { label: t('category.previous'), href: searchFor({ q: query, before: found.before }) } : null}
          next={found.after ? { label: t('category.next'), href: searchFor({ q: query, after: found.after }) } : null}
        />
      </div>
      {shelves && <Shelves title={t('search.shelves')} shelves={shelves} locale={locale} />}
    </>
  )
}
