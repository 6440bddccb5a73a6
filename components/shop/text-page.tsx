import type { ReactNode } from 'react'
import type { MotifName } from '@/lib/drawing/motifs/library'
import { KnitBand } from './knit-band'

/** A page to be read: its title on the left of wide screens, what it says on the right. */
export function TextPage({ title, lead, motif, children }: { title: string; lead: string; motif: MotifName; children: ReactNode }) {
  return (
    <article className="mx-auto grid max-w-page gap-x-16 gap-y-10 px-4 pt-10 sm:px-6 lg:grid-cols-[2fr_3fr] lg:pt-20">
      <header className="grid content-start gap-5 lg:sticky lg:top-10 lg:self-start">
        <h1 className="text-5xl font-bold sm:text-6xl">{title}</h1>
        <p className="max-w-md text-xl text-muted">{lead}</p>
        <KnitBand fading motif={motif} className="mt-3 h-9 max-w-md text-accent lg:h-11" />
      </header>
      <div className="grid max-w-text content-start gap-10">{children}</div>
    </article>
  )
}

/** One headed part of it; a blank line in the text begins a paragraph. */
export function TextSection({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl font-semibold">{title}</h2>
      {text?.split('\n\n').map((paragraph) => (
        <p key={paragraph} className="text-lg">
          {paragraph}
        </p>
      ))}
      {children}
    </section>
  )
}

type StepsProps = { steps: readonly { title: string; text: string }[]; headingLevel?: 'h2' | 'h3' }

/** Things that happen one after the other. */
export function Steps({ steps, headingLevel: Heading = 'h3' }: StepsProps) {
  return (
    <ol className="grid gap-6">
      {steps.map(({ title, text }, index) => (
        <li key={title} className="grid grid-cols-[2.75rem_1fr] gap-x-4">
          <span
            aria-hidden
            className="flex size-11 items-center justify-center rounded-full bg-sunken font-display text-xl font-bold text-accent"
          >
            {index + 1}
          </span>
          <div className="grid gap-1 pt-1.5">
            <Heading className="text-xl font-semibold">{title}</Heading>
            <p className="text-lg text-muted">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
