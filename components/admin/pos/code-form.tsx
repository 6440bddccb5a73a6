'use client'

import { useActionState, useEffect, useRef, useState } from 'react'
import { controlClass, described, FieldFrame } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

type CodeFormProps = {
  action: FormAction<string>
  paymentId: string
  words: { label: string; left: string; submit: string; submitting: string; problems: Readonly<Record<string, string>> }
}

/** The code the customer reads out. Sent, it is gone from the page. */
export function CodeForm({ action, paymentId, words }: CodeFormProps) {
  const [state, send] = useActionState(action, {})
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [state])
  const problem = state.problem ?? state.errors?.code ?? state.errors?.paymentId
  const error = problem && (words.problems[problem] ?? problem)
  return (
    <form action={send} onSubmit={() => setTimeout(() => setCode(''))} autoComplete="off" className="grid max-w-sm gap-4">
      <input type="hidden" name="paymentId" value={paymentId} />
      <FieldFrame id="code" label={words.label} hint={words.left} error={error}>
        <input
          ref={field}
          id="code"
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          data-1p-ignore
          maxLength={12}
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
          className={`${controlClass} min-h-18 text-center text-4xl font-bold tracking-[0.4em] tabular-nums`}
          {...described({ id: 'code', hint: words.left, error })}
        />
      </FieldFrame>
      <SubmitButton size="large" pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  )
}
