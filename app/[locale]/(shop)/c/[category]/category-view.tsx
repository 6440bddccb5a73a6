import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shop/breadcrumbs'
import { FilterChips } from '@/components/shop/filter-chips'
import { FilterForm } from '@/components/shop/filter-form'
import { filterWords } from '@/components/shop/filter-words'
import { KnitBand } from '@/components/shop/knit-band'
import { Pager } from '@/components/shop/pager'
import { ProductGrid } from '@/components/shop/product-grid'
import { SortLinks } from '@/components/shop/sort-links'
import { EmptyState } from '@/components/ui/empty-state'
import { chosenOf, noFilters, readFilters, writeChoice, type ListChoice } from '@/lib/catalogue/filters'
import { readPosition, readSort, sorts } from '@/lib/catalogue/paging'
import { findCategory, findOffer, listCategory } from '@/lib/catalogue/queries'
import { words, type Locale } from '@/lib/i18n'

type CategoryViewProps = {
  readonly locale: Locale
  readonly slug: string
  readonly query: Readonly<Record<string, string | string[] | undefined>>
}

/** A category's page of products, as its address asks for it. */
export async function CategoryView({ locale, slug, query }: CategoryViewProps) {
  const [category, offer] = await Promise.all([findCategory(slug, locale), findOffer(slug)])
  if (!category || !offer) notFound()
  const sort = readSort(query.sort)
  const filters = readFilters(query, offer)
  const listing = await listCategory(slug, { sort, filters }, readPosition(query), locale)
  const t = words(locale, 'shop')
  const c = words(locale, 'common')
  const here = `/${locale}/c/${category.slug}`
  const at = (choice: Partial<ListChoice>, page = {}) => {
    const asked = writeChoice({ sort, filters, ...choice }, page)
    return asked ? `${here}?${asked}` : here
  }
  const { chosen: wordFor } = filterWords(locale)
  const clear = at({ filters: noFilters })
  const chips = chosenOf(filters).map((one) => ({ label: wordFor(one, filters), href: at({ filters: one.without }) }))
  return (
    <div className="mx-auto max-w-page px-4 pt-4 sm:px-6 lg:pt-8">
      <Breadcrumbs label={c('breadcrumbs')} crumbs={[{ label: c('home'), href: `/${locale}` }]} />
      <header className="grid gap-4 pt-2 pb-8">
        <h1 className="text-5xl font-bold sm:text-7xl">{category.name}</h1>
        <p className="max-w-text text-muted sm:text-xl">{category.description}</p>
      </header>
      <div className="relative grid grid-cols-1 gap-3 pb-8 lg:pb-10">
        <FilterForm locale={locale} action={here} offer={offer} choice={{ sort, filters }} count={chips.length} clear={clear} />
        <SortLinks
          label={t('category.sort')}
          options={sorts.map((by) => ({ label: t(`category.sorts.${by}`), href: at({ sort: by }), current: by === sort }))}
          className="md:absolute md:top-0 md:right-0"
        />
        {listing.items.length > 0 && <FilterChips locale={locale} chips={chips} clear={clear} />}
      </div>
      {listing.items.length ? (
        <>
          <h2 className="sr-only">{t('category.products')}</h2>
          <ProductGrid products={listing.items} locale={locale} eager />
        </>
      ) : chips.length ? (
        <EmptyState title={t('category.noneTitle')} picture={<KnitBand fading motif="sheep" className="mb-2 h-12 w-full text-accent" />}>
          <p className="text-lg text-muted">{t(listing.after ? 'category.furtherText' : 'category.noneText')}</p>
          <FilterChips locale={locale} chips={chips} clear={clear} />
        </EmptyState>
      ) : (
        <EmptyState title={t('category.emptyTitle')} picture={<KnitBand fading motif="sheep" className="mb-2 h-12 w-full text-accent" />}>
          <p className="text-lg text-muted">{t('category.emptyText')}</p>
        </EmptyState>
      )}
      <Pager
        label={t('category.pages')}
        previous={listing.before ? { label: t('category.previous'), href: at({}, { before: listing.before }) } : null}
        next={listing.after ? { label: t('category.next'), href: at({}, { after: listing.after }) } : null}
      />
    </div>
  )
}
