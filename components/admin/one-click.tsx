'use client'

import { useActionState, type ReactNode } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type OneClickProps<R> = {
  action: FormAction<R>
  /** The one hidden field: what it is done to. */
  name: string
  value: string
  label: string
  pending: string
  /** Key of a result, an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
  /** One of many of its kind: a link's weight, not a button's. */
  quiet?: boolean
  /** Further hidden fields. */
  children?: ReactNode
}

/** A deed of one click, which says beside it what came of it. */
export function OneClick<R extends string | { outcome: string }>({
  action,
  name,
  value,
  label,
  pending,
  messages,
  quiet,
  children,
}: OneClickProps<R>) {
  const [state, send] = useActionState(action, {})
  const { result, problem, errors } = state
  const said =
    problem ??
    Object.values(errors ?? {})[0] ??
    (typeof result === 'string' ? result : (result as { outcome: string } | undefined)?.outcome)
  return (
    <form action={send} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name={name} value={value} />
      {children}
      <SubmitButton variant={quiet ? 'ghost' : 'secondary'} size="small" className={quiet ? '-ml-4' : undefined} pendingLabel={pending}>
        {label}
      </SubmitButton>
      <p role="status" className="text-sm font-semibold empty:hidden">
        {said && messages[said]}
      </p>
    </form>
  )
}
