import { Amount } from '@/components/ui/amount'
import { Badge, type Tone } from '@/components/ui/badge'
import { HoverLink } from '@/components/ui/hover-link'
import { formatDateTime } from '@/lib/dates'
import { words, type Locale } from '@/lib/i18n'
import type { PublicState } from '@/lib/payments/machine'
import type { OrderPage } from '@/lib/payments/read'

const tones: Record<PublicState, Tone> = {
  pending: 'warn',
  needs_code: 'warn',
  reserved: 'info',
  confirmed: 'good',
  declined: 'bad',
  failed: 'bad',
  cancelled: 'neutral',
  expired: 'neutral',
  unknown: 'info',
}

/** Every attempt to pay, the latest last, and how it went. */
export function PaymentHistory({ order, locale }: { order: OrderPage; locale: Locale }) {
  const t = words(locale, 'payment')
  return (
    <section aria-labelledby="payments">
      <h2 id="payments" className="mb-3 text-2xl font-semibold">
        {t('orderPage.payments')}
      </h2>
      {order.payments.length === 0 && <p className="text-muted">{t('orderPage.noPayments')}</p>}
      <ol className="grid gap-4">
        {order.payments.map((payment) => (
          <li key={payment.id} className="grid justify-items-start gap-1 border-t border-line pt-3 first:border-t-0 first:pt-0">
            <Badge tone={tones[payment.state]}>{t(`history.${payment.state}`)}</Badge>
            <span>
              {t('orderPage.viaNetgiro')} · <Amount value={payment.amount} locale={locale} />
            </span>
            <span className="text-muted">{formatDateTime(payment.updatedAt, locale)}</span>
            <HoverLink
              href={`/${locale}/pay/${payment.id}`}
              className="underline decoration-line-strong underline-offset-4 hover:decoration-ink print:hidden"
            >
              {t('orderPage.toAttempt')}
            </HoverLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
