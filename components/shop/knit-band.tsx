import { clsx } from 'clsx'
import type { CSSProperties } from 'react'
import type { MotifName } from '@/lib/drawing/motifs/library'

type KnitBandProps = {
  motif: MotifName
  /** Dissolves towards its ends, for a band that does not run from edge to edge. */
  fading?: boolean
  /** How high it is; the colour of the text is the colour of the yarn. */
  className: string
}

/** One round of a pattern: the shop's dividing line. */
export function KnitBand({ motif, fading, className }: KnitBandProps) {
  const style = { '--motif': `url(/drawing/band/${motif}.svg)` } as CSSProperties
  return <div aria-hidden className={clsx(fading ? 'knit-band-fading' : 'knit-band', className)} style={style} />
}
