import type { ReactNode } from 'react'
import { cn } from './cn'
import { toneClass, type Tone } from './tone'

export type { Tone }

/** A short word about the state of something; the word, not the colour, carries it. */
export function Badge({ tone = 'neutral', className, children }: { tone?: Tone; className?: string; children: ReactNode }) {
  return (
    <span
      className={cn(
        'inline-flex items-center rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap print:px-0',
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
