'use client'

import { useEffect, useState } from 'react'

const clock = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const around = 2 * Math.PI * 20

/** A ring that empties. The server says how much time is left; the browser only counts on from there. */
export function Countdown({ leftMs, ofMs, label }: { leftMs: number; ofMs: number; label: string }) {
  const [left, setLeft] = useState(leftMs)
  useEffect(() => {
    const until = performance.now() + leftMs
    const tick = () => setLeft(Math.max(0, until - performance.now()))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [leftMs])
  return (
    <span role="timer" aria-label={label} aria-live="off" className="relative grid size-14 flex-none place-items-center">
      <svg aria-hidden viewBox="0 0 48 48" className="absolute inset-0 -rotate-90">
        <circle cx="24" cy="24" r="20" fill="none" stroke="var(--track)" strokeWidth="4" />
        <circle
          cx="24"
          cy="24"
          r="20"
          fill="none"
          stroke="var(--yes)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, left / ofMs))}
        />
      </svg>
      <span className="text-sm font-bold tabular-nums">{clock(left)}</span>
    </span>
  )
}
