import { chartHeight, chartWidth, column } from './motifs/chart'
import { motifs } from './motifs/library'
import { n, p, tag, use } from './svg'
import type { Band } from './spec'

// Knitted fabric, stitch by stitch. A stitch is a chevron that points towards the hem; a column of the chart is drawn
// once, upright, and placed where it stands: turned about the neck in a yoke, side by side in a body.

/** Where the columns of a piece of fabric stand and how wide a stitch is there. */
export type Grid = {
  readonly row: number
  /** Half a stitch's width at a distance from the grid's origin. */
  readonly half: (y: number) => number
  /** The transform of the group that starts at a column. */
  readonly group: (column: number) => string
  /** The transform of one column within its group. */
  readonly within: (column: number) => string
}

/** A fan of columns about the origin: `stitches` to the full circle. */
export function fan(stitches: number, row: number): Grid {
  const pitch = 360 / stitches
  // Below the origin, turning clockwise leads to the left.
  const turn = (column: number) => (column === 0 ? '' : `rotate(${Math.round(-column * pitch * 100) / 100})`)
  return { row, half: (y) => y * Math.tan(((pitch / 2) * Math.PI) / 180), group: turn, within: turn }
}

/** Columns side by side. `sag` lowers the middle, as cloth hangs; `reach` is where the sag ends. */
export function sheet(stitch: number, row: number, sag = 0, reach = 100): Grid {
  const drop = (x: number) => sag * (1 - (x / reach) ** 2)
  return {
    row,
    half: () => stitch / 2,
    group: (column) => {
      const x = column * stitch
      const slope = (-2 * sag * x) / reach ** 2
      return `matrix(1 ${Math.round(slope * 1000) / 1000} 0 1 ${p(x, drop(x))})`
    },
    within: (column) => (column === 0 ? '' : `translate(${n(column * stitch)})`),
  }
}

const tip = 0.72

function run({ row, half }: Grid, top: number, from: number, to: number): string {
  const [y0, y1] = [top + from * row, top + to * row]
  // A hair wider than the stitch, so that neighbours of one colour close.
  const [w0, w1] = [half(y0) + 0.12, half(y1) + 0.12]
  const d = row * tip
  return `M${p(-w0, y0)}l${p(w0, d, w0, -d, w1 - w0, y1 - y0, -w1, d, -w1, -d)}z`
}

function runs(grid: Grid, top: number, stitches: string, ink: string): string {
  let d = ''
  for (let from = 0; from < stitches.length; from++) {
    if (stitches[from] !== ink) continue
    let to = from
    while (stitches[to] === ink) to++
    d += run(grid, top, from, to)
    from = to
  }
  return d
}

function ridges({ row, half }: Grid, top: number, rows: number): string {
  let d = ''
  for (let at = 0; at < rows; at++) {
    const y = top + at * row
    const w = half(y)
    d += `M${p(-w, y)}l${p(w, row * tip, w, -row * tip)}`
  }
  return d
}

export type Strip = { readonly rows: number; readonly band?: Band | undefined }

export const stripOf = (band: Band): Strip => ({ rows: band.gap + chartHeight(motifs[band.motif]), band })

/**
 * One band (or plain rows) of fabric: its columns once as definitions, then as many repeats as reach from the
 * first column to the last.
 */
export function strip(id: string, grid: Grid, top: number, { rows, band }: Strip, span: [first: number, last: number], inks: readonly string[]): string {
  const motif = band && motifs[band.motif]
  const width = motif ? chartWidth(motif) : 8
  const texture = `${id}t`
  let defs = tag('path', { id: texture, class: 't', d: ridges(grid, top, rows) })
  const known = new Map<string, string>()
  let group = ''
  for (let at = 0; at < width; at++) {
    const stitches = motif && band ? '.'.repeat(band.gap) + column(motif, at) : ''
    let name = known.get(stitches)
    if (name === undefined) {
      name = stitches ? `${id}${known.size}` : texture
      known.set(stitches, name)
      if (band && stitches) defs += tag('g', { id: name }, paintColumn(grid, top, rows, stitches, band, inks) + use(texture))
    }
    group += use(name, grid.within(at) || undefined)
  }
  defs += tag('g', { id }, group)
  let placed = ''
  const [first, last] = span
  for (let at = Math.floor(first / width) * width; at <= last; at += width) placed += use(id, grid.group(at) || undefined)
  return `<defs>${defs}</defs>${placed}`
}

function paintColumn(grid: Grid, top: number, rows: number, stitches: string, band: Band, inks: readonly string[]): string {
  const [ground, pattern, second] = band.colours
  let paint = ''
  if (ground !== 0) paint += tag('path', { fill: inks[ground], d: run(grid, top, 0, rows) })
  for (const [ink, place] of [['x', pattern], ['o', second]] as const) {
    const d = runs(grid, top, stitches, ink)
    if (d) paint += tag('path', { fill: inks[place], d })
  }
  return paint
}
