/** What the colours of a chart mean. */
export function Legend({ items }: { items: readonly { readonly text: string; readonly tone: 'sales' | 'back' }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {items.map(({ text, tone }) => (
        <li key={tone} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
            <rect width="10" height="10" rx="2" className={tone === 'sales' ? 'fill-accent' : 'fill-line-strong'} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
