'use client'

import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import type { DeliveryKind } from '@/lib/orders/delivery'
import { AddressFields } from './address-fields'
import { DeliveryChoice, type DeliveryChoiceOption } from './delivery-choice'
import { ErrorList } from './error-list'
import { FormSection } from './form-section'
import { onlyFor } from './only-for'
import type { CheckoutWords } from './checkout-words'

type CheckoutFormProps = {
  action: FormAction<null>
  locale: string
  /** Fresh for every page written; the first submit of it wins. */
  checkoutKey: string
  deliveries: readonly DeliveryChoiceOption[]
  /** The submit button's words for each delivery: the sum is in them. */
  submit: Readonly<Record<DeliveryKind, string>>
  words: CheckoutWords
  /** What is known of a shopper who is signed in. */
  known?: Readonly<Partial<Record<string, string>>>
  /** Above the first field: who is signed in, or that one can be. */
  account?: ReactNode
  /** Above the form: what became of the goods meanwhile. */
  notice: ReactNode
  howItGoes: ReactNode
  summary: ReactNode
  agree: ReactNode
}

export function CheckoutForm({
  action,
  locale,
  checkoutKey,
  deliveries,
  submit,
  words,
  known = {},
  account,
  notice,
  howItGoes,
  summary,
  agree,
}: CheckoutFormProps) {
  const [state, send] = useActionState<FormState<null>, FormData>(action, {})
  const form = useRef<HTMLFormElement>(null)
  // To the first field that is wrong, or else to what is said about the whole.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-problem]')?.focus()
  }, [state])

  const errorOf = (field: string) => {
    const key = state.errors?.[field]
    return key && (words.errors[key] ?? key)
  }
  const wrong = ['name', 'email', 'delivery', 'address', 'postcode', 'city', 'phone'].filter((field) => state.errors?.[field])
  const problem = state.problem ?? (state.errors?.checkoutKey && 'formStale')
  // A key that found a closed order, or was none, is spent: the next submit brings the fresh one.
  const key = problem === 'orderClosed' || problem === 'formStale' ? checkoutKey : (state.values?.checkoutKey ?? checkoutKey)
  const field = (name: string) => ({
    name,
    defaultValue: state.values?.[name] ?? known[name] ?? '',
    error: errorOf(name),
    // Without JavaScript this is what brings the reader to the first error.
    autoFocus: wrong[0] === name,
    required: true,
  })

  return (
    <form
      ref={form}
      action={send}
      noValidate
      className="group/checkout grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_1fr]"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="checkoutKey" value={key} />
      <div className="grid content-start gap-10">
        {problem && (
          <div data-problem tabIndex={-1} className="rounded-field">
            <Notice tone="bad" role="alert">
              {words.problems[problem] ?? problem}
            </Notice>
          </div>
        )}
        {notice}
        {wrong.length > 0 && (
          <ErrorList title={words.fix[wrong.length - 1] ?? ''} errors={wrong.map((name) => ({ name, text: errorOf(name) ?? '' }))} />
        )}

        <FormSection title={words.contact}>
          {account && <p className="text-muted [&_a]:underline [&_a]:underline-offset-4">{account}</p>}
          <Field {...field('name')} label={words.name} autoComplete="name" maxLength={200} />
          <Field
            {...field('email')}
            label={words.email}
            hint={words.emailHint}
            type="email"
            inputMode="email"
            autoComplete="email"
            maxLength={300}
          />
        </FormSection>
        <FormSection title={words.delivery} error={errorOf('delivery')} id="delivery">
          <DeliveryChoice options={deliveries} chosen={state.values?.delivery ?? known.delivery} />
          <AddressFields words={words} field={field} />
        </FormSection>
        <FormSection title={words.pay}>
          {howItGoes}
          <Field
            {...field('phone')}
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            maxLength={40}
            className="max-w-sm"
          />
        </FormSection>
      </div>
      <div className="lg:sticky lg:top-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start">{summary}</div>
      <div className="grid content-start gap-4">
        <SubmitButton size="large" wide pendingLabel={words.submitting}>
          {deliveries.map(({ kind }) => (
            <span key={kind} className={onlyFor[kind]}>
              {submit[kind]}
            </span>
          ))}
        </SubmitButton>
        <p className="text-muted [&_a]:underline [&_a]:underline-offset-4">{agree}</p>
      </div>
    </form>
  )
}
