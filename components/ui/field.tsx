import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export type FieldFrameProps = {
  /** The control's id; the hint is `{id}-hint` and the error `{id}-error`. */
  id: string
  label: string
  /** A word such as "optional", after the label. */
  note?: string
  hint?: ReactNode
  error?: string
  className?: string
}

/** What a control says about its hint and its error. */
export function described({ id, hint, error }: Pick<FieldFrameProps, 'id' | 'hint' | 'error'>) {
  const by = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined }
}

/** Label above, hint and error below. */
export function FieldFrame({ id, label, note, hint, error, className, children }: FieldFrameProps & { children: ReactNode }) {
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {note && <span className="font-normal text-muted"> · {note}</span>}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="flex gap-2 text-sm font-semibold text-bad">
          <span aria-hidden>▲</span>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

export const controlClass = 'control'

type FieldProps = Omit<FieldFrameProps, 'id'> & Omit<ComponentProps<'input'>, 'className' | 'id'> & { id?: string; name: string }

/** One labelled line of text. Say `autoComplete` and `inputMode`: phones fill it in. */
export function Field({ id, label, note, hint, error, className, ...input }: FieldProps) {
  const own = id ?? input.name
  return (
    <FieldFrame id={own} label={label} note={note} hint={hint} error={error} className={className}>
      <input id={own} type="text" className={controlClass} {...described({ id: own, hint, error })} {...input} />
    </FieldFrame>
  )
}
