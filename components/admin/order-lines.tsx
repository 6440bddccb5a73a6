import { Picture } from '@/components/shop/picture'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney } from '@/lib/money'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'

type OrderLinesProps = { order: MerchantOrder; vat: readonly { rate: number; amount: number }[]; locale: Locale }

/** What was bought, at the prices of that moment, and how the total comes about. */
export function OrderLines({ order, vat, locale }: OrderLinesProps) {
  const t = words(locale, 'admin')
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale)
  return (
    <div className="grid gap-4">
      <ul className="grid">
        {order.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-4 border-line py-2.5 not-first:border-t">
            <span className="w-11 flex-none overflow-hidden rounded-lg bg-sunken">
              {line.drawing && <Picture drawing={line.drawing} alt="" />}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{line.name}</span>
              <span className="block text-sm text-muted">
                {line.size && `${t('order.size', { size: line.size })} · `}
                <span className="font-mono text-xs break-all">{line.sku}</span>
              </span>
            </span>
            <span className="text-right text-sm whitespace-nowrap tabular-nums">
              <span className="block text-base font-semibold">{money(line.lineTotal)}</span>
              {line.quantity > 1 && (
                <span className="text-muted">
                  {line.quantity} × {money(line.unitPrice)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-t border-line pt-4 tabular-nums [&_dd]:text-right">
        <dt className="text-muted">{t('order.goods')}</dt>
        <dd>{money(order.total - order.deliveryPrice)}</dd>
        <dt className="text-muted">{t('order.delivery')}</dt>
        <dd>{order.deliveryPrice ? money(order.deliveryPrice) : t('order.free')}</dd>
        <dt className="pt-2 text-lg font-semibold">{t('order.total')}</dt>
        <dd className="pt-2 text-lg font-semibold">{money(order.total)}</dd>
        {vat.map(({ rate, amount }) => (
          <div key={rate} className="col-span-2 grid grid-cols-subgrid text-sm text-muted">
            <dt>{t('order.vat', { rate })}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
