'use client'

import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

export type Outcome = { readonly outcome: string; readonly at: number }

/**
 * A form that keeps what was typed, whatever comes of it: React would reset it, and a list of choices to its first.
 * After an answer the first wrong field has the focus. Without JavaScript the form is sent as any other.
 */
export function useKeptForm(action: FormAction<Outcome>) {
  const [state, send, pending] = useActionState<FormState<Outcome>, FormData>(action, {})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    startTransition(() => send(fields))
  }
  return { state, pending, form: { ref: form, action: send, onSubmit, noValidate: true } }
}
