import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

type RadioCardProps = Omit<ComponentProps<'input'>, 'type' | 'title' | 'className' | 'size'> & {
  name: string
  value: string
  title: ReactNode
  description?: ReactNode
  /** At the far end of the first line: a price, a badge. */
  aside?: ReactNode
  /** Without the visible dot, for short values side by side. */
  compact?: boolean
  className?: string
}

/** One choice of a group: the whole card is the radio button. Put several in a <fieldset> with a <legend>. */
export function RadioCard({ title, description, aside, compact, className, ...input }: RadioCardProps) {
  return (
    <label className={clsx('radio-card', compact ? 'px-3.5 py-2.5' : 'px-4 py-3', className)}>
      <input
        type="radio"
        {...input}
        className={
          compact ? 'absolute inset-0 cursor-[inherit] appearance-none opacity-0' : 'mt-1 size-4 flex-none accent-accent outline-none'
        }
      />
      <span className="grid flex-1 content-start gap-0.5">
        <span className={clsx('font-semibold', aside && 'flex flex-wrap items-baseline justify-between gap-x-3')}>
          {title}
          {aside && <span>{aside}</span>}
        </span>
        {description && <span className="text-sm text-muted">{description}</span>}
      </span>
    </label>
  )
}
