/** The members of a message that were kept, as they were. */
export function StoredView({ title, view, nothing }: { title: string; view: unknown; nothing: string }) {
  const members = typeof view === 'object' && view !== null ? Object.entries(view) : []
  return (
    <div className="min-w-0">
      <h3 className="text-xs font-semibold tracking-wide text-muted uppercase">{title}</h3>
      {members.length === 0 ? (
        <p className="text-sm text-muted">{nothing}</p>
      ) : (
        <dl className="mt-1 grid gap-1 font-mono text-xs">
          {members.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-3">
              <dt className="text-muted">{name}</dt>
              <dd className="break-all">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
