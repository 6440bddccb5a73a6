'use client'

import { useActionState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

type ReturnFormProps<R> = {
  action: FormAction<R>
  hidden: Readonly<Record<string, string>>
  /** Opens the form. */
  begin: string
  /** Closes it again. */
  close: string
  /** The goods, and how many of each are left to return. */
  lines: readonly { name: string; label: string; left: number }[]
  reason: { label: string; note: string; hint: string; longest: number }
  none: string
  submit: string
  submitting: string
  messages: Readonly<Record<string, string>>
}

/** Everything is chosen until the shopper chooses less. */
export function ReturnForm<R>({ action, hidden, begin, close, lines, reason, none, submit, submitting, messages }: ReturnFormProps<R>) {
  const [state, send] = useActionState<FormState<R>, FormData>(action, {})
  const said = (key: string | undefined) => key && (messages[key] ?? key)
  const problem = said(state.problem ?? state.errors?.formKey ?? state.errors?.token)
  return (
    <details className="group" open={Boolean(state.problem ?? state.errors)}>
      <summary className={`${buttonLook({ variant: 'secondary' })} list-none group-open:mb-4 [&::-webkit-details-marker]:hidden`}>
        <span className="group-open:hidden">{begin}</span>
        <span className="hidden group-open:inline">{close}</span>
      </summary>
      <form action={send} noValidate className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-6">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {problem && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          {lines.map(({ name, label, left }) => (
            <Select
              key={name}
              name={name}
              label={label}
              defaultValue={state.values?.[name] ?? String(left)}
              options={Array.from({ length: left + 1 }, (_, i) => ({ value: String(left - i), label: left - i ? String(left - i) : none }))}
            />
          ))}
        </div>
        <TextArea
          id="reason"
          name="reason"
          label={reason.label}
          note={reason.note}
          hint={reason.hint}
          maxLength={reason.longest}
          defaultValue={state.values?.reason}
          error={said(state.errors?.reason)}
        />
        <SubmitButton pendingLabel={submitting} className="sm:justify-self-start">
          {submit}
        </SubmitButton>
      </form>
    </details>
  )
}
