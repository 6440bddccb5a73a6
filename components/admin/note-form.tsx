'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/actions'

type NoteFormProps = {
  action: FormAction<string>
  /** The order's number. */
  order: number
  /** Of this rendered form: a double click writes one note. */
  formKey: string
  longest: number
  words: { label: string; hint: string; save: string; saving: string }
  /** Key of a result, an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
}

/** Writes a note to an order. What was typed stays until it is kept. */
export function NoteForm({ action, order, formKey, longest, words, messages }: NoteFormProps) {
  const [{ result, problem, errors, values }, send] = useActionState(action, {})
  const said = problem ?? errors?.order ?? errors?.formKey ?? result
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="order" value={order} />
      <input type="hidden" name="formKey" value={formKey} />
      <TextArea
        id="note"
        name="text"
        label={words.label}
        hint={words.hint}
        error={errors?.text && messages[errors.text]}
        defaultValue={values?.text}
        maxLength={longest}
        autoComplete="off"
        required
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="secondary" size="small" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
        <p role="status" className="text-sm font-semibold empty:hidden">
          {said && messages[said]}
        </p>
      </div>
    </form>
  )
}
