import { words, type Locale } from '@/lib/i18n'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { Facts } from './facts'

const deliveries = ['collect', 'post', 'home'] as const

/** Who ordered and where it goes; for those who must not know, that it is hidden. */
export function OrderCustomer({ order, locale }: { order: MerchantOrder; locale: Locale }) {
  const t = words(locale, 'admin')
  const { customer } = order
  const delivery = deliveries.find((one) => one === order.delivery)
  const stock = ({ held: 'order.stockHeld', sold: 'order.stockSold', released: 'order.stockReleased' } as const)[order.stock as 'held' | 'sold' | 'released']
  const place = customer && [customer.address, [customer.postcode, customer.city].filter(Boolean).join(' ')].filter(Boolean)
  return (
    <section aria-labelledby="customer" className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <h2 id="customer" className="text-lg font-semibold">
        {t('order.customer')}
      </h2>
      {customer ? (
        <p>
          <span className="block font-semibold">{customer.name}</span>
          <a href={`mailto:${customer.email}`} className="text-sm break-all underline decoration-line-strong underline-offset-4">
            {customer.email}
          </a>
        </p>
      ) : (
        <p className="text-muted">{t('order.maskedTitle')}</p>
      )}
      <Facts
        className="border-t border-line pt-4"
        facts={[
          { term: t('order.deliverTo'), value: delivery && t(`order.${delivery}`) },
          place && place.length > 0 && { term: t('order.address'), value: place.map((line) => <span key={line} className="block">{line}</span>) },
          { term: t('order.phone'), value: customer?.phone },
          { term: t('order.language'), value: t(order.locale === 'en' ? 'order.languageEn' : 'order.languageIs') },
          { term: t('order.stock'), value: t(stock) },
        ]}
      />
    </section>
  )
}
