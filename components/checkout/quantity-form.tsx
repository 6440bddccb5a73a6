'use client'

import { useActionState, type FocusEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { controlClass } from '@/components/ui/field'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'

type Answer = { readonly ok: boolean; readonly message: string }

export type QuantityWords = {
  quantityOf: string
  more: string
  less: string
  update: string
  takeLeft: string
  problems: Readonly<Record<string, string>>
}

type QuantityFormProps = {
  action: FormAction<Answer>
  locale: string
  variantId: number
  quantity: number
  /** The most that can be had; at it there is no "one more". */
  most: number
  words: QuantityWords
}

/** How many of one thing: one fewer, a number, one more. Three small forms, so that each works without JavaScript. */
export function QuantityForm({ action, locale, variantId, quantity, most, words }: QuantityFormProps) {
  const [state, send, pending] = useActionState<FormState<Answer>, FormData>(action, {})
  const id = `quantity-${variantId}`
  const said = messageOf(state, words.problems)
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="variantId" value={variantId} />
    </>
  )
  const step = (to: number, label: string, sign: string, possible: boolean) => (
    <form action={send} className="contents">
      {hidden}
      <input type="hidden" name="quantity" value={to} />
      {/* Not `disabled`: the focus stays where the finger was. */}
      <button type={possible ? 'submit' : 'button'} aria-label={label} aria-disabled={!possible || undefined} className={stepClass}>
        <span aria-hidden>{sign}</span>
      </button>
    </form>
  )
  return (
    <div className={cn('grid justify-items-start gap-1.5', pending && 'opacity-60')}>
      <div className="flex items-center gap-1.5">
        {step(quantity - 1, words.less, '−', quantity > 1)}
        <form action={send} noValidate className="group/number flex items-center gap-1.5" onBlur={sendWhatWasTyped}>
          {hidden}
          <input
            id={id}
            name="quantity"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            aria-label={words.quantityOf}
            aria-describedby={`${id}-said`}
            aria-invalid={said && !said.ok ? true : undefined}
            defaultValue={state.values?.quantity ?? quantity}
            className={cn(controlClass, 'min-h-11 w-14 px-1 text-center tabular-nums')}
          />
          <button
            type="submit"
            className="order-last hidden min-h-11 px-2 text-sm font-semibold underline underline-offset-4 group-focus-within/number:block"
          >
            {words.update}
          </button>
        </form>
        {step(quantity + 1, words.more, '+', quantity < most)}
      </div>
      {quantity > most && most > 0 && (
        <form action={send}>
          {hidden}
          <input type="hidden" name="quantity" value={most} />
          <button type="submit" className={buttonClass({ variant: 'secondary', size: 'small' })}>
            {words.takeLeft}
          </button>
        </form>
      )}
      <p id={`${id}-said`} role="status" className={cn('max-w-64 text-sm font-semibold', said?.ok === false ? 'text-bad' : 'sr-only')}>
        {said?.message}
      </p>
    </div>
  )
}

const stepClass =
  'flex size-11 flex-none cursor-pointer items-center justify-center rounded-full border border-line-strong bg-surface text-xl leading-none hover:border-ink hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:text-muted aria-disabled:hover:bg-surface'

function messageOf(state: FormState<Answer>, problems: Readonly<Record<string, string>>): Answer | null {
  if (state.result) return state.result
  const key = state.problem ?? state.errors?.quantity ?? state.errors?.variantId
  return key ? { ok: false, message: problems[key] ?? key } : null
}

/** A number typed and left is meant; leaving for the button beside it sends it anyway. */
function sendWhatWasTyped(event: FocusEvent<HTMLFormElement>): void {
  const form = event.currentTarget
  const input = form.elements.namedItem('quantity')
  if (form.contains(event.relatedTarget) || !(input instanceof HTMLInputElement)) return
  if (input.value !== input.defaultValue) form.requestSubmit()
}
