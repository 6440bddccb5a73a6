'use client'

import { ChevronDown } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

type NavMenuProps = { label: string; /** The parts of the admin behind it; while one is in one of them, it is marked. */ paths: readonly string[]; children: ReactNode }

/** What does not fit beside the rest: opens on demand, closes by Escape, by going elsewhere and by leaving it. */
export function NavMenu({ label, paths, children }: NavMenuProps) {
  const path = usePathname()
  const menu = useRef<HTMLDetailsElement>(null)

  function close(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.current?.open) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }
  function leave(event: FocusEvent) {
    if (menu.current && event.relatedTarget && !menu.current.contains(event.relatedTarget)) menu.current.open = false
  }

  return (
    <details key={path} ref={menu} onKeyDown={close} onBlur={leave} className="group relative">
      <summary
        data-here={paths.some((one) => path.startsWith(one)) || undefined}
        className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-full px-3.5 font-medium hover:bg-sunken data-here:bg-ink data-here:text-paper max-sm:px-2.5 [&::-webkit-details-marker]:hidden"
      >
        {label}
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <ul className="absolute right-0 z-20 mt-1 grid w-56 gap-1 rounded-card border border-line bg-surface p-2 shadow-lift lg:right-auto lg:left-0">{children}</ul>
    </details>
  )
}
