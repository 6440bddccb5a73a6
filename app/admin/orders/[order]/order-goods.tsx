import { FulfilmentBadge } from '@/components/admin/fulfilment-badge'
import { FulfilmentForm } from '@/components/admin/fulfilment-form'
import { ReservedGoods } from '@/components/admin/reserved-goods'
import { words, type Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { longestTrackingUrl } from '@/lib/orders/fulfilment'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { isLeaving, isMailed, isToBePacked, nextSteps, type Step } from '@/lib/orders/steps'
import type { Leaving } from '@/lib/payments/fulfil'
import type { StepEntry } from '@/lib/payments/story'
import { step } from './actions'
import { LeavingGoods } from './leaving-goods'

type OrderGoodsProps = {
  order: MerchantOrder
  steps: readonly StepEntry[]
  /** What leaves as soon as its money is taken. */
  leaving: Leaving | null
  /** Of a reservation whose money is taken when the goods leave. */
  hold: { endsAt: Date; soon: boolean } | null
  mayTake: boolean
  locale: Locale
}

const problems = ['stale', 'not_paid', 'not_now', 'link_missing', 'link_wrong', 'link_long', 'step_wrong'] as const
const ofMoney = ['money_unknown', 'money_refused', 'money_over'] as const
// The last of those that may be taken is what usually comes: whoever packs little goes straight to it.
const usualFirst = (all: readonly Step[]) => all.toReversed()

/** How far the goods of an order are, and the next step with them. Nothing for an order without money, or sold at a till. */
export function OrderGoods({ order, steps, leaving, hold, mayTake, locale }: OrderGoodsProps) {
  const t = words(locale, 'fulfilment')
  const l = words(locale, 'leaving')
  const all = words(locale, 'admin')
  const now = (order.fulfilment ?? 'none') as Step | 'none'
  if (!isToBePacked(order) && now === 'none') return null
  const again = now === 'sent'
  const amount = formatMoney({ amount: order.total, currency: order.currency }, locale)
  const labelOf = (one: Step) => {
    if (again) return t('take.sentAgain')
    return hold && isLeaving(one) ? l(`take.${one as Exclude<Step, 'packed'>}`, { amount }) : t(`take.${one}`)
  }
  const open = mayTake && !leaving
  const offer = open ? usualFirst(nextSteps(order)).map((one) => ({ step: one, label: labelOf(one), pending: t('taking') })) : []
  const messages = {
    ...Object.fromEntries(problems.map((key) => [key, t(`problem.${key}`)])),
    ...Object.fromEntries(ofMoney.map((key) => [key, l(key)])),
    ...Object.fromEntries((['foreign_origin', 'not_allowed', 'gone', 'form_stale'] as const).map((key) => [key, all(`problem.${key}`)])),
    taken: t('taken'),
  }
  const followed = steps.findLast((one) => one.trackingUrl)?.trackingUrl
  const form = (
    <FulfilmentForm
      action={step}
      order={order.number}
      position={(steps.at(-1)?.position ?? 0) + 1}
      formKey={newId()}
      offer={offer}
      link={
        offer.some((one) => one.step === 'sent')
          ? { label: t('link'), note: again ? undefined : t('linkNote'), hint: t('linkHint'), longest: longestTrackingUrl, required: again }
          : undefined
      }
      messages={messages}
    >
      {offer.some((one) => isMailed[one.step]) && <p className="text-sm text-muted">{t('mailed')}</p>}
    </FulfilmentForm>
  )
  return (
    <section aria-labelledby="goods" className="grid gap-4 rounded-card border border-line bg-surface p-5 max-lg:-order-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="goods" className="text-lg font-semibold">
          {t('title')}
        </h2>
        <FulfilmentBadge step={now} locale={locale} />
      </div>
      {followed && (
        <p className="text-sm">
          <span className="block text-muted">{t('followed')}</span>
          <a href={followed} rel="noreferrer" className="wrap-anywhere underline decoration-line-strong underline-offset-4">
            {followed}
          </a>
        </p>
      )}
      <LeavingGoods order={order.number} leaving={leaving} mayKeep={mayTake} locale={locale} />
      {hold && !leaving && <ReservedGoods amount={amount} hold={hold} offered={open} locale={locale} />}
      {again && offer.length > 0 ? (
        <details className="group">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
            {t('again')}
          </summary>
          <div className="pt-2">{form}</div>
        </details>
      ) : (
        form
      )}
    </section>
  )
}
