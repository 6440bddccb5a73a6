import { createHash } from 'node:crypto'
import type { Product } from '@/lib/catalogue/types'
import type { Locale } from '@/lib/i18n'

/** The size sites draw a shared link's picture in. */
export const shareSize = { width: 1200, height: 630 }

/** A picture that is laid out otherwise takes another number: what was sent is kept for ever. */
const look = 1

type Shown = Pick<Product, 'slug' | 'name' | 'drawing' | 'category'>

/** What the picture shows, in twelve letters. No price: it changes. */
export const shareMark = ({ name, drawing, category }: Shown): string =>
  createHash('sha256')
    .update(JSON.stringify([look, name, drawing, category.name]))
    .digest('hex')
    .slice(0, 12)

/** Where the picture is: another name or drawing has another address. */
export const shareSrc = (product: Shown, locale: Locale): string => `/drawing/share/${locale}/${product.slug}/${shareMark(product)}.png`
