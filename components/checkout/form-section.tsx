import type { ReactNode } from 'react'

type FormSectionProps = { title: string; id?: string; error?: string; children: ReactNode }

/** A headed part of a form; a screen reader says the heading with each of its fields. */
export function FormSection({ title, id, error, children }: FormSectionProps) {
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={error && `${id}-error`}
      className="min-w-0 outline-offset-8"
    >
      <legend className="mb-4 font-display text-2xl leading-tight font-semibold">{title}</legend>
      <div className="grid gap-5">
        {error && (
          <p id={`${id}-error`} className="flex gap-2 text-sm font-semibold text-bad">
            <span aria-hidden>▲</span>
            {error}
          </p>
        )}
        {children}
      </div>
    </fieldset>
  )
}
