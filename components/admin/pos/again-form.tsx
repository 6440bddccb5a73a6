'use client'

import { useActionState, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import { PayerField } from './payer-field'
import type { PayerKind, PayerWords } from './words'

export type AgainFormProps = {
  action: FormAction<never>
  paymentId: string
  kindOf: (typed: string) => PayerKind | null
  words: { submit: string; submitting: string; payer: PayerWords; problems: Readonly<Record<string, string>> }
}

/** Another try for the same sale. */
export function AgainForm({ action, paymentId, kindOf, words }: AgainFormProps) {
  const [state, send] = useActionState(action, {})
  const [payer, setPayer] = useState('')
  const error = state.errors?.payer
  return (
    <form action={send} onSubmit={() => setTimeout(() => setPayer(''))} autoComplete="off" className="grid gap-4">
      <input type="hidden" name="paymentId" value={paymentId} />
      <PayerField value={payer} onChange={setPayer} kind={kindOf(payer)} words={words.payer} error={error && words.problems[error]} />
      <div role="alert" className="empty:hidden">
        {state.problem && <Notice tone="bad">{words.problems[state.problem] ?? state.problem}</Notice>}
      </div>
      <SubmitButton size="large" pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  )
}
