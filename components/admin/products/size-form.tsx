'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { FormAnswer } from './form-answer'
import type { Outcome } from './use-kept-form'

type SizeFormProps = {
  action: FormAction<Outcome>
  product: number
  words: Readonly<Record<'open' | 'size' | 'sku' | 'skuHint' | 'add' | 'adding', string>>
  messages: Readonly<Record<string, string>>
  longest: { size: number; sku: number }
}

/** Adds a size: folded away until it is wanted. */
export function SizeForm({ action, product, words, messages, longest }: SizeFormProps) {
  const [state, send] = useActionState<FormState<Outcome>, FormData>(action, {})
  const field = (name: 'size' | 'sku') => {
    const key = state.errors?.[name]
    return {
      name,
      id: `new-${name}`,
      label: words[name],
      error: key && (messages[key] ?? key),
      defaultValue: state.values?.[name],
      autoComplete: 'off',
    }
  }
  return (
    <details open={Boolean(state.errors ?? state.problem ?? state.result) || undefined} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
        {words.open}
      </summary>
      <form action={send} noValidate className="grid gap-4 pt-2">
        <input type="hidden" name="product" value={product} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field {...field('size')} maxLength={longest.size} required />
          <Field {...field('sku')} hint={words.skuHint} maxLength={longest.sku} />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <SubmitButton variant="secondary" size="small" pendingLabel={words.adding}>
            {words.add}
          </SubmitButton>
          <FormAnswer state={state} messages={messages} also={['product']} />
        </div>
      </form>
    </details>
  )
}
