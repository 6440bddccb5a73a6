'use client'

import { useEffect, useState, type CSSProperties } from 'react'
import styles from './knit.module.css'

export type CountdownMark = { readonly at: number; readonly text: string }

type CountdownProps = {
  /** Milliseconds since 1970, by the server's clock. */
  expiresAt: number
  /** What was left, and what it was out of, when the server wrote the page; seconds. */
  left: number
  of: number
  label: string
  /** Instead of the clock when nothing is left. */
  timeUp: string
  /** Said to a screen reader when so many seconds are left: a voice that counts every second is of no use. */
  marks: readonly CountdownMark[]
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export function Countdown({ expiresAt, left: initial, of, label, timeUp, marks }: CountdownProps) {
  const [left, setLeft] = useState(initial)
  useEffect(() => {
    // A page taken back from the browser's memory says what was left then, and a browser's clock may be wrong:
    // the moment it ends counts where it says less, but not where it says that all is over.
    const byClock = expiresAt - Date.now()
    const end = Date.now() + (byClock > 0 ? Math.min(byClock, initial * 1000) : initial * 1000)
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [expiresAt, initial])
  const said = marks.findLast((mark) => left <= mark.at)
  return (
    <div className="grid gap-2">
      <p className="flex items-baseline justify-between gap-4" aria-hidden>
        <span className="text-muted">{left > 0 ? label : timeUp}</span>
        <span className="font-display text-3xl font-semibold tabular-nums">{clock(left)}</span>
      </p>
      <span aria-hidden className="block h-[15px] overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full bg-accent mask-(--stitches) mask-repeat-x ${styles.yarn}`}
          style={
            {
              '--from': `${of > 0 ? Math.round((1000 * initial) / of) / 10 : 0}%`,
              '--left': `${initial}s`,
              '--stitches': stitches,
            } as CSSProperties
          }
        />
      </span>
      <span role="status" className="sr-only">
        {said?.text}
      </span>
    </div>
  )
}

// A row of knit stitches, cut out of the bar.
const stitches = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='15' height='15'%3E%3Cpath d='M0 0l7.5 7.5L15 0v7l-7.5 7.5L0 7z'/%3E%3C/svg%3E")`
