'use client'

import Link from 'next/link'
import { useState, type ComponentProps } from 'react'

/** A link that fetches its page when a pointer or the focus comes near, not merely because it is on the screen. */
export function HoverLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  return <Link {...props} prefetch={near ? null : false} onMouseEnter={come} onTouchStart={come} onFocus={come} />
}
