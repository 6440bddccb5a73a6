'use client'

import { useActionState, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

type ProblemFormProps = {
  action: FormAction<null>
  fields: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}

/** A form of buttons alone; what went wrong with it is said under it. */
export function ProblemForm({ action, fields, problems, className, children }: ProblemFormProps) {
  const [state, send] = useActionState<FormState<null>, FormData>(action, {})
  const key = state.problem ?? Object.values(state.errors ?? {})[0]
  return (
    <form action={send} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {key && (
        <Notice tone="bad" role="alert" className="basis-full">
          {problems[key] ?? key}
        </Notice>
      )}
    </form>
  )
}
