'use client'

import Link, { useLinkStatus } from 'next/link'
import { useState, type ComponentProps } from 'react'

/** A link that fetches its page when a pointer or the focus comes near, not merely because it is on the screen. */
export function HoverLink({ children, ...props }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  return (
    <Link {...props} prefetch={near ? null : false} onMouseEnter={come} onTouchStart={come} onFocus={come}>
      {children}
      <Thread />
    </Link>
  )
}

/** While a page takes longer than a blink to come, a thread is drawn along the top of the screen. */
function Thread() {
  const { pending } = useLinkStatus()
  return pending ? <span aria-hidden className="drawn-thread fixed inset-x-0 top-0 z-50 h-1 bg-accent" /> : null
}
