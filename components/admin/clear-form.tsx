'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/actions'
import { ReasonForm } from './reason-form'

type ClearFormProps = {
  action: FormAction<string>
  item: string
  words: { open: string; label: string; pending: string }
  reason: { label: string; hint: string }
  messages: Readonly<Record<string, string>>
}

/** Clears one attention item in one's own name. */
export function ClearForm({ action, item, words, reason, messages }: ClearFormProps) {
  const [state, send] = useActionState(action, {})
  const problem = state.problem ?? state.errors?.item
  return (
    <>
      <div role="status" className="empty:hidden">
        {problem && <Notice tone="bad">{messages[problem]}</Notice>}
      </div>
      <ReasonForm send={send} state={state} words={words} reason={reason} messages={messages} hidden={<input type="hidden" name="item" value={item} />} fieldId={`clear-${item}`} submit="primary" />
    </>
  )
}
