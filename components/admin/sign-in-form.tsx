'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type SignInFormProps = {
  action: FormAction<never>
  next: string
  labels: { email: string; password: string; submit: string; submitting: string }
  /** Key of an error or problem → what to say. */
  messages: Readonly<Record<string, string>>
  /** A problem known before the form is sent, when another way of signing in failed. */
  problem?: string | undefined
}

export function SignInForm({ action, next, labels, messages, problem }: SignInFormProps) {
  const [state, send] = useActionState(action, {})
  const said = state.problem ?? (state.errors ? undefined : problem)
  return (
    <form action={send} className="grid gap-5" noValidate>
      <div aria-live="polite" className="empty:-mb-5">{said && <Notice tone="bad">{messages[said]}</Notice>}</div>
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        required
        label={labels.email}
        error={state.errors?.email && messages[state.errors.email]}
        defaultValue={state.values?.email}
      />
      <Field
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={labels.password}
        error={state.errors?.password && messages[state.errors.password]}
      />
      <SubmitButton wide pendingLabel={labels.submitting}>
        {labels.submit}
      </SubmitButton>
    </form>
  )
}
