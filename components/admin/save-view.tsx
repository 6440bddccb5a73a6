'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type SaveViewProps = {
  action: FormAction<string>
  /** What the view holds, by the names of the address. */
  view: Readonly<Record<string, string>>
  longest: number
  words: { open: string; name: string; hint: string; save: string; saving: string }
  /** Key of a result, an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
}

/** Gives the list as it is shown a name. */
export function SaveView({ action, view, longest, words, messages }: SaveViewProps) {
  const [{ result, problem, errors, values }, send] = useActionState(action, {})
  const said = problem ?? result
  return (
    <details open={errors !== undefined || undefined} className="group open:w-full">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-3 text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
        {words.open}
        <span role="status" className="no-underline empty:hidden">
          {said && messages[said]}
        </span>
      </summary>
      <form action={send} className="mb-2 grid max-w-xl gap-3 rounded-card border border-line bg-surface p-4">
        {Object.entries(view).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          id="view-name"
          name="name"
          label={words.name}
          hint={words.hint}
          error={errors?.name && messages[errors.name]}
          defaultValue={values?.name}
          maxLength={longest}
          autoComplete="off"
          required
        />
        <SubmitButton variant="secondary" size="small" pendingLabel={words.saving} className="justify-self-start">
          {words.save}
        </SubmitButton>
      </form>
    </details>
  )
}
