'use client'

import { useFormStatus } from 'react-dom'
import { cn } from '@/components/ui/cn'

type Props = { readonly on: boolean; readonly labelledBy: string; readonly describedBy: string }

/** Sends its form; while that is under way it already stands where it will. */
export function SwitchButton({ on, labelledBy, describedBy }: Props) {
  const { pending } = useFormStatus()
  const shown = pending ? !on : on
  return (
    <button
      type="submit"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className="grid h-11 w-14 flex-none cursor-pointer place-items-center rounded-full"
    >
      <span
        aria-hidden
        className={cn(
          'flex h-8 w-14 items-center rounded-full border-2 px-0.5 transition-colors motion-reduce:transition-none',
          shown ? 'justify-end border-(--yes) bg-(--yes)' : 'justify-start border-(--card-soft) bg-transparent',
        )}
      >
        <span className={cn('size-6 rounded-full', shown ? 'bg-(--on-yes)' : 'bg-(--card-soft)')} />
      </span>
    </button>
  )
}
