import { SumRow } from '@/components/checkout/order-summary'
import { Picture } from '@/components/shop/picture'
import { Amount } from '@/components/ui/amount'
import { HoverLink } from '@/components/ui/hover-link'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk, vatIncluded } from '@/lib/money'
import type { OrderPage } from '@/lib/payments/read'
import { deliveryKinds, deliveryOption } from '@/lib/orders/delivery'

/** The goods and the sum, as they were when the order was placed. */
export function OrderLines({ order, locale }: { order: OrderPage; locale: Locale }) {
  const t = words(locale, 'payment')
  const delivery = deliveryKinds.find((kind) => kind === order.delivery)
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="mb-6 text-2xl font-semibold">
        {t('orderPage.lines')}
      </h2>
      <ul>
        {order.lines.map((line) => (
          <li
            key={`${line.slug} ${line.size}`}
            className="grid grid-cols-[4.5rem_1fr_auto] gap-x-4 border-t border-line py-5 sm:grid-cols-[6rem_1fr_auto] sm:gap-x-6"
          >
            <span className="self-start overflow-hidden rounded-field bg-tile">
              {line.drawing && <Picture drawing={line.drawing} alt="" eager />}
            </span>
            <div className="grid content-start gap-1">
              <h3 className="text-lg leading-snug font-semibold">
                {line.slug ? (
                  <HoverLink
                    href={`/${locale}/p/${line.slug}`}
                    className="decoration-accent decoration-2 underline-offset-4 hover:underline"
                  >
                    {line.name}
                  </HoverLink>
                ) : (
                  line.name
                )}
              </h3>
              {line.size && <p className="text-muted">{t('orderPage.size', { size: line.size })}</p>}
              <p className="text-muted">
                {t('orderPage.times', { quantity: String(line.quantity), price: formatMoney(isk(line.unitPrice), locale) })}
              </p>
            </div>
            <Amount value={line.lineTotal} locale={locale} className="text-lg font-semibold" />
          </li>
        ))}
      </ul>
      <dl className="ml-auto grid gap-2 border-t border-line pt-5 sm:max-w-md">
        <SumRow label={delivery ? `${t('orderPage.delivery')} · ${t(`orderPage.${delivery}`)}` : t('orderPage.delivery')}>
          {order.deliveryPrice ? <Amount value={order.deliveryPrice} locale={locale} /> : t('orderPage.free')}
        </SumRow>
        <SumRow label={t('orderPage.total')} strong>
          <Amount value={order.total} locale={locale} />
        </SumRow>
        {vatByRate(order).map(([rate, vat]) => (
          <SumRow key={rate} label={t('orderPage.vatOf', { rate: String(rate) })}>
            <Amount value={vat} locale={locale} />
          </SumRow>
        ))}
        {order.refunded > 0 && (
          <SumRow label={t('orderPage.givenBack')}>
            <Amount value={-order.refunded} locale={locale} />
          </SumRow>
        )}
      </dl>
    </section>
  )
}

/** VAT by rate, delivery with its own; their sum is the order's. */
function vatByRate({ lines, delivery, deliveryPrice }: OrderPage): [number, number][] {
  const kind = deliveryKinds.find((known) => known === delivery)
  const parts = lines.map(({ vatRate, vatAmount }) => ({ vatRate, vatAmount }))
  if (kind && deliveryPrice > 0) {
    const { vatRate } = deliveryOption(kind)
    parts.push({ vatRate, vatAmount: vatIncluded(deliveryPrice, vatRate) })
  }
  const sums = new Map<number, number>()
  for (const { vatRate, vatAmount } of parts) sums.set(vatRate, (sums.get(vatRate) ?? 0) + vatAmount)
  return [...sums].sort(([a], [b]) => b - a)
}
