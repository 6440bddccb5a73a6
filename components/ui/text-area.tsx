import type { ComponentProps } from 'react'
import { controlClass, described, FieldFrame, type FieldFrameProps } from './field'

type TextAreaProps = FieldFrameProps & Omit<ComponentProps<'textarea'>, 'className' | 'id'> & { name: string }

/** Some labelled lines of text; it grows with what is typed where the browser can. */
export function TextArea({ id, label, note, hint, error, className, rows = 2, ...area }: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} note={note} hint={hint} error={error} className={className}>
      <textarea
        id={id}
        rows={rows}
        className={`${controlClass} field-sizing-content min-h-20 resize-y`}
        {...described({ id, hint, error })}
        {...area}
      />
    </FieldFrame>
  )
}
