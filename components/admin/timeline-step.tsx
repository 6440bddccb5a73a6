import { words, type Locale } from '@/lib/i18n'
import type { Step } from '@/lib/orders/steps'
import type { StepEntry } from '@/lib/payments/story'

const steps: readonly Step[] = ['packed', 'ready', 'sent', 'collected']

type StepTextProps = { step: StepEntry; locale: Locale; nameOf: (actor: string | null) => string }

/** What was done about the goods, by whom, and where the parcel can be followed. */
export function StepText({ step, locale, nameOf }: StepTextProps) {
  const t = words(locale, 'fulfilment')
  const known = steps.find((one) => one === step.step)
  return (
    <>
      <p className="font-semibold">{known ? t(known) : step.step}</p>
      <p className="text-sm text-muted">{t('by', { actor: nameOf(step.actor) })}</p>
      {step.trackingUrl && (
        <p className="text-sm">
          <a href={step.trackingUrl} rel="noreferrer" className="wrap-anywhere underline decoration-line-strong underline-offset-4">
            {step.trackingUrl}
          </a>
        </p>
      )}
    </>
  )
}
