import { Badge, type Tone } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { words, type Locale } from '@/lib/i18n'

const orderTone = { open: 'info', paid: 'good', part_refunded: 'good', refunded: 'neutral', expired: 'neutral', cancelled: 'neutral' } as const satisfies Record<string, Tone>

const paymentTone = {
  created: 'neutral', sent: 'neutral', unknown: 'warn', pending: 'info', needs_code: 'info', reserved: 'info', confirming: 'info',
  confirm_unknown: 'warn', cancelling: 'neutral', confirmed: 'good', declined: 'bad', cancelled: 'neutral', expired: 'neutral',
  failed: 'bad', late_unhonoured: 'warn', surplus: 'bad',
} as const satisfies Record<string, Tone>

export type OrderState = keyof typeof orderTone
export type PaymentState = keyof typeof paymentTone

// The database's CHECK allows no other words, so a row's text is one of these.
export const asOrderState = (state: string) => state as OrderState
export const asPaymentState = (state: string) => state as PaymentState

export const toneOfPayment = (state: string): Tone => paymentTone[asPaymentState(state)]

export function OrderBadge({ state, locale }: { state: string; locale: Locale }) {
  return <Badge tone={orderTone[asOrderState(state)]}>{words(locale, 'admin')(`orderState.${asOrderState(state)}`)}</Badge>
}

const dotClass: Record<Tone, string> = { neutral: 'bg-line-strong', good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad', info: 'bg-info' }
const loud: readonly Tone[] = ['warn', 'bad']

/** Quieter than a badge, for tables: only what a person should look at has a colour beside its dot. */
export function PaymentWord({ state, locale }: { state: string; locale: Locale }) {
  const tone = toneOfPayment(state)
  return (
    <span className={cn('inline-flex items-center gap-2 text-sm', loud.includes(tone) && `font-semibold ${tone === 'bad' ? 'text-bad' : 'text-warn'}`)}>
      <span aria-hidden className={cn('size-2 flex-none rounded-full', dotClass[tone])} />
      {words(locale, 'admin')(`paymentState.${asPaymentState(state)}`)}
    </span>
  )
}

export function PaymentBadge({ state, locale }: { state: string; locale: Locale }) {
  return <Badge tone={toneOfPayment(state)}>{words(locale, 'admin')(`paymentState.${asPaymentState(state)}`)}</Badge>
}
