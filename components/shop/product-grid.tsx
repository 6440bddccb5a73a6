import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { ProductCard } from '@/lib/catalogue/types'
import { groundCoatImage } from '@/lib/drawing/ground-coat'
import { drawingSrc } from '@/lib/drawing/spec'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { ProductTiles } from './product-tiles'

type ProductGridProps = {
  products: readonly ProductCard[]
  locale: Locale
  /** On the first screen: the first picture comes with the page. A second would keep both waiting, so it comes after. */
  eager?: boolean
  /** Says what each is, where different things lie side by side. */
  mixed?: boolean
  headingLevel?: 'h2' | 'h3'
  className?: string
}

export function ProductGrid({ products, locale, eager = false, mixed, headingLevel = 'h3', className }: ProductGridProps) {
  const soldOut = <Badge>{words(locale, 'shop')('card.soldOut')}</Badge>
  return (
    <ProductTiles
      tiles={products.map(({ slug, name, drawing, price, shelf, soldOut: isSoldOut }) => ({
        slug,
        name,
        src: drawingSrc(drawing),
        price: formatMoney(isk(price), locale),
        ...(mixed && { shelf }),
        ...(isSoldOut && { note: soldOut }),
      }))}
      base={`/${locale}/p/`}
      ground={eager && products[0] ? groundCoatImage(products[0].drawing) : undefined}
      heading={headingLevel}
      className={cn('tiles product-grid', className)}
    />
  )
}
