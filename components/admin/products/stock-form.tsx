'use client'

import { useActionState } from 'react'
import { controlClass, Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { FormState } from '@/lib/form-state'
import { FormAnswer } from './form-answer'
import type { Outcome } from './use-kept-form'

export type StockRow = {
  readonly id: number
  readonly size: string
  readonly sku: string
  readonly onHand: number
  readonly held: number
  readonly hidden: boolean
}
type Column = 'size' | 'sku' | 'onHand' | 'held' | 'counted'

type StockFormProps = {
  action: FormAction<Outcome>
  product: number
  rows: readonly StockRow[]
  words: Readonly<Record<Column | 'hidden' | 'caption' | 'countedOf' | 'reason' | 'reasonHint' | 'save' | 'saving', string>>
  messages: Readonly<Record<string, string>>
  longestReason: number
  readOnly: boolean
}

const head = 'px-2 py-2 text-sm font-semibold text-muted first:pl-0 last:pr-0'

/** The sizes and what is on the shelf; what was counted is written beside it, with a reason. */
export function StockForm({ action, product, rows, words, messages, longestReason, readOnly }: StockFormProps) {
  const [state, send] = useActionState<FormState<Outcome>, FormData>(action, {})
  const errorOf = (name: string) => {
    const key = state.errors?.[name]
    return key && (messages[key] ?? key)
  }
  return (
    <form action={send} noValidate className="grid gap-5">
      <input type="hidden" name="product" value={product} />
      <table className="w-full">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="text-left">
            <th scope="col" className={head}>
              {words.size}
            </th>
            <th scope="col" className={`${head} max-sm:hidden`}>
              {words.sku}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.onHand}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {words.held}
            </th>
            {!readOnly && (
              <th scope="col" className={`${head} text-right`}>
                {words.counted}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StockLine
              key={row.id}
              row={row}
              label={words.countedOf}
              hidden={words.hidden}
              typed={state.values?.[`counted-${row.id}`]}
              error={errorOf(`counted-${row.id}`)}
              readOnly={readOnly}
            />
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <>
          <Field
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={errorOf('reason')}
            defaultValue={state.values?.reason}
            maxLength={longestReason}
            required
            autoComplete="off"
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <SubmitButton variant="secondary" pendingLabel={words.saving}>
              {words.save}
            </SubmitButton>
            <FormAnswer state={state} messages={messages} also={['product']} />
          </div>
        </>
      )}
    </form>
  )
}

type StockLineProps = {
  row: StockRow
  label: string
  hidden: string
  typed: string | undefined
  error: string | undefined
  readOnly: boolean
}

function StockLine({ row, label, hidden, typed, error, readOnly }: StockLineProps) {
  const id = `counted-${row.id}`
  return (
    <>
      <tr className="border-t border-line">
        <th scope="row" className="py-2 pr-2 text-left font-semibold">
          {row.size}
          {row.hidden && <span className="block text-sm font-normal text-muted">{hidden}</span>}
        </th>
        <td className="px-2 font-mono text-xs break-all text-muted max-sm:hidden">{row.sku}</td>
        <td className="px-2 text-right tabular-nums">{row.onHand}</td>
        <td className="px-2 text-right text-muted tabular-nums">{row.held}</td>
        {!readOnly && (
          <td className="w-28 py-1.5 pl-2">
            <input type="hidden" name={`seen-${row.id}`} value={row.onHand} />
            <input
              id={id}
              name={id}
              aria-label={label.replace('{size}', row.size)}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              defaultValue={typed}
              inputMode="numeric"
              maxLength={9}
              autoComplete="off"
              className={`${controlClass} text-right tabular-nums`}
            />
          </td>
        )}
      </tr>
      {error && (
        <tr>
          <td colSpan={5} id={`${id}-error`} className="pb-2 text-right text-sm font-semibold text-bad">
            {error}
          </td>
        </tr>
      )}
    </>
  )
}
