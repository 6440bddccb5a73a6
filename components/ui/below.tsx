'use client'

import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { isTurning } from './turning'

/**
 * What is below a page's first screen. It comes with the page; where the page is changed in the tab by a link, it comes
 * two frames later, so that what is above it is seen sooner. Going back it is there at once, since the browser goes to a
 * place far down.
 */
export function Below({ children }: { children: ReactNode }) {
  const [isHere, come] = useState(() => !isTurning())
  useEffect(() => {
    if (isHere) return
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => startTransition(() => come(true)))))
    return () => cancelAnimationFrame(frame)
  }, [isHere])
  return isHere ? children : null
}
