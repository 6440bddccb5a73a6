import { cn } from '@/components/ui/cn'
import type { ProductCard as Card } from '@/lib/catalogue/types'
import { words, type Locale } from '@/lib/i18n'
import { ProductCard } from './product-card'

type ProductGridProps = {
  products: readonly Card[]
  locale: Locale
  /** How many lie on the first screen. */
  eager?: number
  mixed?: boolean
  headingLevel?: 'h2' | 'h3'
  className?: string
}

export function ProductGrid({ products, locale, eager = 0, mixed, headingLevel, className }: ProductGridProps) {
  const t = words(locale, 'shop')
  return (
    <ul className={cn('tiles product-grid', className)}>
      {products.map((product, index) => (
        <ProductCard
          key={product.id}
          product={product}
          locale={locale}
          soldOut={t('card.soldOut')}
          eager={index < eager}
          mixed={mixed}
          headingLevel={headingLevel}
        />
      ))}
    </ul>
  )
}
