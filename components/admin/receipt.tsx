import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay } from '@/lib/i18n/dates'
import { formatMoney, type Currency } from '@/lib/money'
import type { GivenBack } from '@/lib/payments/receipt'
import type { TillSaleView } from '@/lib/payments/till-read'

type Sale = Pick<
  TillSaleView['order'],
  'number' | 'lines' | 'total' | 'deliveryPrice' | 'currency' | 'createdAt' | 'paidAt' | 'registerId' | 'locationId'
>
type ReceiptProps = {
  order: Sale
  /** Our name for the payment at its gateway. */
  reference: string
  vat: readonly { rate: number; amount: number }[]
  /** Null when nothing was. */
  givenBack?: GivenBack | null
  /** Who bought, when that is known and the reader may know it. */
  buyer?: string | null
  /** Who sold it at a till. */
  seller?: string
  locale: Locale
}

/** What the customer takes home: the only thing on the page that is printed. */
export function Receipt({ order, reference, vat, givenBack, buyer, seller, locale }: ReceiptProps) {
  const t = words(locale, 'admin')
  const shop = words(locale, 'shop')
  const money = (amount: number) => formatMoney({ amount, currency: order.currency as Currency }, locale)
  const moment = order.paidAt ?? order.createdAt
  return (
    <section
      aria-label={t('pos.receipt')}
      lang={locale}
      className="mx-auto grid w-full max-w-sm gap-4 bg-surface px-6 py-7 text-sm shadow-lift print:max-w-none print:bg-transparent print:p-0 print:shadow-none"
    >
      <header className="grid justify-items-center gap-0.5 text-center">
        <p className="text-xl font-bold tracking-tight">{words(locale, 'common')('shopName')}</p>
        <p className="text-muted">{shop('about.nameValue')}</p>
        <p className="text-muted">{shop('about.addressValue')}</p>
        <p className="text-muted">
          {shop('about.id')} {shop('about.idValue')}
        </p>
        <p className="text-muted">
          {shop('about.vat')} {shop('about.vatValue')}
        </p>
        <p className="pt-2">{t('pos.receiptNumber', { number: String(order.number) })}</p>
        <p className="text-muted tabular-nums">
          {formatDay(moment, locale)} {formatClock(moment, locale)}
        </p>
        {order.registerId && (
          <p className="text-muted">{t('pos.place', { register: order.registerId, location: order.locationId ?? '' })}</p>
        )}
        {buyer && <p className="wrap-anywhere">{t('receipt.buyer', { name: buyer })}</p>}
      </header>
      <ul className="grid gap-2 border-y border-dashed border-line-strong py-3">
        {order.lines.map((line) => (
          <li key={line.id} className="grid break-inside-avoid grid-cols-[1fr_auto] gap-x-4">
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
        {order.deliveryPrice > 0 && (
          <li className="grid grid-cols-[1fr_auto] gap-x-4">
            <span>{t('order.delivery')}</span>
            <span className="tabular-nums">{money(order.deliveryPrice)}</span>
          </li>
        )}
      </ul>
      <Sum label={t('order.total')} amount={order.total} vat={vat} money={money} locale={locale} />
      {givenBack && (
        <div className="grid break-inside-avoid gap-3 border-t border-dashed border-line-strong pt-3">
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 tabular-nums [&_dd]:text-right">
            {givenBack.refunds.map((refund) => (
              <div key={refund.id} className="col-span-2 grid grid-cols-subgrid">
                <dt>{t('receipt.refunded', { day: formatDay(refund.at, locale) })}</dt>
                <dd>{money(-refund.amount)}</dd>
              </div>
            ))}
          </dl>
          <Sum label={t('receipt.kept')} amount={givenBack.kept} vat={givenBack.vat ?? []} money={money} locale={locale} />
          {givenBack.vat === null && <p className="text-muted">{t('receipt.vatUnsplit')}</p>}
        </div>
      )}
      <footer className="grid justify-items-center gap-0.5 border-t border-dashed border-line-strong pt-3 text-center">
        <p className="font-semibold">{t('pos.paidWith')}</p>
        <p className="font-mono text-xs break-all text-muted">{reference}</p>
        {seller !== undefined && <p className="text-muted">{t('pos.seller', { name: seller })}</p>}
        <p>{t('pos.thanks')}</p>
      </footer>
    </section>
  )
}

type SumProps = {
  label: string
  amount: number
  vat: readonly { rate: number; amount: number }[]
  money: (amount: number) => string
  locale: Locale
}

function Sum({ label, amount, vat, money, locale }: SumProps) {
  const t = words(locale, 'admin')
  return (
    <dl className="grid break-inside-avoid grid-cols-[1fr_auto] gap-x-4 gap-y-1 tabular-nums [&_dd]:text-right">
      <dt className="text-base font-bold">{label}</dt>
      <dd className="text-base font-bold">{money(amount)}</dd>
      {vat.map((part) => (
        <div key={part.rate} className="col-span-2 grid grid-cols-subgrid text-muted">
          <dt>{t('pos.vat', { rate: String(part.rate) })}</dt>
          <dd>{money(part.amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
