'use client'

import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { buttonLook, type ButtonLook } from './button-look'
import { Spinner } from './spinner'

type SubmitButtonProps = ComponentProps<'button'> & ButtonLook & { pendingLabel: string; children: ReactNode }

/** Sends its form and says so while it does. Without JavaScript it is a plain submit button. */
export function SubmitButton({ pendingLabel, variant, size, wide, className, children, onClick, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      {...rest}
      // Not `disabled`: that would drop the keyboard's focus to the top of the page.
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={clsx(buttonLook({ variant, size, wide }), className)}
    >
      {pending ? (
        <>
          <Spinner />
          {pendingLabel}
        </>
      ) : (
        children
      )}
    </button>
  )
}
