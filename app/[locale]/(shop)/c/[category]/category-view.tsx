import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shop/breadcrumbs'
import { Pager } from '@/components/shop/pager'
import { ProductGrid } from '@/components/shop/product-grid'
import { SortLinks } from '@/components/shop/sort-links'
import { EmptyState } from '@/components/ui/empty-state'
import { readPosition, readSort, sorts } from '@/lib/catalogue/paging'
import { findCategory, listCategory } from '@/lib/catalogue/queries'
import { words, type Locale } from '@/lib/i18n'

type CategoryViewProps = {
  readonly locale: Locale
  readonly slug: string
  readonly query: Readonly<Record<string, string | string[] | undefined>>
}

/** A category's page of products, as its address asks for it. */
export async function CategoryView({ locale, slug, query }: CategoryViewProps) {
  const sort = readSort(query.sort)
  const [category, listing] = await Promise.all([findCategory(slug, locale), listCategory(slug, sort, readPosition(query), locale)])
  if (!category) notFound()
  const t = words(locale, 'shop')
  const c = words(locale, 'common')
  const here = `/${locale}/c/${category.slug}`
  const sorted = (by: string) => (by === 'popular' ? here : `${here}?sort=${by}`)
  const at = (edge: 'after' | 'before', value: string) => `${sorted(sort)}${sort === 'popular' ? '?' : '&'}${edge}=${value}`
  return (
    <div className="mx-auto max-w-page px-4 pt-4 sm:px-6 lg:pt-8">
      <Breadcrumbs label={c('breadcrumbs')} crumbs={[{ label: c('home'), href: `/${locale}` }]} />
      <header className="grid items-end gap-x-10 gap-y-6 pt-2 pb-8 lg:grid-cols-[1fr_auto] lg:pb-12">
        <div className="grid gap-4">
          <h1 className="text-5xl font-bold sm:text-7xl">{category.name}</h1>
          <p className="max-w-text text-xl text-muted">{category.description}</p>
        </div>
        <SortLinks
          label={t('category.sort')}
          options={sorts.map((by) => ({ label: t(`category.sorts.${by}`), href: sorted(by), current: by === sort }))}
        />
      </header>
      {listing.items.length ? (
        <>
          <h2 className="sr-only">{t('category.products')}</h2>
          <ProductGrid products={listing.items} locale={locale} eager={4} />
        </>
      ) : (
        <EmptyState title={t('category.emptyTitle')}>
          <p className="text-lg text-muted">{t('category.emptyText')}</p>
        </EmptyState>
      )}
      <Pager
        label={t('category.pages')}
        previous={listing.before ? { label: t('category.previous'), href: at('before', listing.before) } : null}
        next={listing.after ? { label: t('category.next'), href: at('after', listing.after) } : null}
      />
    </div>
  )
}
