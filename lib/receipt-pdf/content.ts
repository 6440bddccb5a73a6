import { bandTile, type BandTile } from '@/lib/drawing/band'
import { words, type Locale } from '@/lib/i18n'
import { formatDay, formatTime } from '@/lib/i18n/dates'
import { formatMoney } from '@/lib/money'
import { deliveryOption, type DeliveryKind } from '@/lib/orders/delivery'
import { grossByRate } from '@/lib/orders/vat-by-rate'
import type { PaidOrder } from '@/lib/payments/receipt'
import { markPaths } from '@/lib/share-picture/art'

type Fact = { readonly label: string; readonly value: string; /** In columns; one unless it is said. */ readonly wide?: number }
type Pair = readonly [label: string, value: string]
type VatTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Everything a receipt says, in words and figures as they are to be read. */
export type ReceiptContent = {
  readonly lang: string
  readonly title: string
  readonly heading: string
  readonly shop: { readonly name: string; readonly particulars: readonly string[] }
  readonly facts: readonly Fact[]
  readonly columns: readonly string[]
  /** `figures` are quantity, price of one, VAT rate and amount. */
  readonly lines: readonly { readonly name: string; readonly detail: string; readonly figures: readonly string[] }[]
  /** The total, then what was given back and what is left. */
  readonly sums: readonly Pair[]
  readonly vat: VatTable
  readonly vatOfKept: (VatTable & { readonly title: string }) | null
  readonly note: string
  readonly payment: { readonly heading: string; readonly facts: readonly Pair[] }
  readonly thanks: string
  readonly foot: string
  /** With {page} and {pages}, which are known when all is laid out. */
  readonly page: string
  readonly mark: typeof markPaths
  readonly band: BandTile
}

const gateways = ['netgiro', 'nets-easy', 'v3'] as const

/** A receipt in words. The buyer is named when the order's reader may know who it is. */
export function receiptContent({ order, receipt }: PaidOrder, locale: Locale): ReceiptContent {
  const t = words(locale, 'receipt')
  const shop = words(locale, 'shop')
  const name = words(locale, 'common')('shopName')
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale)
  const percent = (rate: number) => t('percent', { rate: String(rate) })
  const number = String(order.number)
  const paidAt = order.paidAt ?? order.createdAt
  const known = gateways.find((one) => one === receipt.gateway)
  const gateway = known ? t(`gateway.${known}`) : receipt.gateway
  const vatTable = (vat: typeof receipt.vat, gross: typeof receipt.vat): VatTable => ({
    columns: [t('vatRate'), t('net'), t('vat')],
    rows: vat.map(({ rate, amount }) => [
      percent(rate),
      money((gross.find((part) => part.rate === rate)?.amount ?? 0) - amount),
      money(amount),
    ]),
  })
  const { givenBack } = receipt
  const [keptRate] = givenBack?.vat ?? []
  return {
    lang: locale,
    title: t('title', { number, shop: name }),
    heading: t('heading'),
    shop: {
      name,
      particulars: [
        shop('about.nameValue'),
        shop('about.addressValue'),
        `${shop('about.id')} ${shop('about.idValue')}`,
        `${shop('about.vat')} ${shop('about.vatValue')}`,
        shop('about.emailValue'),
      ],
    },
    facts: [
      { label: t('number'), value: number },
      { label: t('paid'), value: `${formatDay(paidAt, locale)} ${formatTime(paidAt, locale)}` },
      { label: t('place'), value: t(order.channel === 'pos' ? 'pos' : 'webshop') },
      ...(order.customer?.name ? [{ label: t('buyer'), value: order.customer.name }] : []),
    ],
    columns: [t('item'), t('quantity'), t('each'), t('rate'), t('amount')],
    lines: [
      ...order.lines.map((line) => ({
        name: line.name,
        detail: line.size && t('size', { size: line.size }),
        figures: [String(line.quantity), money(line.unitPrice), percent(line.vatRate), money(line.lineTotal)],
      })),
      ...delivered(),
    ],
    sums: [
      [t('total'), money(order.total)],
      ...(givenBack?.refunds.map(({ amount, at }): Pair => [t('refunded', { day: formatDay(at, locale) }), money(-amount)]) ?? []),
      ...(givenBack ? [[t('kept'), money(givenBack.kept)] as const] : []),
    ],
    vat: vatTable(receipt.vat, grossByRate(order)),
    // Known for one rate only: what is kept is then all of it.
    vatOfKept: keptRate
      ? { title: t('vatOfKept'), ...vatTable([keptRate], [{ rate: keptRate.rate, amount: givenBack?.kept ?? 0 }]) }
      : null,
    note: givenBack && givenBack.vat === null ? t('vatUnsplit') : '',
    payment: {
      heading: t('payment'),
      facts: [
        [t('paidWith'), gateway],
        [t('reference'), receipt.reference],
        ...(receipt.transactionId ? [[t('transaction', { gateway }), receipt.transactionId] as const] : []),
      ],
    },
    thanks: t('thanks'),
    foot: t('title', { number, shop: name }),
    page: t('page', { page: '{page}', pages: '{pages}' }),
    mark: markPaths,
    band: bandTile('mountains'),
  }

  function delivered(): ReceiptContent['lines'] {
    if (order.deliveryPrice <= 0) return []
    const { kind, vatRate } = deliveryOption(order.delivery as DeliveryKind)
    const price = money(order.deliveryPrice)
    return [{ name: t(`delivery.${kind}`), detail: '', figures: ['1', price, percent(vatRate), price] }]
  }
}
