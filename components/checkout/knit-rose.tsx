import type { CSSProperties } from 'react'
import { cn } from '@/components/ui/cn'
import styles from './knit.module.css'
import { columns, rose, rows, stitch } from './rose-chart'

type KnitRoseProps = {
  /** How much of it is knitted, from the bottom up, 0 … 1. */
  knitted: number
  /** still: nothing moves; knitting: the rest is on the needles; cheer: it was just finished. */
  motion?: 'still' | 'knitting' | 'cheer'
  /** Gives the colour of the motif, as a text colour. */
  className?: string
}

/** How far a payment has come, as knitting. Decoration: the words beside it say the same. */
export function KnitRose({ knitted, motion = 'still', className }: KnitRoseProps) {
  const firstKnitted = Math.round(rows * (1 - knitted))
  return (
    <svg aria-hidden viewBox={`0 0 ${columns * stitch.width} ${rows * stitch.height + 5}`} className={cn('w-44', className)}>
      {rose.map(({ ground, motif }, row) => {
        const done = row >= firstKnitted
        const moves = done ? motion === 'cheer' : motion === 'knitting'
        return (
          <g
            key={row}
            className={cn(!done && styles.needles, moves && (motion === 'cheer' ? styles.cheer : styles.knitting))}
            style={{ '--row': rows - 1 - row, '--up': firstKnitted - 1 - row } as CSSProperties}
          >
            <path d={ground} fill="var(--surface)" />
            <path d={motif} fill="currentColor" />
          </g>
        )
      })}
    </svg>
  )
}
