'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { ReasonForm } from './reason-form'

type Outcome = { outcome: string; at: number }
export type PaymentAction = FormAction<Outcome>
type Words = { label: string; pending: string; text?: string; open?: string }

export type PaymentActionsProps = {
  paymentId: string
  actions: { check: PaymentAction; confirm: PaymentAction; cancel: PaymentAction; release: PaymentAction }
  /** What may be done now by this person; what is absent is not shown. */
  offer: { check?: Words; /** `quiet`: it is not what usually comes next. */ confirm?: Words & { quiet?: boolean }; cancel?: Words; release?: Words }
  reason: { label: string; hint: string }
  /** Key of an outcome, a problem or an error → what to say. */
  messages: Readonly<Record<string, string>>
}

const bad = /_(unknown|not_reserved|over|slow)$/

/**
 * What a person may do to a payment. All of it is one component that stays, so that what came of a deed can
 * still be read when the deed itself is no longer on offer.
 */
export function PaymentActions({ paymentId, actions, offer, reason, messages }: PaymentActionsProps) {
  const [checked, check] = useActionState(actions.check, {})
  const [confirmed, confirm] = useActionState(actions.confirm, {})
  const [cancelled, cancel] = useActionState(actions.cancel, {})
  const [released, release] = useActionState(actions.release, {})
  const states: FormState<Outcome>[] = [checked, confirmed, cancelled, released]
  const latest = states.flatMap(({ result }) => result ?? []).toSorted((a, b) => b.at - a.at)[0]
  const problems = states.flatMap(({ problem, errors }) => problem ?? errors?.paymentId ?? [])
  const id = <input type="hidden" name="paymentId" value={paymentId} />
  return (
    <div className="grid gap-3">
      <div role="status" className="grid gap-2 empty:hidden">
        {latest && <Notice tone={bad.test(latest.outcome) ? 'warn' : 'good'}>{messages[latest.outcome]}</Notice>}
        {problems.map((problem) => (
          <Notice key={problem} tone="bad">
            {messages[problem]}
          </Notice>
        ))}
      </div>
      {offer.confirm && (
        <form action={confirm} className="grid gap-1.5">
          {id}
          <SubmitButton wide variant={offer.confirm.quiet ? 'secondary' : 'primary'} pendingLabel={offer.confirm.pending}>
            {offer.confirm.label}
          </SubmitButton>
          <p className="text-sm text-muted">{offer.confirm.text}</p>
        </form>
      )}
      {offer.check && (
        <form action={check}>
          {id}
          <SubmitButton variant="secondary" size="small" wide pendingLabel={offer.check.pending}>
            {offer.check.label}
          </SubmitButton>
        </form>
      )}
      {offer.release && <ReasonForm send={release} state={released} words={offer.release} reason={reason} messages={messages} hidden={id} fieldId={`${paymentId}-release`} />}
      {offer.cancel && <ReasonForm send={cancel} state={cancelled} words={offer.cancel} reason={reason} messages={messages} hidden={id} fieldId={`${paymentId}-cancel`} />}
    </div>
  )
}
