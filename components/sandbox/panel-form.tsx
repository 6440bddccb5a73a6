'use client'

import { useActionState, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'

type Props = {
  readonly action: (before: FormState<null>, form: FormData) => Promise<FormState<null>>
  /** Shown when what was sent cannot be set. */
  readonly wrong: string
  readonly className?: string
  readonly children: ReactNode
}

/** A form of the panel, which says so when nothing came of it. */
export function PanelForm({ action, wrong, className, children }: Props) {
  const [state, send] = useActionState(action, {})
  return (
    <form action={send} className={className}>
      {children}
      {(state.problem ?? state.errors) && (
        <Notice tone="bad" role="alert" className="col-span-full">
          {wrong}
        </Notice>
      )}
    </form>
  )
}
