import { drawingSrc } from '@/lib/drawing/spec'
import type { Locale } from '@/lib/i18n'
import type { Product } from './types'

/** A product in the words of schema.org, for search engines. */
export function productFacts(product: Product, origin: string, locale: Locale): Record<string, unknown> {
  return {
    '@type': 'Product',
    name: product.name,
    description: product.description,
    image: origin + drawingSrc(product.drawing),
    category: product.category.name,
    offers: {
      '@type': 'Offer',
      url: `${origin}/${locale}/p/${product.slug}`,
      price: product.price,
      priceCurrency: 'ISK',
      availability: product.sizes.some(({ available }) => available > 0) ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    },
  }
}
