'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'

export type RefundOutcome = { outcome: string; at: number }

type RefundFormProps = {
  action: FormAction<RefundOutcome>
  paymentId: string
  /** Of this rendered page: a double click refunds once, and the next page written brings another. */
  formKey: string
  /** What is left, as it is written into the field; null when nothing is, or the person may not. */
  left: string | null
  words: { open: string; amount: string; reason: string; reasonHint: string; submit: string; submitting: string; limit: string | null }
  messages: Readonly<Record<string, string>>
}

const unsure = /_(unknown|requested|sent)$/

/** Gives money back, all that is left or a part. It stays when nothing is left, to say what came of it. */
export function RefundForm({ action, paymentId, formKey, left, words, messages }: RefundFormProps) {
  const [state, send] = useActionState(action, {})
  const problem = state.problem ?? state.errors?.paymentId ?? state.errors?.formKey
  const { result } = state
  const error = (field: string) => state.errors?.[field] && messages[state.errors[field]]
  return (
    <div className="grid gap-3">
      <div role="status" className="grid gap-2 empty:hidden">
        {result && <Notice tone={unsure.test(result.outcome) ? 'warn' : result.outcome.endsWith('_refused') ? 'bad' : 'good'}>{messages[result.outcome]}</Notice>}
        {problem && <Notice tone="bad">{messages[problem]}</Notice>}
      </div>
      {left !== null && (
        <details key={`fold-${result?.at ?? 0}`} open={state.errors !== undefined || undefined} className="rounded-field border border-transparent open:border-line open:bg-paper open:p-4">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">{words.open}</summary>
          {/* After a refund a new form: what was typed for the last is gone. */}
          <form key={result?.at ?? 0} action={send} className="grid gap-4 pt-2">
            <input type="hidden" name="paymentId" value={paymentId} />
            <input type="hidden" name="formKey" value={formKey} />
            <Field
              id={`${paymentId}-refund-amount`}
              name="amount"
              label={words.amount}
              hint={words.limit}
              error={error('amount')}
              defaultValue={state.values?.amount ?? left}
              inputMode="numeric"
              autoComplete="off"
              maxLength={15}
              required
            />
            <Field
              id={`${paymentId}-refund-reason`}
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              error={error('reason')}
              defaultValue={state.values?.reason}
              maxLength={500}
              autoComplete="off"
              required
            />
            <SubmitButton variant="danger" size="small" pendingLabel={words.submitting}>
              {words.submit}
            </SubmitButton>
          </form>
        </details>
      )}
    </div>
  )
}
