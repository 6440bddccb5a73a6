import type { edges } from './motifs/edges'
import type { large } from './motifs/large'
import type { small } from './motifs/small'
import { band, type Band, type Detail, type Drawing, type Garment } from './spec'
import type { WoolName } from './wool'

// How bands are put together. Places in the palette: 0 the garment's own shade, 1 the pattern, 2 the second, 3 the accent.

type Large = keyof typeof large
type Small = keyof typeof small
/** Solid above, bare below; the opening ones are the other way round. */
type Edge = Exclude<keyof typeof edges, 'rising' | 'peaks'>

type YokeParts = {
  /** The round nearest the neck. */
  over?: Small
  large: Large
  /** Between the large band and the edge. */
  under?: Small
  edge: Edge
}

/** A ring of contrast about the shoulders: its teeth bite into the garment above and below. */
export const ringYoke = ({ over = 'tick', large, under, edge }: YokeParts): Band[] => [
  band(over, [0, 1, 3], 1),
  band('rising', [0, 1, 2], 1),
  band(large, [1, 0, 2], 1),
  ...(under ? [band(under, [1, 2, 3], 1)] : []),
  band(edge, [0, 1, 3]),
]

/** One ground all the way, the bands drawn on it. */
export const openYoke = ({ over = 'seeds', large, under = 'line', edge }: YokeParts): Band[] => [
  band(over, [0, 2, 3], 1),
  band(large, [0, 1, 3], 1),
  band(under, [0, 2, 3], 1),
  band(edge, [0, 1, 2], 1),
]

/** From one shade to another and on to a third, as hills one behind the other. */
export const fadingYoke = ({ over = 'tick', large, edge }: YokeParts): Band[] => [
  band(over, [1, 0, 2], 0),
  band(edge, [2, 1, 0]),
  band(large, [2, 0, 3], 1),
  band(edge, [0, 2, 3]),
]

/** One large band between two narrow ones: hats, mittens, socks and scarves. */
export const framed = (large: Large, narrow: Small): Band[] => [
  band(narrow, [0, 2, 3], 1),
  band(large, [0, 1, 3], 1),
  band(narrow, [0, 2, 3], 1),
]

/** The same with the large band on a ground of its own, toothed above and below. */
export const inlaid = (large: Large): Band[] => [band('rising', [0, 1, 2], 1), band(large, [1, 0, 2], 1), band('tooth', [0, 1, 2], 1)]

/** Narrow bands down the whole piece, the shades taking turns. */
export const striped = (...motifs: Small[]): Band[] => motifs.map((motif, index) => band(motif, [0, 1 + (index % 2), 3], 2))

type Rest = { trim?: Band[]; rib?: number; details?: Detail[] }

/** A drawing from its parts; a place beyond the palette means its last shade. */
export function draw(garment: Garment, shades: string, bands: readonly Band[], { trim = [], rib = 0, details = [] }: Rest = {}): Drawing {
  const palette = shades.split(' ') as WoolName[]
  const last = palette.length - 1
  const fit = (one: Band): Band => {
    const [ground, pattern, second] = one.colours
    return { ...one, colours: [Math.min(ground, last), Math.min(pattern, last), Math.min(second, last)] }
  }
  return { garment, palette, rib: Math.min(rib, last), bands: bands.map(fit), trim: trim.map(fit), details }
}
