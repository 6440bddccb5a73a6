import { SwitchButton } from './switch-button'

export type TraitRow = { readonly name: string; readonly on: boolean; readonly label: string; readonly about: string }

type Props = {
  readonly title: string
  readonly rows: readonly TraitRow[]
  readonly kept: Readonly<Record<string, string>>
  readonly action: (form: FormData) => Promise<void>
}

/** What this phone and its owner are like; each switch sends itself. */
export function PhoneTraits({ title, rows, kept, action }: Props) {
  return (
    <section className="grid gap-2">
      <h2 className="px-2 text-sm font-bold tracking-wide text-(--card-soft)">{title}</h2>
      <ul className="divide-y divide-(--card-line) overflow-hidden rounded-[1.5rem] bg-(--card)">
        {rows.map((row) => (
          <li key={row.name} className="px-4 py-2">
            <form action={action} className="flex items-center gap-4">
              {Object.entries(kept).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <input type="hidden" name="trait" value={row.name} />
              <input type="hidden" name="on" value={row.on ? '' : '1'} />
              <span className="min-w-0 flex-1 py-1 leading-snug">
                <span id={`trait-${row.name}`} className="block font-semibold">
                  {row.label}
                </span>
                <span id={`trait-${row.name}-about`} className="block text-sm text-(--card-soft)">
                  {row.about}
                </span>
              </span>
              <SwitchButton on={row.on} labelledBy={`trait-${row.name}`} describedBy={`trait-${row.name}-about`} />
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
