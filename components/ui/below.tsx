'use client'

import { clsx } from 'clsx'
import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { isTurning } from './turning'

/** Whether this is no longer, or never was, a page that has just been changed to by a link: so many frames later. */
function useSettled(frames: 1 | 2): boolean {
  const [settled, settle] = useState(() => !isTurning())
  useEffect(() => {
    if (settled) return
    const done = () => startTransition(() => settle(true))
    let frame = requestAnimationFrame(() => (frames === 1 ? done() : (frame = requestAnimationFrame(done))))
    return () => cancelAnimationFrame(frame)
  }, [settled, frames])
  return settled
}

/**
 * What is below a page's first screen. It comes with the page; where the page is changed in the tab by a link, it comes
 * two frames later, so that what is above it is seen sooner. Going back it is there at once, since the browser goes to a
 * place far down.
 */
export function Below({ children }: { children: ReactNode }) {
  return useSettled(2) ? children : null
}

/**
 * A large drawing on its tile, which keep their place but are painted a frame after the words beside them where the page
 * is changed in the tab by a link: without a graphics card painting them takes a browser four frames, and it shows nothing
 * until all is painted. Nor has the drawing a ground coat there: it is in the tab already, and the browser would read the
 * coat, a document of its own, before it lays out the words.
 */
export function AfterWords({ children }: { children: ReactNode }) {
  const [isTurned] = useState(isTurning)
  const isSettled = useSettled(1)
  return (
    <div className={clsx('contents', isTurned && '[&_img]:bg-none!')} style={isSettled ? undefined : { visibility: 'hidden' }}>
      {children}
    </div>
  )
}
