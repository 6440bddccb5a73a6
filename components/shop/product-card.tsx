import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { HoverLink } from '@/components/ui/hover-link'
import type { ProductCard as Card } from '@/lib/catalogue/types'
import type { Locale } from '@/lib/i18n'
import { Picture } from './picture'

type ProductCardProps = {
  product: Card
  locale: Locale
  soldOut: string
  eager?: boolean
  /** Says what it is, where different things lie side by side. */
  mixed?: boolean
  headingLevel?: 'h2' | 'h3'
}

/** A product in a `product-grid`, which says how it looks. */
export function ProductCard({ product, locale, soldOut, eager, mixed, headingLevel: Heading = 'h3' }: ProductCardProps) {
  return (
    <li>
      <div>
        <Picture drawing={product.drawing} alt="" eager={eager} />
      </div>
      <div>
        <Heading>
          <HoverLink href={`/${locale}/p/${product.slug}`}>{product.name}</HoverLink>
        </Heading>
        <p>
          {mixed && <span className="basis-full">{product.shelf}</span>}
          <Amount value={product.price} locale={locale} />
          {product.soldOut && <Badge>{soldOut}</Badge>}
        </p>
      </div>
    </li>
  )
}
