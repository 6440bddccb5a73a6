'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { Step } from '@/lib/orders/steps'

type FulfilmentFormProps = {
  action: FormAction<string>
  /** The order's number. */
  order: number
  /** Of the step that would be next, and of this rendered form: of two people and of two clicks one takes it. */
  position: number
  formKey: string
  /** What may be done now, the usual first. */
  offer: readonly { step: Step; label: string; pending: string }[]
  /** Shown when it may be sent. */
  link?: { label: string; note?: string; hint: string; longest: number; required?: boolean }
  /** Key of a result, an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
  children?: React.ReactNode
}

/** Takes the next step with an order's goods, and says what came of it. */
export function FulfilmentForm({ action, order, position, formKey, offer, link, messages, children }: FulfilmentFormProps) {
  const [{ result, problem, errors, values }, send] = useActionState(action, {})
  const said = problem ?? errors?.order ?? errors?.step ?? errors?.formKey ?? errors?.position ?? result
  return (
    <form action={send} className="grid gap-4">
      <input type="hidden" name="order" value={order} />
      <input type="hidden" name="position" value={position} />
      <input type="hidden" name="formKey" value={formKey} />
      {link && offer.length > 0 && (
        <Field
          id="trackingUrl"
          name="trackingUrl"
          type="url"
          inputMode="url"
          label={link.label}
          note={link.note}
          hint={link.hint}
          error={errors?.trackingUrl && messages[errors.trackingUrl]}
          defaultValue={values?.trackingUrl}
          maxLength={link.longest}
          placeholder="https://"
          autoComplete="off"
          spellCheck={false}
          required={link.required}
        />
      )}
      {offer.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {offer.map(({ step, label, pending }, i) => (
            <SubmitButton key={step} name="step" value={step} variant={i ? 'secondary' : 'primary'} size="small" pendingLabel={pending}>
              {label}
            </SubmitButton>
          ))}
        </div>
      )}
      {children}
      <div role="status" className="empty:hidden">
        {said &&
          (said === result ? <p className="text-sm font-semibold">{messages[said]}</p> : <Notice tone="warn">{messages[said]}</Notice>)}
      </div>
    </form>
  )
}
