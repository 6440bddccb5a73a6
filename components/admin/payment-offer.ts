import { words, type Locale } from '@/lib/i18n'
import { formatMoney, type Currency } from '@/lib/money'
import type { MerchantPayment } from './payment-card'
import type { PaymentActionsProps } from './payment-actions'

export type May = { readonly check: boolean; readonly confirm: boolean; readonly cancel: boolean }

const canBeCancelled: readonly string[] = ['created', 'sent', 'unknown', 'pending', 'needs_code']

/** What is offered for a payment: what its state allows and the person may. The server decides again. */
export function paymentOffer(payment: MerchantPayment, may: May, locale: Locale): PaymentActionsProps['offer'] {
  const t = words(locale, 'admin')
  const reserved = payment.state === 'reserved'
  const amount = formatMoney({ amount: payment.amount, currency: payment.currency as Currency }, locale)
  return {
    ...(may.check && payment.transactionId && { check: { label: t('act.check'), pending: t('act.checking') } }),
    ...(may.confirm &&
      reserved &&
      payment.captureMode === 'manual' &&
      !payment.needsYes && { confirm: { label: t('act.confirm', { amount }), pending: t('act.confirming'), text: t('act.confirmText'), quiet: payment.captureBy === 'goods' || payment.captureBy === 'leaving' } }),
    ...(may.cancel &&
      canBeCancelled.includes(payment.state) && {
        cancel: { open: t('act.cancel'), label: t('act.cancelNow'), pending: t('act.cancelling'), text: t('act.cancelText') },
      }),
    ...(may.cancel && reserved && { release: { open: t('act.release'), label: t('act.releaseNow'), pending: t('act.releasing'), text: t('act.releaseText') } }),
  }
}

const outcomes = [
  'check_done', 'check_slow', 'confirm_confirmed', 'confirm_unknown', 'confirm_not_reserved', 'cancel_asked', 'cancel_over', 'release_ok', 'release_over',
] as const
const problems = ['foreign_origin', 'not_allowed', 'reason_missing', 'reason_long', 'gone'] as const

/** Whatever an action can answer, in words. */
export function paymentMessages(locale: Locale): Record<string, string> {
  const t = words(locale, 'admin')
  return Object.fromEntries([...outcomes.map((key) => [key, t(`act.${key}`)]), ...problems.map((key) => [key, t(`problem.${key}`)])])
}
