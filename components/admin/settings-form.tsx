'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { RadioCard } from '@/components/ui/radio-card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/actions'
import type { Settings } from '@/lib/settings/settings'

export type Choice<V extends string> = { value: V; title: string; text: string; recommended?: boolean }

type SettingsFormProps = {
  action: FormAction<string>
  settings: Settings
  confirmation: { legend: string; choices: readonly Choice<'0' | '1' | '2'>[] }
  who: { legend: string; choices: readonly Choice<Settings['captureBy']>[] }
  labels: { save: string; saving: string; saved: string; recommended: string }
  messages: Readonly<Record<string, string>>
  /** Shown, but not to be changed by this person. */
  readOnly: boolean
}

export function SettingsForm({ action, settings, confirmation, who, labels, messages, readOnly }: SettingsFormProps) {
  const [state, send] = useActionState(action, {})
  const problem = state.problem ?? Object.values(state.errors ?? {})[0]
  return (
    <form action={send} className="group grid gap-8">
      <fieldset disabled={readOnly} className="grid gap-3">
        <legend className="mb-3 text-xl font-semibold">{confirmation.legend}</legend>
        {confirmation.choices.map(({ value, title, text, recommended }) => (
          <RadioCard
            key={value}
            name="confirmationType"
            value={value}
            title={title}
            description={text}
            aside={recommended && <Badge tone="good">{labels.recommended}</Badge>}
            defaultChecked={settings.confirmationType === Number(value)}
          />
        ))}
      </fieldset>
      {/* Only a reservation of ours can wait for a person. */}
      <fieldset disabled={readOnly} className="hidden gap-3 group-has-[[name=confirmationType][value='2']:checked]:grid">
        <legend className="mb-3 text-xl font-semibold">{who.legend}</legend>
        {who.choices.map(({ value, title, text }) => (
          <RadioCard key={value} name="captureBy" value={value} title={title} description={text} defaultChecked={settings.captureBy === value} />
        ))}
      </fieldset>
      {!readOnly && (
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pendingLabel={labels.saving}>{labels.save}</SubmitButton>
          <div role="status">
            {problem ? (
              <Notice tone="bad">{messages[problem]}</Notice>
            ) : (
              state.result && <span className="font-semibold text-good">{labels.saved}</span>
            )}
          </div>
        </div>
      )}
    </form>
  )
}
