'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { FormAnswer } from './form-answer'
import type { Outcome } from './use-kept-form'

type HideFormProps = {
  action: FormAction<Outcome>
  product: number
  hidden: boolean
  words: Readonly<Record<'hide' | 'show' | 'working', string>>
  messages: Readonly<Record<string, string>>
}

/** Takes a product out of the shop, or puts it back: one button. */
export function HideForm({ action, product, hidden, words, messages }: HideFormProps) {
  const [state, send] = useActionState<FormState<Outcome>, FormData>(action, {})
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <input type="hidden" name="product" value={product} />
      <input type="hidden" name="hidden" value={hidden ? 'no' : 'yes'} />
      <SubmitButton variant="secondary" size="small" pendingLabel={words.working}>
        {hidden ? words.show : words.hide}
      </SubmitButton>
      <FormAnswer state={state} messages={messages} also={['product', 'hidden']} />
    </form>
  )
}
