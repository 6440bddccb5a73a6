'use client'

import { useActionState, useEffect, useRef, type ComponentProps, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

export type AccountField = Pick<
  ComponentProps<typeof Field>,
  'name' | 'label' | 'hint' | 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'defaultValue'
>

type AccountFormProps<R> = {
  action: FormAction<R>
  hidden: Readonly<Record<string, string>>
  fields: readonly AccountField[]
  /** Key of an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
  submit: string
  submitting: string
  danger?: boolean
  /** Stands in place of the form once it was taken. */
  taken?: ReactNode
  /** Below the button: the other ways. */
  children?: ReactNode
}

/** A few labelled lines and a button. What was wrong is said at its field, without JavaScript too. */
export function AccountForm<R>({ action, hidden, fields, messages, submit, submitting, danger, taken, children }: AccountFormProps<R>) {
  const [state, send] = useActionState<FormState<R>, FormData>(action, {})
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.result) answer.current?.focus()
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-problem]')?.focus()
  }, [state])
  if (state.result && taken)
    return (
      <div ref={answer} tabIndex={-1} role="status" className="rounded-field">
        {taken}
      </div>
    )
  const said = (key: string | undefined) => key && (messages[key] ?? key)
  const wrong = fields.find(({ name }) => state.errors?.[name])?.name
  const unseen = Object.entries(state.errors ?? {}).find(([name]) => !fields.some((field) => field.name === name))?.[1]
  const problem = said(state.problem ?? unseen)
  return (
    <form ref={form} action={send} noValidate className="grid gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problem && (
        <div data-problem tabIndex={-1} className="rounded-field">
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        </div>
      )}
      {fields.map(({ defaultValue, ...field }) => (
        <Field
          key={field.name}
          {...field}
          required
          // What was typed is not lost; a secret never comes back.
          defaultValue={state.values?.[field.name] ?? defaultValue}
          error={said(state.errors?.[field.name])}
          autoFocus={wrong === field.name}
        />
      ))}
      <SubmitButton size="large" variant={danger ? 'danger' : 'primary'} wide pendingLabel={submitting}>
        {submit}
      </SubmitButton>
      {children}
    </form>
  )
}
