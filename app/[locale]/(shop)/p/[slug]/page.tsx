import type { Metadata } from 'next'
import { cache } from 'react'
import { addToCart } from '@/app/[locale]/(shop)/cart/actions'
import { cartProblems } from '@/app/[locale]/(shop)/cart/answer'
import { pageMetadata } from '@/app/[locale]/metadata'
import { localeOf } from '@/app/[locale]/params'
import { AddToCart } from '@/components/shop/add-to-cart'
import { Breadcrumbs } from '@/components/shop/breadcrumbs'
import { ChartCloseUp } from '@/components/shop/chart-close-up'
import { JsonLd } from '@/components/shop/json-ld'
import { MissingHere } from '@/components/shop/missing-here'
import { Picture } from '@/components/shop/picture'
import { ProductDetails } from '@/components/shop/product-details'
import { ProductGrid } from '@/components/shop/product-grid'
import { Amount } from '@/components/ui/amount'
import { AfterWords, Below } from '@/components/ui/below'
import { HoverLink } from '@/components/ui/hover-link'
import { Notice } from '@/components/ui/notice'
import { productFacts } from '@/lib/catalogue/product-facts'
import { findProduct, listRelated } from '@/lib/catalogue/queries'
import { siteOrigin } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { deliveryPrice } from '@/lib/orders/delivery'
import { keptUntilChanged, shows } from '@/lib/page-cache/kept'
import { shareSize, shareSrc } from '@/lib/share-picture/address'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** Prerendered when first asked for: the build has no database. */
export const generateStaticParams = () => []

/** Once for the page and what is said about it. */
const read = cache((slug: string, locale: Locale) =>
  keptUntilChanged(
    async () => {
      const product = await findProduct(slug, locale)
      return product && { product, related: await listRelated(product, 4, locale) }
    },
    (found) =>
      found ? [shows.category(found.product.category.slug), ...[found.product, ...found.related].map(({ id }) => shows.product(id))] : [],
  ),
)

/** From here up Netgíró lets a purchase be split, krónur. */
const splitFrom = 9_900

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const product = (await read((await params).slug, locale))?.product
  if (!product) return {}
  const { slug, name, description } = product
  const picture = { url: shareSrc(product, locale), ...shareSize, alt: words(locale, 'shop')('product.picture', { name }) }
  return pageMetadata(locale, { path: `/p/${slug}`, title: name, description, picture })
}

export default async function ProductPage({ params }: Props) {
  const locale = await localeOf(params)
  const found = await read((await params).slug, locale)
  if (!found) return <MissingHere locale={locale} />
  const { product, related } = found
  const t = words(locale, 'shop')
  const c = words(locale, 'common')
  const soldOut = product.sizes.every(({ stock }) => stock === 'sold_out')
  return (
    <div className="mx-auto max-w-page px-4 pt-4 sm:px-6 lg:pt-6">
      <JsonLd data={productFacts(product, siteOrigin(), locale)} />
      <Breadcrumbs
        label={c('breadcrumbs')}
        crumbs={[
          { label: c('home'), href: `/${locale}` },
          { label: product.category.name, href: `/${locale}/c/${product.category.slug}` },
        ]}
      />
      <div className="grid items-start gap-x-8 gap-y-8 pt-2 md:grid-cols-2 lg:grid-cols-[7fr_5fr] lg:gap-x-14">
        <AfterWords>
          <div className="overflow-hidden rounded-card bg-tile md:sticky md:top-6">
            <Picture
              drawing={product.drawing}
              alt={t('product.picture', { name: product.name })}
              eager
              grounded
              className="mx-auto lg:max-h-[calc(100dvh-3rem)] lg:w-auto"
            />
          </div>
        </AfterWords>
        <div className="grid gap-7">
          <header className="grid gap-3">
            <h1 className="text-4xl font-bold sm:text-5xl">{product.name}</h1>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Amount value={product.price} locale={locale} className="font-display text-2xl font-bold tracking-tight sm:text-3xl" />
              <span className="text-muted">{t('product.vat', { rate: product.vatRate })}</span>
            </p>
            <p className="sm:text-xl">{product.description}</p>
          </header>
          {soldOut ? (
            <Notice tone="warn" title={t('product.soldOut')}>
              {t('product.soldOutText')}
            </Notice>
          ) : (
            <AddToCart
              action={addToCart}
              locale={locale}
              choices={product.sizes.map(({ variantId, size, stock, available }) => ({
                variantId,
                size,
                stock: t(`product.stock.${stock}`, { count: available }),
                soldOut: stock === 'sold_out',
                few: stock === 'few_left',
              }))}
              words={{
                size: t('product.size'),
                quantity: t('product.quantity'),
                add: t('product.add'),
                adding: t('product.adding'),
                toCart: t('product.toCart'),
                sizeMissing: t('product.sizeMissing'),
                problems: cartProblems(locale),
              }}
            />
          )}
          <p className="text-muted">
            {t(product.price >= splitFrom ? 'product.payLater' : 'product.payLaterSmall')}{' '}
            <HoverLink href={`/${locale}/netgiro`} className="text-ink underline underline-offset-4">
              {t('product.payLaterMore')}
            </HoverLink>
          </p>
          <Below>
            <ProductDetails
              locale={locale}
              weight={product.weight}
              garment={product.garment}
              post={deliveryPrice('post')}
              home={deliveryPrice('home')}
            />
          </Below>
        </div>
      </div>
      <Below>
        <ChartCloseUp locale={locale} drawing={product.drawing} name={product.name} />
        {related.length > 0 && (
          <section aria-labelledby="related" className="far grid gap-8 pt-24">
            <h2 id="related" className="text-2xl font-bold sm:text-4xl">
              {t('product.related')}
            </h2>
            <ProductGrid products={related} locale={locale} className="md:grid-cols-4" />
          </section>
        )}
      </Below>
    </div>
  )
}
