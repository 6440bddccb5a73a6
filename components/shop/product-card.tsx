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

/** A product in a list: the whole tile leads to its page, the name is the link. */
export function ProductCard({ product, locale, soldOut, eager, mixed, headingLevel: Heading = 'h3' }: ProductCardProps) {
  return (
    <li className="group relative grid content-start gap-3">
      <div className="overflow-hidden rounded-card bg-tile">
        <Picture
          drawing={product.drawing}
          alt=""
          eager={eager}
          className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
        />
      </div>
      <div className="grid gap-0.5 px-1">
        <Heading className="text-base leading-snug font-semibold tracking-normal sm:text-lg">
          <HoverLink
            href={`/${locale}/p/${product.slug}`}
            className="decoration-accent decoration-2 underline-offset-4 group-hover:underline after:absolute after:inset-0 after:rounded-card"
          >
            {product.name}
          </HoverLink>
        </Heading>
        <p className="flex flex-wrap items-center gap-x-3 text-muted">
          {mixed && <span className="basis-full">{product.shelf}</span>}
          <Amount value={product.price} locale={locale} className="text-ink" />
          {product.soldOut && <Badge>{soldOut}</Badge>}
        </p>
      </div>
    </li>
  )
}
