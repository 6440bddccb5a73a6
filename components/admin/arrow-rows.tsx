'use client'

import type { KeyboardEvent, ReactNode } from 'react'

const step: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Lets the arrow keys move between the links of a table's rows, once one of them has the focus, and X tick a row's box. */
export function ArrowRows({ children }: { children: ReactNode }) {
  function move(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'x' && document.activeElement?.matches('[data-row]')) return document.activeElement.closest('tr')?.querySelector<HTMLInputElement>('[data-choose]')?.click()
    const next = step[event.key]
    if (!next) return
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const at = links.findIndex((link) => link === document.activeElement)
    if (at < 0) return
    event.preventDefault()
    links[next(at, links.length - 1)]?.focus()
  }
  return <div onKeyDown={move}>{children}</div>
}
