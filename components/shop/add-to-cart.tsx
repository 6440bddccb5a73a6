'use client'

import { clsx } from 'clsx'
import { HoverLink } from '@/components/ui/hover-link'
import { useActionState, useEffect, useState } from 'react'
import { RadioCard } from '@/components/ui/radio-card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { cartChanged } from './cart-changed'

type Answer = { readonly ok: boolean; readonly message: string }

export type Choice = { variantId: number; size: string; stock: string; soldOut: boolean; few: boolean }

export type AddToCartWords = {
  size: string
  quantity: string
  add: string
  adding: string
  toCart: string
  sizeMissing: string
  problems: Readonly<Record<string, string>>
}

type AddToCartProps = { action: FormAction<Answer>; locale: string; choices: readonly Choice[]; words: AddToCartWords }

/** Choose a size, say how many, put it in the cart. Without JavaScript it is the same form, answered by a new page. */
export function AddToCart({ action, locale, choices, words }: AddToCartProps) {
  const [state, send] = useActionState<FormState<Answer>, FormData>(action, {})
  const [sent, setSent] = useState<string>()
  useEffect(() => {
    if (state.result?.ok) window.dispatchEvent(new Event(cartChanged))
  }, [state])
  const problem = problemOf(state, words)
  // A form that was sent goes back to its defaults: let them be what was chosen.
  const only = choices.length === 1 ? choices[0] : undefined
  const chosen = sent ?? state.values?.variantId ?? (only && String(only.variantId))
  return (
    <form
      action={send}
      noValidate
      onSubmit={(event) => {
        const value = new FormData(event.currentTarget).get('variantId')
        setSent(typeof value === 'string' ? value : undefined)
      }}
      className="grid gap-6"
    >
      <input type="hidden" name="locale" value={locale} />
      <fieldset aria-describedby={problem ? 'add-problem' : undefined}>
        <legend className="mb-2.5 font-semibold">{words.size}</legend>
        <div className="grid grid-cols-3 gap-2.5">
          {choices.map(({ variantId, size, stock, soldOut, few }) => (
            <RadioCard
              key={variantId}
              compact
              name="variantId"
              value={String(variantId)}
              defaultChecked={!soldOut && chosen === String(variantId)}
              disabled={soldOut}
              title={<span className={clsx('sm:text-lg', soldOut && 'line-through decoration-1')}>{size}</span>}
              description={<span className={clsx(few && 'font-semibold text-warn')}>{stock}</span>}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex items-end gap-3">
        <div className="grid w-20 flex-none gap-1.5">
          <label htmlFor="quantity" className="font-semibold">
            {words.quantity}
          </label>
          <input
            id="quantity"
            name="quantity"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            defaultValue={state.values?.quantity ?? '1'}
            aria-invalid={state.errors?.quantity ? true : undefined}
            aria-describedby={problem ? 'add-problem' : undefined}
            className="h-14 control text-center tabular-nums"
          />
        </div>
        <SubmitButton size="large" wide pendingLabel={words.adding}>
          {words.add}
        </SubmitButton>
      </div>
      <div id="add-problem" role="status" className="empty:hidden">
        {problem && <p className="rounded-field bg-bad-soft px-4 py-3 font-semibold text-bad">{problem}</p>}
        {state.result?.ok && (
          <p className="flex flex-wrap items-center justify-between gap-x-4 rounded-field bg-good-soft px-4 py-1.5 font-semibold text-good">
            {state.result.message}
            <HoverLink href={`/${locale}/cart`} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {words.toCart}
            </HoverLink>
          </p>
        )}
      </div>
    </form>
  )
}

function problemOf(state: FormState<Answer>, words: AddToCartWords): string | null {
  if (state.result) return state.result.ok ? null : state.result.message
  if (state.errors?.variantId) return words.sizeMissing
  const key = state.problem ?? state.errors?.quantity
  return key ? (words.problems[key] ?? key) : null
}
