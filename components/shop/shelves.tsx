import { HoverLink } from '@/components/ui/hover-link'
import type { Category, ProductCard } from '@/lib/catalogue/types'
import type { Locale } from '@/lib/i18n'
import { Picture } from './picture'

/** The categories, each with the product most people choose from it. */
export function Shelves({
  title,
  shelves,
  locale,
}: {
  title: string
  shelves: readonly { category: Category; products: readonly ProductCard[] }[]
  locale: Locale
}) {
  return (
    <section aria-labelledby="shelves" className="mx-auto grid max-w-page gap-8 px-4 pt-16 sm:px-6 lg:pt-24">
      <h2 id="shelves" className="text-3xl font-bold sm:text-5xl">
        {title}
      </h2>
      <ul className="tiles shelves">
        {shelves.map(({ category, products: [product] }) => (
          <li key={category.slug}>
            <h3>
              <HoverLink href={`/${locale}/c/${category.slug}`}>{category.name}</HoverLink>
            </h3>
            {product && <Picture drawing={product.drawing} alt="" />}
          </li>
        ))}
      </ul>
    </section>
  )
}
