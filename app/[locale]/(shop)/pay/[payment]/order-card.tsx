import { lineDetail, SummaryLines, SumRow } from '@/components/checkout/order-summary'
import { Amount } from '@/components/ui/amount'
import { Card } from '@/components/ui/card'
import { words, type Locale } from '@/lib/i18n'
import { deliveryKinds } from '@/lib/orders/delivery'
import type { WaitingRoom } from '@/lib/payments/read'

/** What the payment is for. */
export function OrderCard({ waiting, locale }: { waiting: WaitingRoom; locale: Locale }) {
  const t = words(locale, 'payment')
  const { deliveryPrice } = waiting.order
  const delivery = deliveryKinds.find((kind) => kind === waiting.order.delivery)
  const lines = waiting.order.lines.map((line) => ({ ...line, detail: lineDetail(line, locale) }))
  return (
    <Card className="grid gap-6">
      <h2 className="text-2xl font-semibold">{t('order', { number: String(waiting.order.number) })}</h2>
      <SummaryLines lines={lines} locale={locale} />
      <dl className="grid gap-2 border-t border-line pt-5">
        <SumRow label={delivery ? `${t('orderPage.delivery')} · ${t(`orderPage.${delivery}`)}` : t('orderPage.delivery')}>
          {deliveryPrice ? <Amount value={deliveryPrice} locale={locale} /> : t('orderPage.free')}
        </SumRow>
        <SumRow label={t('amount')} strong>
          <Amount value={waiting.amount} locale={locale} />
        </SumRow>
      </dl>
    </Card>
  )
}
