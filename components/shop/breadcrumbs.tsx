import { HoverLink } from '@/components/ui/hover-link'

export type Crumb = { label: string; href: string }

/** The way here from the home page, this page left out: its title says it. */
export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap text-muted">
        {crumbs.map(({ label, href }, index) => (
          <li key={href} className="flex items-center">
            {index > 0 && (
              <span aria-hidden className="px-2 text-line-strong">
                /
              </span>
            )}
            <HoverLink href={href} className="line-link decoration-line-strong hover:text-ink hover:underline">
              {label}
            </HoverLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
