import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay } from '@/lib/i18n/dates'
import { formatMoney, type Currency } from '@/lib/money'
import type { TillSaleView } from '@/lib/payments/till-read'

type ReceiptProps = { sale: TillSaleView; vat: readonly { rate: number; amount: number }[]; seller: string; locale: Locale }

/** What the customer takes home: the only thing on the page that is printed. */
export function Receipt({ sale: { order, payment }, vat, seller, locale }: ReceiptProps) {
  const t = words(locale, 'admin')
  const money = (amount: number) => formatMoney({ amount, currency: order.currency as Currency }, locale)
  const moment = order.paidAt ?? order.createdAt
  return (
    <section aria-label={t('pos.receipt')} className="mx-auto grid w-full max-w-sm gap-4 bg-surface px-6 py-7 text-sm shadow-lift print:max-w-none print:bg-transparent print:p-0 print:shadow-none">
      <header className="grid justify-items-center gap-0.5 text-center">
        <p className="text-xl font-bold tracking-tight">{words(locale, 'common')('shopName')}</p>
        <p>{t('pos.receiptNumber', { number: String(order.number) })}</p>
        <p className="text-muted tabular-nums">
          {formatDay(moment, locale)} {formatClock(moment, locale)}
        </p>
        <p className="text-muted">{t('pos.place', { register: order.registerId ?? '', location: order.locationId ?? '' })}</p>
      </header>
      <ul className="grid gap-2 border-y border-dashed border-line-strong py-3">
        {order.lines.map((line) => (
          <li key={line.id} className="grid grid-cols-[1fr_auto] gap-x-4">
            <span>
              {line.name} {line.size}
              {line.quantity > 1 && (
                <span className="block text-muted tabular-nums">
                  {line.quantity} × {money(line.unitPrice)}
                </span>
              )}
            </span>
            <span className="tabular-nums">{money(line.lineTotal)}</span>
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 tabular-nums [&_dd]:text-right">
        <dt className="text-base font-bold">{t('order.total')}</dt>
        <dd className="text-base font-bold">{money(order.total)}</dd>
        {vat.map(({ rate, amount }) => (
          <div key={rate} className="col-span-2 grid grid-cols-subgrid text-muted">
            <dt>{t('pos.vat', { rate: String(rate) })}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
      <footer className="grid justify-items-center gap-0.5 border-t border-dashed border-line-strong pt-3 text-center">
        <p className="font-semibold">{t('pos.paidWith')}</p>
        <p className="font-mono text-xs break-all text-muted">{payment.reference}</p>
        <p className="text-muted">{t('pos.seller', { name: seller })}</p>
        <p>{t('pos.thanks')}</p>
      </footer>
    </section>
  )
}
