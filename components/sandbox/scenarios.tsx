import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/form-state'
import { PanelForm } from './panel-form'

type Props = {
  readonly rows: readonly { readonly name: string; readonly title: string; readonly about: string }[]
  readonly words: { readonly start: string; readonly starting: string; readonly wrong: string }
  readonly action: (before: FormState<null>, form: FormData) => Promise<FormState<null>>
}

/** Every scenario with what happens in it; one press sets it for the next cart. */
export function Scenarios({ rows, words, action }: Props) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {rows.map(({ name, title, about }) => (
        <li key={name} className="grid content-between gap-4 rounded-field border border-line p-4">
          <div className="grid gap-1">
            <h3 className="text-lg font-semibold tracking-normal">{title}</h3>
            <p className="text-sm text-muted">{about}</p>
            <code className="text-xs text-muted">{name}</code>
          </div>
          <PanelForm action={action} wrong={words.wrong}>
            <input type="hidden" name="name" value={name} />
            <SubmitButton variant="secondary" size="small" pendingLabel={words.starting} aria-label={`${words.start}: ${title}`}>
              {words.start}
            </SubmitButton>
          </PanelForm>
        </li>
      ))}
    </ul>
  )
}
