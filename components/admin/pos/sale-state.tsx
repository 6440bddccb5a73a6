import { Check, CircleHelp, Clock, X, type LucideIcon } from 'lucide-react'
import { Countdown } from '@/components/checkout/countdown'
import { cn } from '@/components/ui/cn'
import { Spinner } from '@/components/ui/spinner'
import { words, type Locale } from '@/lib/i18n'
import type { TillSaleView } from '@/lib/payments/till-read'

const tones = {
  pending: 'bg-info-soft text-info', cancelling: 'bg-sunken text-ink', needs_code: 'bg-info-soft text-info', reserved: 'bg-info-soft text-info', confirmed: 'bg-good-soft text-good',
  declined: 'bg-bad-soft text-bad', cancelled: 'bg-sunken text-ink', expired: 'bg-sunken text-ink', failed: 'bg-bad-soft text-bad', unknown: 'bg-warn-soft text-warn', unheard: 'bg-warn-soft text-warn',
} as const
const pictures: Partial<Record<keyof typeof tones, LucideIcon>> = { confirmed: Check, declined: X, failed: X, cancelled: X, expired: Clock, unknown: CircleHelp, unheard: CircleHelp }
const reasons = ['declined', 'not_a_customer', 'below_minimum', 'wrong_code', 'cart_closed', 'not_accepted', 'provider_down', 'no_answer', 'cancelled'] as const

type SaleStateProps = { sale: TillSaleView; now: Date; locale: Locale }

/** How the payment stands, to be read from two metres away. */
export function SaleState({ sale, now, locale }: SaleStateProps) {
  const t = words(locale, 'admin')
  const state = sale.unheard ? 'unheard' : sale.cancelling ? 'cancelling' : sale.state
  const Picture = pictures[state]
  const reason = sale.state === 'failed' || sale.state === 'cancelled' ? reasons.find((one) => one === sale.payment.reason && one !== 'cancelled') : undefined
  const hint = sale.payment.payerHint
  const counting = state === 'pending' || state === 'needs_code'
  const left = Math.max(0, Math.ceil((sale.payment.expiresAt.getTime() - now.getTime()) / 1000))
  const of = Math.round((sale.payment.expiresAt.getTime() - sale.payment.createdAt.getTime()) / 1000)
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-5">
        <span className={cn('grid size-18 flex-none place-items-center rounded-full', tones[state])}>{Picture ? <Picture aria-hidden className="size-9" strokeWidth={2.5} /> : <Spinner className="size-9" />}</span>
        <div className="grid gap-1">
          <h1 className="text-3xl font-bold sm:text-4xl">{t(`pos.state.${state}`)}</h1>
          {reason && <p className="font-semibold">{t(`reason.${reason}`)}</p>}
        </div>
      </div>
      <p className="max-w-text text-lg text-muted">{state === 'pending' ? (hint ? t('pos.text.pending', { hint }) : t('pos.text.pendingOther')) : t(`pos.text.${state}`)}</p>
      {counting && (
        <Countdown
          key={sale.payment.id}
          expiresAt={sale.payment.expiresAt.getTime()}
          left={left}
          of={of}
          label={t('pos.timeLeft')}
          timeUp={t('pos.timeUp')}
          marks={[60, 30, 10].map((at) => ({ at, text: t('pos.secondsLeft', { seconds: String(at) }) }))}
        />
      )}
    </div>
  )
}
