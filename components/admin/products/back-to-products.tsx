import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { words, type Locale } from '@/lib/i18n'
import { productsPath } from './products-url'

type BackToProductsProps = { locale: Locale; /** A product to go back to, rather than the list. */ product?: { id: number; name: string } }

export function BackToProducts({ locale, product }: BackToProductsProps) {
  return (
    <Link
      href={product ? `${productsPath}/${product.id}` : productsPath}
      prefetch={false}
      className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm font-semibold text-muted no-underline hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 flex-none" />
      {product ? product.name : words(locale, 'products')('back')}
    </Link>
  )
}
