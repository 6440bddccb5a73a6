'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select, type Option } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

export type AgreementValues = Readonly<Record<'percent' | 'fixed' | 'vatRate' | 'afterDays' | 'weekday', string>>

type AgreementProps = {
  action: FormAction<string>
  gateway: string
  name: string
  stored: AgreementValues
  vatRates: readonly Option[]
  weekdays: readonly Option[]
  words: Readonly<
    Record<
      | 'fees'
      | 'percent'
      | 'fixed'
      | 'vatRate'
      | 'feesHint'
      | 'settles'
      | 'afterDays'
      | 'weekday'
      | 'settlesHint'
      | 'save'
      | 'saving'
      | 'saved',
      string
    >
  >
  /** Key of an error or a problem → what to say. */
  messages: Readonly<Record<string, string>>
  /** Shown, but not to be changed by this person. */
  readOnly: boolean
}

/** What is agreed with one gateway. */
export function AgreementForm({ action, gateway, name, stored, vatRates, weekdays, words, messages, readOnly }: AgreementProps) {
  const [state, send] = useActionState(action, {})
  const problem = state.problem ?? state.errors?.gateway
  const field = <F extends keyof AgreementValues>(name: F) => ({
    id: `${gateway}-${name}`,
    name,
    defaultValue: state.values?.[name] ?? stored[name],
    error: state.errors?.[name] && messages[state.errors[name]],
    autoComplete: 'off',
  })
  return (
    // After a save the form is drawn anew, with what is stored now.
    <form
      key={JSON.stringify(stored)}
      action={send}
      aria-label={name}
      className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-6"
    >
      <input type="hidden" name="gateway" value={gateway} />
      <h3 className="text-lg font-semibold">{name}</h3>
      <fieldset disabled={readOnly} className="grid gap-3 sm:grid-cols-3">
        <legend className="mb-2 font-semibold text-muted">{words.fees}</legend>
        <Field {...field('percent')} label={words.percent} inputMode="decimal" maxLength={8} />
        <Field {...field('fixed')} label={words.fixed} inputMode="numeric" maxLength={10} />
        <Select {...field('vatRate')} label={words.vatRate} options={vatRates} />
        <p className="text-sm text-muted sm:col-span-3">{words.feesHint}</p>
      </fieldset>
      <fieldset disabled={readOnly} className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-2 font-semibold text-muted">{words.settles}</legend>
        <Field {...field('afterDays')} label={words.afterDays} inputMode="numeric" maxLength={2} />
        <Select {...field('weekday')} label={words.weekday} options={weekdays} />
        <p className="text-sm text-muted sm:col-span-2">{words.settlesHint}</p>
      </fieldset>
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton variant="secondary" pendingLabel={words.saving}>
            {words.save}
          </SubmitButton>
          <div role="status">
            {problem ? (
              <Notice tone="bad">{messages[problem]}</Notice>
            ) : (
              state.result && <span className="font-semibold text-good">{words.saved}</span>
            )}
          </div>
        </div>
      )}
    </form>
  )
}
