'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

export type PayAgainWords = {
  readonly phone: string
  readonly phoneHint: string
  readonly submit: string
  readonly submitting: string
  readonly problems: Readonly<Record<string, string>>
}

type PayAgainFormProps = { action: FormAction<null>; locale: string; paymentId: string; words: PayAgainWords }

/** The number once more, as it was never kept; the same or another. */
export function PayAgainForm({ action, locale, paymentId, words }: PayAgainFormProps) {
  const [state, send] = useActionState<FormState<null>, FormData>(action, {})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])
  const text = (key: string | undefined) => key && (words.problems[key] ?? key)
  const problem = text(state.problem ?? state.errors?.paymentId)
  return (
    <form ref={form} action={send} noValidate className="grid max-w-sm gap-4">
      <input type="hidden" name="paymentId" value={paymentId} />
      <input type="hidden" name="locale" value={locale} />
      {problem && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <Field
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        error={text(state.errors?.phone)}
        defaultValue={state.values?.phone ?? ''}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={40}
        required
      />
      <SubmitButton size="large" pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  )
}
