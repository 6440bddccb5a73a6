import { fan, strip, stripOf, type Grid, type Span } from './fabric'
import { chartWidth } from './motifs/chart'
import { motifs } from './motifs/library'
import type { Band, Drawing } from './spec'
import { n, tag, use } from './svg'
import { lightness, shade, wools } from './wool'

/** The colours a picture is made of. */
export type Look = {
  readonly inks: readonly string[]
  readonly base: string
  readonly rib: string
  /** The inside, where no light falls. */
  readonly deep: string
  readonly heather: boolean
}

export function lookOf({ palette, rib, details }: Drawing): Look {
  const inks = palette.map((name) => wools[name].hex)
  const base = inks[0] ?? wools.white.hex
  return { inks, base, rib: inks[rib] ?? base, deep: shade(base, -0.68), heather: details.includes('heather') }
}

/** The line that parts wool from its surroundings: light about dark wool, a little darker about light. */
export const edgeOf = (hex: string): string => (lightness(hex) < 0.45 ? shade(hex, 0.42) : shade(hex, -0.16))

export const rowsOf = (bands: readonly Band[]): number => bands.reduce((sum, band) => sum + stripOf(band).rows, 0)

/** Bands in rings about the origin, outwards from a radius; a ring has as many stitches as fit it, in whole repeats. */
export function rings(
  id: string,
  bands: readonly Band[],
  start: number,
  row: number,
  stitch: number,
  reach: number,
  inks: readonly string[],
): string {
  let radius = start
  let drawn = ''
  bands.forEach((band, index) => {
    const part = stripOf(band)
    const depth = part.rows * row
    const width = chartWidth(motifs[band.motif])
    const stitches = Math.max(3, Math.round((2 * Math.PI * (radius + depth * 0.55)) / (stitch * width))) * width
    const columns = Math.ceil(stitches * reach)
    if (band.colours[0] !== 0) {
      drawn += tag('circle', {
        r: Math.round(radius + depth / 2 + 1),
        fill: 'none',
        stroke: inks[band.colours[0]],
        'stroke-width': Math.round(depth - 1),
      })
    }
    drawn += strip(`${id}${index}`, fan(stitches, row), radius, part, [-columns, columns], inks)
    radius += depth
  })
  return drawn
}

/** Plain fabric down to the bands, and the bands down to `bottom` (or from `first` on, and plain fabric below). */
export function cloth(
  id: string,
  grid: Grid,
  [top, bottom]: Span,
  bands: readonly Band[],
  columns: number,
  inks: readonly string[],
  first?: number,
): string {
  const all = Math.max(0, Math.round((bottom - top) / grid.row))
  const patterned = rowsOf(bands)
  const before = Math.max(0, first === undefined ? all - patterned : Math.round((first - top) / grid.row))
  const after = Math.max(0, all - before - patterned)
  const parts = [{ rows: before }, ...bands.map(stripOf), { rows: after }]
  const seen = new Map<string, { name: string; y: number }>()
  let y = top
  return parts
    .map((part, index) => {
      if (!part.rows) return ''
      const [name, key] = [`${id}${index}`, 'band' in part ? JSON.stringify(part.band) : '']
      const earlier = seen.get(key)
      const drawn = earlier
        ? use(`${earlier.name}s`, `translate(0 ${n(y - earlier.y)})`)
        : tag('g', { id: key ? `${name}s` : undefined }, strip(name, grid, y, part, [-columns, columns], inks))
      if (key && !earlier) seen.set(key, { name, y })
      y += part.rows * grid.row
      return drawn
    })
    .join('')
}

/** Ribbing: a broad line along an edge, with furrows and ridges across it. */
export function ribbing(d: string, ink: string, width: number, pitch = 4.8): string {
  const line = (attributes: Record<string, string | number>) =>
    tag('path', { d, fill: 'none', 'stroke-width': width, 'stroke-linejoin': 'bevel', ...attributes })
  return (
    line({ stroke: ink }) +
    line({ class: 'r', 'stroke-dasharray': `1.7 ${Math.round((pitch - 1.7) * 10) / 10}` }) +
    line({ class: 'q', 'stroke-dasharray': `1.1 ${Math.round((pitch - 1.1) * 10) / 10}`, 'stroke-dashoffset': -2.6 })
  )
}
