'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ButtonLook } from '@/components/ui/button-look'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

type OneButtonFormProps<R> = ButtonLook & {
  action: FormAction<R>
  paymentId: string
  label: string
  pending: string
  problems: Readonly<Record<string, string>>
  /** Enter presses it as soon as the page is there. */
  autoFocus?: boolean
}

export function OneButtonForm<R>({ action, paymentId, label, pending, problems, autoFocus, ...look }: OneButtonFormProps<R>) {
  const [state, send] = useActionState<FormState<R>, FormData>(action, {})
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="paymentId" value={paymentId} />
      <div role="alert" className="empty:hidden">
        {state.problem && <Notice tone="warn">{problems[state.problem] ?? state.problem}</Notice>}
      </div>
      <SubmitButton pendingLabel={pending} autoFocus={autoFocus} {...look}>
        {label}
      </SubmitButton>
    </form>
  )
}
