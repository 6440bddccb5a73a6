import { HoverLink } from '@/components/ui/hover-link'
import { cn } from '@/components/ui/cn'

type SortLinksProps = { label: string; options: readonly { label: string; href: string; current: boolean }[]; className?: string }

/** One link for each order a list can have; the current one is marked. What scrolls cuts off a ring of focus that has no room. */
export function SortLinks({ label, options, className }: SortLinksProps) {
  return (
    <nav
      aria-label={label}
      className={cn('-mx-4 -my-1.5 [scrollbar-width:none] overflow-x-auto px-4 py-1.5 sm:-mx-1.5 sm:px-1.5', className)}
    >
      <ul className="flex gap-1.5">
        {options.map(({ label, href, current }) => (
          <li key={href}>
            <HoverLink
              href={href}
              rel="nofollow"
              aria-current={current ? 'true' : undefined}
              className={cn(
                'flex min-h-11 items-center rounded-full px-4 font-medium whitespace-nowrap',
                current ? 'bg-ink text-paper' : 'border border-line-strong hover:border-ink hover:bg-sunken',
              )}
            >
              {label}
            </HoverLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
