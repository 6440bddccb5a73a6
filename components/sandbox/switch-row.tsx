import { Badge } from '@/components/ui/badge'
import { controlClass } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
import { PanelForm } from './panel-form'

export type SwitchWords = { readonly standard: string; readonly save: string; readonly saving: string; readonly wrong: string }

type Props = {
  readonly name: string
  readonly question: string
  readonly about: string
  readonly value: string
  readonly standard: string
  /** Empty: any number. */
  readonly positions: readonly string[]
  readonly words: SwitchWords
  readonly action: (before: FormState<null>, form: FormData) => Promise<FormState<null>>
}

/** One decided reading, and the way to the other. */
export function SwitchRow({ name, question, about, value, standard, positions, words, action }: Props) {
  const control = { id: name, name: 'value', defaultValue: value, 'aria-describedby': `${name}-about` }
  return (
    <li className="grid gap-x-6 gap-y-3 border-t border-line py-4 first:border-t-0 lg:grid-cols-[1fr_22rem] lg:items-center">
      <div className="grid gap-1">
        <label htmlFor={name} className="flex flex-wrap items-center gap-2 font-semibold break-all">
          <Badge tone={value === standard ? 'neutral' : 'warn'}>{question}</Badge> {name}
        </label>
        <p id={`${name}-about`} className="text-sm text-muted">
          {about}
        </p>
      </div>
      <PanelForm action={action} wrong={words.wrong} className="grid grid-cols-[1fr_auto] gap-2">
        <input type="hidden" name="name" value={name} />
        {positions.length ? (
          <select key={value} {...control} className={controlClass}>
            {positions.map((position) => (
              <option key={position} value={position}>
                {position === standard ? `${position} (${words.standard})` : position}
              </option>
            ))}
          </select>
        ) : (
          <input key={value} {...control} inputMode="numeric" pattern="-?[0-9]*" className={controlClass} />
        )}
        <SubmitButton variant="secondary" size="small" pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </PanelForm>
    </li>
  )
}
