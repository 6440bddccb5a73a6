'use client'

import { useEffect, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/actions'
import { FormAnswer } from './form-answer'
import { useKeptForm, type Outcome } from './use-kept-form'

type Named = 'nameIs' | 'nameEn' | 'descriptionIs' | 'descriptionEn' | 'price' | 'vatRate' | 'category' | 'weight'
export type ProductFormWords = Readonly<Record<Named | 'priceHint' | 'save' | 'saving', string>>

type ProductFormProps = {
  action: FormAction<Outcome>
  /** Null for a new one. */
  product: { id: number; version: number } | null
  values: Readonly<Record<Named, string>>
  categories: readonly Option[]
  vatRates: readonly Option[]
  longest: { name: number; description: number }
  words: ProductFormWords
  messages: Readonly<Record<string, string>>
  /** Shown, but not to be changed by this person. */
  readOnly?: boolean
  /** Of a new product: its kind and its sizes. */
  more?: (errorOf: (name: string) => string | undefined, typed: Readonly<Record<string, string>>) => ReactNode
}

/** What a product is called, says and costs. */
export function ProductForm({ action, product, values, categories, vatRates, longest, words, messages, readOnly, more }: ProductFormProps) {
  const { state, form } = useKeptForm(action)
  const errorOf = (name: string) => {
    const key = state.errors?.[name]
    return key && (messages[key] ?? key)
  }
  const field = (name: Named) => ({
    name,
    id: name,
    label: words[name],
    defaultValue: state.values?.[name] ?? values[name],
    error: errorOf(name),
  })
  // Ctrl S saves, as everywhere.
  useEffect(() => {
    function save(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || readOnly) return
      event.preventDefault()
      form.ref.current?.requestSubmit()
    }
    addEventListener('keydown', save)
    return () => removeEventListener('keydown', save)
  }, [form.ref, readOnly])
  return (
    <form {...form}>
      {product && (
        <>
          <input type="hidden" name="product" value={product.id} />
          <input type="hidden" name="version" value={product.version} />
        </>
      )}
      <fieldset disabled={readOnly} className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field {...field('nameIs')} lang="is" maxLength={longest.name} required autoComplete="off" />
          <Field {...field('nameEn')} lang="en" maxLength={longest.name} required autoComplete="off" />
          <TextArea {...field('descriptionIs')} lang="is" rows={5} maxLength={longest.description} />
          <TextArea {...field('descriptionEn')} lang="en" rows={5} maxLength={longest.description} />
        </div>
        <div className="grid items-start gap-5 sm:grid-cols-2 xl:grid-cols-4">
          <Field {...field('price')} hint={words.priceHint} inputMode="numeric" maxLength={12} required autoComplete="off" />
          <Select {...field('vatRate')} options={vatRates} />
          <Select {...field('category')} options={categories} />
          <Field {...field('weight')} inputMode="numeric" maxLength={9} required autoComplete="off" />
        </div>
        {more?.(errorOf, state.values ?? {})}
        {!readOnly && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
            <FormAnswer state={state} messages={messages} also={['product', 'version', 'formKey']} />
          </div>
        )}
      </fieldset>
    </form>
  )
}
