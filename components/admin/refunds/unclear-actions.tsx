'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { RefundOutcome } from './refund-form'

type UnclearActionsProps = {
  refundId: string
  retry: FormAction<RefundOutcome>
  /** Null for those who may not, or while it is still tried by itself. */
  settle: FormAction<RefundOutcome> | null
  words: { retry: string; retrying: string; settle: string; why: string; whyHint: string; made: string; notMade: string; settling: string }
  messages: Readonly<Record<string, string>>
}

/** What a person may do about a refund that has no clear answer. */
export function UnclearActions({ refundId, retry, settle, words, messages }: UnclearActionsProps) {
  const [retried, again] = useActionState(retry, {})
  const said = retried.problem ?? retried.result?.outcome
  return (
    <div className="grid gap-2">
      <div role="status" className="empty:hidden">
        {said && <Notice tone="warn">{messages[said]}</Notice>}
      </div>
      <form action={again}>
        <input type="hidden" name="refundId" value={refundId} />
        <SubmitButton variant="secondary" size="small" pendingLabel={words.retrying}>
          {words.retry}
        </SubmitButton>
      </form>
      {settle && <SettleForm refundId={refundId} settle={settle} words={words} messages={messages} />}
    </div>
  )
}

function SettleForm({ refundId, settle, words, messages }: Omit<UnclearActionsProps, 'retry' | 'settle'> & { settle: FormAction<RefundOutcome> }) {
  const [state, send] = useActionState(settle, {})
  const error = state.errors?.reason
  const said = state.problem ?? state.result?.outcome
  return (
    <details open={error !== undefined || undefined} className="rounded-field border border-transparent open:border-line open:bg-paper open:p-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold underline decoration-line-strong underline-offset-4">{words.settle}</summary>
      <form action={send} className="grid gap-4 pt-2">
        <input type="hidden" name="refundId" value={refundId} />
        <div role="status" className="empty:hidden">
          {said && <Notice tone="warn">{messages[said]}</Notice>}
        </div>
        <Field id={`${refundId}-why`} name="reason" label={words.why} hint={words.whyHint} error={error && messages[error]} defaultValue={state.values?.reason} maxLength={500} autoComplete="off" required />
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="small" name="made" value="yes" pendingLabel={words.settling}>
            {words.made}
          </SubmitButton>
          <SubmitButton size="small" variant="secondary" name="made" value="no" pendingLabel={words.settling}>
            {words.notMade}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
