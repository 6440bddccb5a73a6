import { FulfilmentBadge } from '@/components/admin/fulfilment-badge'
import { FulfilmentForm } from '@/components/admin/fulfilment-form'
import { words, type Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { longestTrackingUrl } from '@/lib/orders/fulfilment'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { isMailed, isToBeFulfilled, nextSteps, type Step } from '@/lib/orders/steps'
import type { StepEntry } from '@/lib/payments/story'
import { step } from './actions'

type OrderGoodsProps = { order: MerchantOrder; steps: readonly StepEntry[]; mayTake: boolean; locale: Locale }

const problems = ['stale', 'not_paid', 'not_now', 'link_missing', 'link_wrong', 'link_long', 'step_wrong'] as const
// The last of those that may be taken is what usually comes: whoever packs little goes straight to it.
const usualFirst = (all: readonly Step[]) => all.toReversed()

/** How far the goods of an order are, and the next step with them. Nothing for an order that was never paid, or sold at a till. */
export function OrderGoods({ order, steps, mayTake, locale }: OrderGoodsProps) {
  const t = words(locale, 'fulfilment')
  const all = words(locale, 'admin')
  const now = (order.fulfilment ?? 'none') as Step | 'none'
  if (!isToBeFulfilled(order) && now === 'none') return null
  const again = now === 'sent'
  const offer = mayTake
    ? usualFirst(nextSteps(order)).map((one) => ({ step: one, label: t(again ? 'take.sentAgain' : `take.${one}`), pending: t('taking') }))
    : []
  const messages = {
    ...Object.fromEntries(problems.map((key) => [key, t(`problem.${key}`)])),
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
    <section aria-labelledby="goods" className="grid gap-4 rounded-card border border-line bg-surface p-5">
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
