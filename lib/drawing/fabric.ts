import { chartHeight, chartWidth, column } from './motifs/chart'
import { motifs } from './motifs/library'
import type { Band } from './spec'
import { n, p, tag, use } from './svg'

// Knitted fabric, stitch by stitch. A stitch is a chevron that points towards the hem. A column of the chart is drawn
// once, upright, and placed where it stands: turned about the neck in a yoke, side by side in a body.

/** Where the columns of a piece of fabric stand and how wide a stitch is there. */
export type Grid = {
  readonly row: number
  /** Whether neighbours stand upright side by side, so that one path can draw the ridges of several. */
  readonly upright: boolean
  /** The wales of a strip: lines along the columns, where stitches meet and where the two legs of one do. */
  readonly wales: (top: number, depth: number, width: number) => string
  /** Half a stitch's width at a distance from the grid's origin. */
  readonly half: (y: number) => number
  /** The transform of the group of `width` columns that starts at a column. */
  readonly group: (column: number, width: number) => string | undefined
  /** The transform of one column within its group. */
  readonly within: (column: number) => string | undefined
}

/** A fan of columns about the origin: `stitches` to the full circle. */
export function fan(stitches: number, row: number): Grid {
  const pitch = 360 / stitches
  // Below the origin, turning clockwise leads to the left.
  const turn = (column: number) => (column === 0 ? undefined : `rotate(${Math.round(-column * pitch * 100) / 100})`)
  return {
    row,
    upright: false,
    // Radial lines are the dashes of a broad ring; counted in half stitches, one must fall straight below the origin.
    wales: (top, depth) =>
      tag('circle', {
        class: 'u',
        r: n(top + depth / 2),
        'stroke-width': n(depth),
        pathLength: stitches * 2,
        'stroke-dasharray': '.24 .76',
        'stroke-dashoffset': stitches % 2 ? 0.62 : 0.12,
      }),
    half: (y) => y * Math.tan((pitch * Math.PI) / 360),
    group: turn,
    within: turn,
  }
}

type SheetOptions = {
  /** How far the cloth hangs below its line at a distance from the middle. */
  readonly drop?: (x: number) => number
  /** Radius of the round thing the cloth is wrapped about: stitches narrow towards the sides. */
  readonly round?: number
}

/** Columns side by side. */
export function sheet(stitch: number, row: number, { drop = () => 0, round }: SheetOptions = {}): Grid {
  const across = (length: number) => (round ? round * Math.sin(Math.max(-1.57, Math.min(1.57, length / round))) : length)
  return {
    row,
    upright: true,
    wales: (top, depth, width) =>
      tag('path', {
        class: 'u',
        d: `M${p(-stitch / 2, top + depth / 2 + 1)}h${n(width * stitch)}`,
        'stroke-width': n(depth),
        'stroke-dasharray': `.6 ${stitch / 2 - 0.6}`,
        'stroke-dashoffset': 0.3,
      }),
    half: () => stitch / 2,
    group: (column, width) => {
      const [left, right] = [across(column * stitch), across((column + width) * stitch)]
      const [y, end] = [drop(left), drop(right)]
      const run = width * stitch
      const place = p(left, y)
      const [a, b] = [(right - left) / run, (end - y) / run].map((value) => Math.round(value * 1000) / 1000)
      return a === 1 && b === 0 ? `translate(${place})` : `matrix(${a} ${b} 0 1 ${place})`
    },
    within: (column) => (column === 0 ? undefined : `translate(${n(column * stitch)})`),
  }
}

/** Cloth hanging from two ends: lowest in the middle, level at `reach` to either side. */
export const sag = (depth: number, reach: number) => (x: number) => depth * (1 - (x / reach) ** 2)

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

/** The edges between stitches, `columns` wide. */
function ridges({ row, half }: Grid, top: number, rows: number, columns: number): string {
  const d = row * tip
  let path = ''
  let before = 0
  for (let at = 0; at < rows; at++) {
    const w = half(top + at * row)
    path += at ? `m${p(-before * (columns * 2 - 1) - w, row)}` : `M${p(-w, top)}`
    path += `l${p(w, d, w, -d)}`.repeat(columns)
    before = w
  }
  return path
}

export type Strip = { readonly rows: number; readonly band?: Band | undefined }

export const stripOf = (band: Band): Strip => ({ rows: band.gap + chartHeight(motifs[band.motif]), band })

export type Span = readonly [first: number, last: number]

/**
 * One band (or plain rows) of fabric: its columns once, as definitions, then as many repeats as reach from the first
 * column of the span to the last.
 */
export function strip(id: string, grid: Grid, top: number, { rows, band }: Strip, [first, last]: Span, inks: readonly string[]): string {
  const motif = band && motifs[band.motif]
  const width = motif ? chartWidth(motif) : 6
  const texture = `${id}t`
  let defs = tag('path', { id: texture, class: 't', d: ridges(grid, top, rows, grid.upright ? width : 1) })
  const known = new Map<string, string>()
  let group = ''
  for (let at = 0; at < width; at++) {
    const stitches = motif && band ? '.'.repeat(band.gap) + column(motif, at) : ''
    let name = known.get(stitches)
    if (name === undefined) {
      const paint = band ? paintColumn(grid, top, rows, stitches, band, inks) : ''
      name = paint ? `${id}-${known.size}` : ''
      known.set(stitches, name)
      if (paint) defs += tag('g', { id: name }, grid.upright ? paint : paint + use(texture))
    }
    if (name || !grid.upright) group += use(name || texture, grid.within(at))
  }
  if (grid.upright) group += use(texture) + grid.wales(top, rows * grid.row, width)
  defs += tag('g', { id }, group)
  let placed = ''
  for (let at = Math.floor(first / width) * width; at <= last; at += width) placed += use(id, grid.group(at, width))
  return `<defs>${defs}</defs>${placed}${grid.upright ? '' : grid.wales(top, rows * grid.row, width)}`
}

function paintColumn(grid: Grid, top: number, rows: number, stitches: string, band: Band, inks: readonly string[]): string {
  const [ground, pattern, second] = band.colours
  let paint = ground === 0 ? '' : tag('path', { fill: inks[ground], d: run(grid, top, 0, rows) })
  for (const [ink, place] of [
    ['x', pattern],
    ['o', second],
  ] as const) {
    const d = runs(grid, top, stitches, ink)
    if (d) paint += tag('path', { fill: inks[place], d })
  }
  return paint
}
