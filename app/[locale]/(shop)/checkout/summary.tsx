import type { ReactNode } from 'react'
import { onlyFor } from '@/components/checkout/only-for'
import { lineDetail, SummaryLines, SumRow } from '@/components/checkout/order-summary'
import { Amount } from '@/components/ui/amount'
import { Card } from '@/components/ui/card'
import { HoverLink } from '@/components/ui/hover-link'
import type { Cart, CartLine } from '@/lib/cart/queries'
import { words, type Locale } from '@/lib/i18n'
import { vatIncluded } from '@/lib/money'
import { deliveryOptions, type DeliveryOption } from '@/lib/orders/delivery'

/** What is being bought and what it comes to with each delivery; the chosen one's sums show. */
export function CheckoutSummary({ cart, locale }: { cart: Cart; locale: Locale }) {
  const t = words(locale, 'checkout')
  const perDelivery = (text: (option: DeliveryOption) => ReactNode) =>
    deliveryOptions.map((option) => (
      <span key={option.kind} className={onlyFor[option.kind]}>
        {text(option)}
      </span>
    ))
  const lines = cart.lines.map((line) => ({ ...line, detail: lineDetail(line, locale), shortage: shortageOf(line, locale) }))
  return (
    <Card className="grid gap-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-2xl font-semibold">{t('summary')}</h2>
        <HoverLink href={`/${locale}/cart`} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t('editCart')}
        </HoverLink>
      </div>
      <SummaryLines lines={lines} locale={locale} />
      <dl className="grid gap-2 border-t border-line pt-5">
        <SumRow label={t('goods')}>
          <Amount value={cart.total} locale={locale} />
        </SumRow>
        <SumRow label={t('deliveryLine')}>
          {perDelivery(({ price }) => (price ? <Amount value={price} locale={locale} /> : t('free')))}
        </SumRow>
        <SumRow label={t('total')} strong>
          {perDelivery(({ price }) => (
            <Amount value={cart.total + price} locale={locale} />
          ))}
        </SumRow>
        <SumRow label={t('vat')}>
          {perDelivery(({ price, vatRate }) => (
            <Amount value={cart.vat + vatIncluded(price, vatRate)} locale={locale} />
          ))}
        </SumRow>
      </dl>
    </Card>
  )
}

function shortageOf({ state, available }: CartLine, locale: Locale): string | undefined {
  const t = words(locale, 'checkout')
  if (state === 'fewer_left') return t('cart.left', { count: available })
  return state === 'ok' ? undefined : t(state === 'not_sold' ? 'cart.notSold' : 'cart.soldOut')
}
