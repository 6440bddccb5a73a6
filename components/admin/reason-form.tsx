'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'

type ReasonFormProps = {
  send: (form: FormData) => void
  state: FormState
  words: { label: string; pending: string; text?: string; open?: string }
  reason: { label: string; hint: string }
  messages: Readonly<Record<string, string>>
  hidden: ReactNode
  fieldId: string
  /** `danger` for what cannot be taken back. */
  submit?: 'danger' | 'primary'
}

/** A deed that needs a reason: folded away until it is wanted. */
export function ReasonForm({ send, state, words, reason, messages, hidden, fieldId, submit = 'danger' }: ReasonFormProps) {
  const error = state.errors?.reason
  return (
    <details open={error !== undefined || undefined} className="group rounded-field border border-transparent open:border-line open:bg-paper open:p-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">{words.open}</summary>
      <form action={send} className="grid gap-4 pt-2">
        {hidden}
        {words.text && <p className="text-sm text-muted">{words.text}</p>}
        <Field id={fieldId} name="reason" label={reason.label} hint={reason.hint} error={error && messages[error]} defaultValue={state.values?.reason} maxLength={500} required autoComplete="off" />
        <SubmitButton variant={submit} size="small" pendingLabel={words.pending}>
          {words.label}
        </SubmitButton>
      </form>
    </details>
  )
}
