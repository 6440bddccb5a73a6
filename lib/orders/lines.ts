// A line of an order: what was bought, with its words, price and VAT frozen as they are now.
import type { Locale } from '@/lib/i18n'
import { vatIncluded } from '@/lib/money'

export type Wanted = {
  readonly quantity: number
  readonly variant: {
    readonly id: number
    readonly sku: string
    readonly size: string
    readonly product: { readonly nameIs: string; readonly nameEn: string; readonly price: number; readonly vatRate: number; readonly drawing: string; readonly slug: string }
  }
}

/** Amounts in the currency's smallest unit, VAT included. */
export function frozenLine({ variant, quantity }: Wanted, locale: Locale) {
  const { product } = variant
  const lineTotal = product.price * quantity
  return {
    variantId: variant.id,
    sku: variant.sku,
    name: locale === 'is' ? product.nameIs : product.nameEn,
    size: variant.size,
    drawing: product.drawing,
    slug: product.slug,
    quantity,
    unitPrice: product.price,
    lineTotal,
    vatRate: product.vatRate,
    vatAmount: vatIncluded(lineTotal, product.vatRate),
  }
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
