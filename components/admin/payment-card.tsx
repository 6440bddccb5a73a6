import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { words, type Locale } from '@/lib/i18n'
import { formatClock, formatDay, sameDay } from '@/lib/i18n/dates'
import { formatMoney, type Currency } from '@/lib/money'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { Facts } from './facts'
import { gatewayName } from './gateway-name'
import { asPaymentState, PaymentBadge } from './state-badge'

export type MerchantPayment = MerchantOrder['payments'][number]

type PaymentCardProps = { payment: MerchantPayment; title: string; locale: Locale; /** Until when at least a reservation stands. */ heldUntil: Date; children: ReactNode }

const undecided: readonly string[] = ['created', 'sent', 'unknown', 'pending', 'needs_code', 'cancelling']
const standing: readonly string[] = ['reserved', 'confirming', 'confirm_unknown']

export function PaymentCard({ payment, title, heldUntil, locale, children }: PaymentCardProps) {
  const t = words(locale, 'admin')
  const state = asPaymentState(payment.state)
  const moment = (date: Date) => `${formatDay(date, locale)} ${formatClock(date, locale)}`
  const later = (date: Date) => (sameDay(date, payment.createdAt) ? formatClock(date, locale) : moment(date))
  const capture = captureOf(payment)
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-5" aria-label={title}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        <PaymentBadge state={payment.state} locale={locale} />
      </div>
      <p className="text-sm text-muted">{t(`paymentStateText.${state}`)}</p>
      {state === 'reserved' && payment.needsYes && <Notice tone="warn">{t('needsYes')}</Notice>}
      {waitsForMerchant(payment) && <Notice tone="info">{t('waitsForMerchant')}</Notice>}
      {children}
      <Facts
        className="border-t border-line pt-4"
        facts={[
          { term: t('payment.amount'), value: formatMoney({ amount: payment.amount, currency: payment.currency as Currency }, locale) },
          { term: t('payment.gateway'), value: gatewayName(payment.gateway, locale) },
          { term: t('payment.payer'), value: payment.payerHint && `•• ${payment.payerHint}` },
          { term: t('payment.capture'), value: t(`captureMode.${capture}`) },
          { term: t('payment.created'), value: moment(payment.createdAt) },
          undecided.includes(state) && { term: t('payment.expires'), value: later(payment.expiresAt) },
          payment.captureMode === 'manual' && standing.includes(state) && { term: words(locale, 'leaving')('heldUntil'), value: moment(heldUntil) },
          { term: t('payment.lastCheck'), value: payment.lastCheckAt ? later(payment.lastCheckAt) : t('payment.lastCheckNever') },
          { term: t('payment.reference'), value: payment.reference, code: true },
          { term: t('payment.transaction'), value: payment.transactionId ?? t('payment.transactionNone'), code: payment.transactionId !== null },
        ]}
      />
      {payment.unknownSince && <Notice tone="warn">{t('payment.unknownSince', { time: later(payment.unknownSince) })}</Notice>}
    </section>
  )
}

function captureOf({ captureMode, captureBy }: MerchantPayment) {
  if (captureMode === 'manual' && captureBy === 'merchant') return 'manualMerchant'
  if (captureMode === 'manual' && captureBy !== 'shop') return 'manualGoods'
  return captureMode as 'automatic' | 'callback' | 'manual'
}

/** A reservation that only a person takes. */
export const waitsForMerchant = (payment: MerchantPayment): boolean =>
  payment.state === 'reserved' && payment.captureMode === 'manual' && payment.captureBy === 'merchant' && !payment.needsYes
