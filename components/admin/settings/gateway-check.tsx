'use client'

import { useActionState, type ReactNode } from 'react'
import { Facts, type Fact } from '@/components/admin/facts'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Tone } from '@/components/ui/tone'
import type { FormAction } from '@/lib/actions'

/** What a test found, as the page words it. */
export type Finding = {
  readonly tone: Tone
  readonly title: string
  readonly text: string
  readonly note?: string
  readonly facts: readonly Fact[]
}

type GatewayCheckProps = {
  action: FormAction<Finding>
  gateway: string
  words: { text: string; label: string; pending: string }
  /** What the last test found, until there is a newer one; null where there was none. */
  last: { finding: Finding; when: string } | null
  never: string
  messages: Readonly<Record<string, string>>
  /** Only looks on: the button is not for this person. */
  readOnly: boolean
}

/** A test of one click, and what it or the last one found. */
export function GatewayCheck({ action, gateway, words, last, never, messages, readOnly }: GatewayCheckProps) {
  const [state, send] = useActionState(action, {})
  const problem = state.problem ?? Object.values(state.errors ?? {})[0]
  const finding = state.result ?? last?.finding
  return (
    <div className="row-span-3 grid grid-rows-subgrid content-start gap-3">
      <p className="text-sm text-muted">{words.text}</p>
      {!readOnly && (
        <form action={send}>
          <input type="hidden" name="gateway" value={gateway} />
          <SubmitButton variant="secondary" size="small" pendingLabel={words.pending}>
            {words.label}
          </SubmitButton>
        </form>
      )}
      <div role="status" className="grid gap-2">
        {problem && <Notice tone="bad">{messages[problem]}</Notice>}
        {finding ? (
          <Found {...finding} when={state.result ? null : last?.when} />
        ) : (
          !problem && <p className="text-sm text-muted">{never}</p>
        )}
      </div>
    </div>
  )
}

function Found({ tone, title, text, note, facts, when }: Finding & { when?: ReactNode }) {
  return (
    <Notice tone={tone} title={title}>
      <div className="grid gap-3 text-sm">
        <p>{text}</p>
        {note && <p className="font-semibold">{note}</p>}
        {facts.length > 0 && <Facts facts={facts} className="[&_dt]:text-current" />}
        {when && <p>{when}</p>}
      </div>
    </Notice>
  )
}
