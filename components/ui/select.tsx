import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass, described, FieldFrame, type FieldFrameProps } from './field'

export type Option = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<FieldFrameProps, 'id'> &
  Omit<ComponentProps<'select'>, 'className' | 'id'> & { id?: string; name: string; options: readonly Option[] }

/** The platform's own list, labelled. */
export function Select({ id, label, note, hint, error, className, options, ...select }: SelectProps) {
  const own = id ?? select.name
  return (
    <FieldFrame id={own} label={label} note={note} hint={hint} error={error} className={className}>
      <span className="relative block">
        <select
          id={own}
          className={clsx(controlClass, 'cursor-pointer appearance-none pr-11')}
          {...described({ id: own, hint, error })}
          {...select}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <svg aria-hidden viewBox="0 0 16 16" className="pointer-events-none absolute top-1/2 right-4 size-3.5 -translate-y-1/2">
          <path d="M2 5.5l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
    </FieldFrame>
  )
}
