import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { HoverLink } from '@/components/ui/hover-link'

type LinkGoneProps = { title: string; text: string; ways: readonly { href: string; text: string }[] }

/** A mailed link that works no more, and the ways on. */
export function LinkGone({ title, text, ways }: LinkGoneProps) {
  return (
    <EmptyState headingLevel="h1" title={title} className="py-20 lg:py-28">
      <p className="text-xl text-muted">{text}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-3">
        {ways.map((way, index) => (
          <HoverLink key={way.href} href={way.href} className={buttonClass({ variant: index ? 'ghost' : 'primary' })}>
            {way.text}
          </HoverLink>
        ))}
      </p>
    </EmptyState>
  )
}
