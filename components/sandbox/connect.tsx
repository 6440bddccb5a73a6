type Props = { readonly title: string; readonly text: string; readonly rows: readonly (readonly [name: string, value: string])[] }

/** What a client of one's own needs to know. */
export function Connect({ title, text, rows }: Props) {
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl font-semibold">{title}</h2>
      <p className="max-w-text text-muted">{text}</p>
      <dl className="divide-y divide-line rounded-card border border-line bg-surface">
        {rows.map(([name, value]) => (
          <div key={name} className="grid gap-x-6 px-5 py-3 sm:grid-cols-[10rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="font-mono text-sm leading-6 break-all select-all">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
