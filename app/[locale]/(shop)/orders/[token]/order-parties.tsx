import { words, type Locale } from '@/lib/i18n'
import type { OrderPage } from '@/lib/payments/read'

/** Who buys, and where it goes. */
export function OrderParties({ order, locale }: { order: OrderPage; locale: Locale }) {
  const t = words(locale, 'payment')
  return (
    <section aria-labelledby="buyer">
      <h2 id="buyer" className="mb-3 text-2xl font-semibold">
        {t('orderPage.to')}
      </h2>
      <address className="leading-relaxed wrap-anywhere not-italic">
        {order.name}
        <br />
        {order.address && (
          <>
            {order.address}
            <br />
            {order.postcode} {order.city}
            <br />
          </>
        )}
        <span className="text-muted">{order.email}</span>
      </address>
    </section>
  )
}
