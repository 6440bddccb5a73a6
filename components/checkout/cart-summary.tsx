import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { Card } from '@/components/ui/card'
import type { Cart } from '@/lib/cart/queries'
import { words, type Locale } from '@/lib/i18n'

/** What the cart comes to, and the way on. */
export function CartSummary({ cart, locale, children }: { cart: Cart; locale: Locale; children: ReactNode }) {
  const t = words(locale, 'checkout')
  return (
    <Card className="grid gap-5 self-start lg:sticky lg:top-8">
      <dl className="grid gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="text-xl font-semibold">{t('cart.subtotal')}</dt>
          <dd className="text-2xl font-semibold">
            <Amount value={cart.total} locale={locale} />
          </dd>
        </div>
        <div className="flex flex-wrap justify-between gap-x-4 text-muted">
          <dt>{t('cart.vat')}</dt>
          <dd>
            <Amount value={cart.vat} locale={locale} />
          </dd>
        </div>
      </dl>
      {cart.buyable < cart.count && (
        <p className="font-semibold">{t('cart.ofBuyable', { buyable: String(cart.buyable), count: cart.count })}</p>
      )}
      <p className="text-muted">{t('cart.deliveryNext')}</p>
      {children}
    </Card>
  )
}
