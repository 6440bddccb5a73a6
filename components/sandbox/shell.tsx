import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export const places = ['home', 'phone', 'sms', 'mail', 'deliveries', 'faults', 'signature', 'api'] as const
export type Place = (typeof places)[number]

export type ShellWords = {
  readonly label: string
  readonly skip: string
  readonly shop: { readonly text: string; readonly href: string }
  readonly places: Readonly<Record<Place, string>>
}

const address = (place: Place) => (place === 'home' ? '/sandbox' : `/sandbox/${place}`)

type Props = {
  words: ShellWords
  here: Place
  title?: string
  lead?: ReactNode
  /** Beside what fills the window of a phone. */
  aside?: ReactNode
  /** Full-bleed on a phone: the frame around the page is shown from 768 px on. */
  bleed?: boolean
  children: ReactNode
}

/** The sandbox's own frame, apart from the shop's. */
export function Shell({ words, here, title, lead, aside, bleed, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {words.skip}
      </a>
      <header className={cn('border-b border-line bg-surface', bleed && 'max-md:order-2 max-md:border-t max-md:border-b-0')}>
        <nav aria-label={words.label} className="mx-auto flex max-w-page flex-wrap items-center gap-x-1 px-2 py-1.5 sm:px-4">
          {places.map((place) => (
            <a
              key={place}
              href={address(place)}
              aria-current={place === here ? 'page' : undefined}
              className={cn(
                'flex min-h-11 items-center rounded-full px-3 font-medium text-muted no-underline hover:bg-sunken hover:text-ink',
                place === 'home' && 'font-bold text-ink',
                place === here && 'bg-sunken text-ink',
              )}
            >
              {words.places[place]}
            </a>
          ))}
          <a
            href={words.shop.href}
            className="ml-auto flex min-h-11 items-center rounded-full px-3 font-medium text-accent underline underline-offset-4"
          >
            {words.shop.text}
          </a>
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={cn('w-full flex-1 outline-none', !bleed && 'mx-auto max-w-page px-4 py-10 sm:px-6 lg:py-16')}
      >
        {title && (
          <div className="mb-8 grid max-w-text gap-3 lg:mb-12">
            <h1 className="text-4xl font-bold sm:text-5xl">{title}</h1>
            {lead && <p className="text-lg text-muted">{lead}</p>}
          </div>
        )}
        {aside ? (
          <div className="mx-auto flex max-w-page items-center justify-center gap-16 md:p-8">
            <div className="hidden max-w-xs text-xl text-muted lg:block">{aside}</div>
            <div className="w-full md:w-auto">{children}</div>
          </div>
        ) : (
          children
        )}
      </main>
    </div>
  )
}
