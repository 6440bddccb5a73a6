'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { FormAnswer } from './form-answer'
import type { Outcome } from './use-kept-form'

type SizeRow = { readonly id: number; readonly size: string; readonly sku: string; readonly hidden: boolean }
type Words = Readonly<
  Record<'open' | 'lead' | 'name' | 'rename' | 'renameOf' | 'remove' | 'removeOf' | 'show' | 'showOf' | 'hidden' | 'working', string>
>

type SizesFormProps = {
  action: FormAction<Outcome>
  product: number
  rows: readonly SizeRow[]
  /** Those with {size} are completed here. */
  words: Words
  messages: Readonly<Record<string, string>>
  longest: number
}

/** Renames sizes, takes them away, offers them again: folded away until it is wanted. One answer stands for all rows. */
export function SizesForm({ action, product, rows, words, messages, longest }: SizesFormProps) {
  const [state, send] = useActionState<FormState<Outcome>, FormData>(action, {})
  const told = Boolean(state.errors ?? state.problem ?? state.result)
  return (
    <details open={told || undefined} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
        {words.open}
      </summary>
      <div className="grid gap-3 pt-1">
        <p className="max-w-text text-sm text-muted">{words.lead}</p>
        <ul className="grid">
          {rows.map((row) => (
            <Row key={`${row.id} ${row.size}`} {...{ row, product, words, longest, send }} state={state} messages={messages} />
          ))}
        </ul>
        <FormAnswer state={state} messages={messages} also={['product', 'variant', 'deed', 'was']} />
      </div>
    </details>
  )
}

type RowProps = Pick<SizesFormProps, 'product' | 'words' | 'longest' | 'messages'> & {
  row: SizeRow
  state: FormState<Outcome>
  send: (fields: FormData) => void
}

function Row({ row, product, words, longest, messages, state, send }: RowProps) {
  const of = (text: string) => text.replace('{size}', row.size)
  const mine = state.values?.variant === String(row.id)
  const key = mine ? state.errors?.size : undefined
  const id = `size-${row.id}`
  return (
    <li className="border-t border-line py-2.5">
      <form action={send} noValidate className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="product" value={product} />
        <input type="hidden" name="variant" value={row.id} />
        <input type="hidden" name="was" value={row.size} />
        <input
          id={id}
          name="size"
          aria-label={of(words.name)}
          aria-invalid={key ? true : undefined}
          aria-describedby={key ? `${id}-error` : undefined}
          defaultValue={mine ? state.values?.size : row.size}
          maxLength={longest}
          autoComplete="off"
          className={`${controlClass} min-w-28 flex-1`}
        />
        <SubmitButton
          name="deed"
          value="rename"
          variant="secondary"
          size="small"
          pendingLabel={words.working}
          aria-label={of(words.renameOf)}
        >
          {words.rename}
        </SubmitButton>
        <Button
          type="submit"
          name="deed"
          value={row.hidden ? 'show' : 'remove'}
          variant="ghost"
          size="small"
          aria-label={of(row.hidden ? words.showOf : words.removeOf)}
        >
          {row.hidden ? words.show : words.remove}
        </Button>
        {row.hidden && <Badge tone="neutral">{words.hidden}</Badge>}
        <span className="basis-full font-mono text-xs break-all text-muted">{row.sku}</span>
        {key && (
          <span id={`${id}-error`} className="basis-full text-sm font-semibold text-bad">
            {messages[key] ?? key}
          </span>
        )}
      </form>
    </li>
  )
}
