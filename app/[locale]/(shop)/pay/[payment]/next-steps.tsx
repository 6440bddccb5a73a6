import { PayAgainForm } from '@/components/checkout/pay-again-form'
import { ProblemForm } from '@/components/checkout/problem-form'
import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { words, type Locale } from '@/lib/i18n'
import { isPaid } from '@/lib/orders/states'
import type { WaitingRoom } from '@/lib/payments/read'
import { answerYesOrNo, backToCart, cancel, payAgain } from './actions'
import { paymentProblems } from './problems'

type Props = { waiting: WaitingRoom; locale: Locale }

/** What the shopper can do now, by the state of the payment and of its order. */
export function NextSteps({ waiting, locale }: Props) {
  const t = words(locale, 'payment')
  if (waiting.state === 'confirmed') return <Paid waiting={waiting} locale={locale} />
  if (waiting.terminal) return <Ended waiting={waiting} locale={locale} />
  const problems = paymentProblems(locale)
  const keepLink = (
    <p className="text-muted [&_a]:underline [&_a]:underline-offset-4">
      {t.rich('keepLink', { order: (chunks) => <HoverLink href={`/${locale}/orders/${waiting.order.token}`}>{chunks}</HoverLink> })}
    </p>
  )
  if (waiting.needsYes) {
    return (
      <ProblemForm action={answerYesOrNo} fields={{ paymentId: waiting.paymentId }} problems={problems} className="flex flex-wrap gap-4">
        <SubmitButton size="large" name="answer" value="yes" pendingLabel={t('needsYes.saying')}>
          {t('needsYes.yes')}
        </SubmitButton>
        <SubmitButton size="large" variant="secondary" name="answer" value="no" pendingLabel={t('needsYes.saying')}>
          {t('needsYes.no')}
        </SubmitButton>
      </ProblemForm>
    )
  }
  const canCancel = (waiting.state === 'pending' || waiting.state === 'needs_code') && !waiting.cancelling
  return (
    <div className="grid gap-5">
      {waiting.state === 'pending' && !waiting.cancelling && <p className="text-muted">{t('pending.nothing')}</p>}
      {canCancel && (
        <ProblemForm action={cancel} fields={{ paymentId: waiting.paymentId }} problems={problems}>
          <SubmitButton variant="secondary" pendingLabel={t('cancelPending')}>
            {t('cancel')}
          </SubmitButton>
        </ProblemForm>
      )}
      {keepLink}
      <noscript>
        <p className="text-muted">{t('noscript')}</p>
      </noscript>
    </div>
  )
}

function Paid({ waiting, locale }: Props) {
  const t = words(locale, 'payment')
  return (
    <div className="flex flex-wrap gap-4">
      <HoverLink href={`/${locale}/orders/${waiting.order.token}`} className={buttonClass({ size: 'large' })}>
        {t('confirmed.link')}
      </HoverLink>
      <HoverLink href={`/${locale}`} className={buttonClass({ size: 'large', variant: 'secondary' })}>
        {t('confirmed.shop')}
      </HoverLink>
    </div>
  )
}

function Ended({ waiting, locale }: Props) {
  const t = words(locale, 'payment')
  const { order, paymentId } = waiting
  const problems = paymentProblems(locale)
  const paid = isPaid(order.state)
  if (paid || order.otherPaymentId) {
    return (
      <div className="grid justify-items-start gap-4">
        <p className="text-lg">{paid ? t('again.paid') : t('again.live')}</p>
        <HoverLink
          href={paid ? `/${locale}/orders/${order.token}` : `/${locale}/pay/${order.otherPaymentId}`}
          className={buttonClass({ size: 'large' })}
        >
          {paid ? t('toOrder') : t('again.liveLink')}
        </HoverLink>
      </div>
    )
  }
  return (
    <div className="grid gap-5">
      {order.canTryAgain ? (
        <>
          <div className="grid gap-1">
            <h2 className="text-2xl font-semibold">{t('again.title')}</h2>
            <p className="text-muted">{t('again.text')}</p>
          </div>
          <PayAgainForm
            action={payAgain}
            locale={locale}
            paymentId={paymentId}
            words={{
              phone: t('again.phone'),
              phoneHint: t('again.phoneHint'),
              submit: t('again.submit'),
              submitting: t('again.submitting'),
              problems,
            }}
          />
        </>
      ) : (
        <p className="text-lg">{t('again.closed')}</p>
      )}
      <ProblemForm action={backToCart} fields={{ paymentId, locale }} problems={problems}>
        <SubmitButton variant={order.canTryAgain ? 'secondary' : 'primary'} pendingLabel={t('again.toCarting')}>
          {t('again.toCart')}
        </SubmitButton>
      </ProblemForm>
    </div>
  )
}
