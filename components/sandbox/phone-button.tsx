'use client'

import { useFormStatus } from 'react-dom'
import { cn } from '@/components/ui/cn'

const looks = {
  yes: 'min-h-14 flex-1 rounded-2xl bg-(--yes) text-lg text-(--on-yes) hover:bg-(--yes-strong)',
  no: 'min-h-14 flex-1 rounded-2xl border-2 border-(--no-line) text-lg text-(--no) hover:border-(--no)',
  quiet: 'min-h-11 rounded-xl px-4 text-sm text-(--card-soft) underline decoration-1 underline-offset-4 hover:text-(--card-ink)',
}

/** Sends its form once, however often it is tapped. */
export function PhoneButton({
  look,
  act,
  label,
  pendingLabel,
}: {
  look: keyof typeof looks
  act: string
  label: string
  pendingLabel: string
}) {
  const { pending, data } = useFormStatus()
  const mine = pending && data?.get('act') === act
  return (
    <button
      type="submit"
      name="act"
      value={act}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={cn(
        'cursor-pointer font-bold transition-colors select-none aria-disabled:cursor-progress aria-disabled:opacity-60',
        looks[look],
      )}
    >
      {mine ? pendingLabel : label}
    </button>
  )
}
