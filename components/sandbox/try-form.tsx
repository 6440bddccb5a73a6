'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { controlClass, described, FieldFrame } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
import type { Tried } from '@/lib/sandbox/netgiro/openapi/try'

type Words = Readonly<Record<'title' | 'members' | 'send' | 'sending' | 'notJson' | 'sent' | 'answered' | 'cut', string>>
type Props = {
  readonly operation: string
  readonly example: string
  readonly words: Words
  readonly action: (before: FormState<Tried>, form: FormData) => Promise<FormState<Tried>>
}

/** The call, written by hand and signed for the reader; below it the line as it was. */
export function TryForm({ operation, example, words, action }: Props) {
  const [state, send] = useActionState(action, {})
  const id = `${operation}-members`
  const error = state.errors ? words.notJson : undefined
  const result = state.result
  return (
    <details className="border-t border-line py-1" open={Boolean(result ?? error) || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{words.title}</summary>
      <form action={send} className="grid gap-4">
        <input type="hidden" name="operation" value={operation} />
        <FieldFrame id={id} label={words.members} error={error}>
          <textarea
            id={id}
            name="members"
            rows={example.split('\n').length + 1}
            spellCheck={false}
            defaultValue={state.values?.members ?? example}
            className={`${controlClass} font-mono text-sm break-all`}
            {...described({ id, error })}
          />
        </FieldFrame>
        <SubmitButton size="small" pendingLabel={words.sending} className="justify-self-start">
          {words.send}
        </SubmitButton>
      </form>
      <div aria-live="polite" className="grid gap-3 pt-4">
        {result && (
          <>
            <Lines title={words.sent} text={result.sent} />
            <p>
              <Badge tone={result.status === 200 ? 'good' : 'bad'}>{result.status ? `HTTP ${result.status}` : words.cut}</Badge>
            </p>
            {result.status > 0 && <Lines title={words.answered} text={`${result.headers}\n\n${result.body}`.trim()} />}
          </>
        )}
      </div>
    </details>
  )
}

function Lines({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid gap-1.5">
      <h3 className="text-base font-semibold tracking-normal">{title}</h3>
      <pre tabIndex={0} className="overflow-x-auto rounded-field bg-sunken p-4 text-xs leading-5 break-all whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  )
}
