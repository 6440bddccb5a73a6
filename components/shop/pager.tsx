import { buttonClass } from '@/components/ui/button'
import { HoverLink } from '@/components/ui/hover-link'

type PagerProps = { label: string; previous: { label: string; href: string } | null; next: { label: string; href: string } | null }

export function Pager({ label, previous, next }: PagerProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={label} className="mt-14 flex flex-wrap justify-center gap-3">
      {previous && (
        <HoverLink href={previous.href} rel="prev" className={buttonClass({ variant: 'secondary' })}>
          {previous.label}
        </HoverLink>
      )}
      {next && (
        <HoverLink href={next.href} rel="next" className={buttonClass({ variant: 'secondary' })}>
          {next.label}
        </HoverLink>
      )}
    </nav>
  )
}
