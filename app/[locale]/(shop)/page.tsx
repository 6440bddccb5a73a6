import type { Metadata } from 'next'
import { pageMetadata } from '@/app/[locale]/metadata'
import { localeOf } from '@/app/[locale]/params'
import { Hero } from '@/components/shop/hero'
import { PayLater } from '@/components/shop/pay-later'
import { ProductGrid } from '@/components/shop/product-grid'
import { Shelves } from '@/components/shop/shelves'
import { WoolStory } from '@/components/shop/wool-story'
import { listShelves } from '@/lib/catalogue/queries'
import { words } from '@/lib/i18n'
import { keptUntilChanged, shows } from '@/lib/page-cache/kept'

type Props = { params: Promise<{ locale: string }> }

/** Prerendered when first asked for: the build has no database. */
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return pageMetadata(locale, { path: '', description: words(locale, 'common')('description') })
}

export default async function Home({ params }: Props) {
  const locale = await localeOf(params)
  const shelves = await keptUntilChanged(
    () => listShelves(3, locale),
    (shelves) => [
      shows.categories,
      ...shelves.flatMap(({ category, products }) => [shows.category(category.slug), ...products.map(({ id }) => shows.product(id))]),
    ],
  )
  const t = words(locale, 'shop')
  // The first of each shelf stands for it above; these are the ones behind it.
  const chosen = [1, 2].flatMap((place) => shelves.flatMap(({ products }) => products.slice(place, place + 1))).slice(0, 8)
  const yarn = shelves.find(({ category }) => category.slug === 'garn')
  return (
    <>
      <Hero locale={locale} />
      <Shelves title={t('home.shelves')} shelves={shelves} locale={locale} />
      {chosen.length > 0 && (
        <section aria-labelledby="chosen" className="mx-auto grid max-w-page gap-8 px-4 py-20 sm:px-6 lg:py-28">
          <header className="grid gap-2">
            <h2 id="chosen" className="text-3xl font-bold sm:text-5xl">
              {t('home.chosen')}
            </h2>
            <p className="text-xl text-muted">{t('home.chosenText')}</p>
          </header>
          <ProductGrid products={chosen} locale={locale} mixed className="md:grid-cols-4" />
        </section>
      )}
      <PayLater locale={locale} amount={chosen[0]?.price ?? 34_900} />
      <WoolStory locale={locale} drawing={yarn?.products[0]?.drawing} />
    </>
  )
}
