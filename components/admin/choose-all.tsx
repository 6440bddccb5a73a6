'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** One box for all boxes of its form. It needs JavaScript, so it is there only where there is some. */
export function ChooseAll({ label }: { label: string }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!inBrowser) return null
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm font-semibold">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        onChange={({ currentTarget: { form, checked } }) =>
          form?.querySelectorAll<HTMLInputElement>('[data-choose]').forEach((box) => (box.checked = checked))
        }
      />
      {label}
    </label>
  )
}
