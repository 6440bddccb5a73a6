'use client'

import { useActionState } from 'react'
import { Select, type Option } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type AlertLanguageProps = {
  action: FormAction<string>
  chosen: string
  options: readonly Option[]
  words: { label: string; save: string; saving: string }
  /** Key of a result, an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
}

/** In which language the merchant is told. */
export function AlertLanguage({ action, chosen, options, words, messages }: AlertLanguageProps) {
  const [{ result, problem, errors }, send] = useActionState(action, {})
  const said = problem ?? errors?.alertLocale ?? result
  return (
    // After a save the form is drawn anew, with what is stored now.
    <form key={chosen} action={send} className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <Select name="alertLocale" label={words.label} options={options} defaultValue={chosen} className="w-full sm:w-56" />
      <SubmitButton variant="secondary" pendingLabel={words.saving}>
        {words.save}
      </SubmitButton>
      <p role="status" className="self-center text-sm font-semibold empty:hidden">
        {said && messages[said]}
      </p>
    </form>
  )
}
