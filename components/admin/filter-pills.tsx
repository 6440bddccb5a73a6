import Link from 'next/link'

export type Pill = { readonly key: string; readonly text: string; readonly href: string; readonly current: boolean }

/** A row of choices of which one holds; on a phone it is pushed sideways. */
export function FilterPills({ label, pills }: { label: string; pills: readonly Pill[] }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
      <ul className="flex gap-1.5 py-1 sm:flex-wrap">
        {pills.map(({ key, text, href, current }) => (
          <li key={key} className="flex-none">
            <Link
              href={href}
              prefetch={false}
              aria-current={current ? 'true' : undefined}
              className="flex min-h-11 items-center rounded-full border border-line bg-surface px-4 text-sm font-semibold whitespace-nowrap no-underline hover:border-line-strong aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            >
              <span className="inline-block first-letter:uppercase">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
