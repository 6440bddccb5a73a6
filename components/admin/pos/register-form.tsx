'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type RegisterFormProps = {
  action: FormAction<string>
  register: { locationId: string; registerId: string }
  words: { place: string; change: string; location: string; register: string; keep: string; keeping: string; problems: Readonly<Record<string, string>> }
}

/** Which till this browser stands at; folded away, for it hardly ever changes. */
export function RegisterForm({ action, register, words }: RegisterFormProps) {
  const [state, send] = useActionState(action, {})
  const error = (field: string) => state.errors?.[field] && words.problems[state.errors[field]]
  return (
    <details className="group relative">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-full px-3 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="font-semibold tabular-nums">{words.place}</span>
        <span className="text-muted underline underline-offset-4">{words.change}</span>
      </summary>
      <form action={send} className="absolute z-20 mt-1 grid w-72 gap-4 rounded-card border border-line bg-surface p-5 shadow-lift max-sm:left-0 sm:right-0">
        <Field name="locationId" label={words.location} defaultValue={state.values?.locationId ?? register.locationId} error={error('locationId')} maxLength={20} autoComplete="off" required />
        <Field name="registerId" label={words.register} defaultValue={state.values?.registerId ?? register.registerId} error={error('registerId')} maxLength={20} autoComplete="off" required />
        <SubmitButton size="small" pendingLabel={words.keeping}>
          {words.keep}
        </SubmitButton>
      </form>
    </details>
  )
}
