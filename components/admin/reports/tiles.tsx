/** The few figures that are looked for first. */
export function Tiles({ tiles }: { tiles: readonly (readonly [term: string, value: string])[] }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {tiles.map(([term, value]) => (
        <div key={term} className="rounded-card border border-line bg-surface p-4 max-sm:last:odd:col-span-2">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="text-xl font-bold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
