import { chartHeight, chartWidth, column } from './motifs/chart'
import { motifs } from './motifs/library'
import type { Band } from './spec'
import { n, p, tag, use } from './svg'

// Knitted fabric, stitch by stitch. A stitch is a chevron that points towards the hem. A column of the chart is drawn
// once, upright, and placed where it stands: turned about the neck in a yoke, side by side in a body.

type Weave = {
  readonly row: number
  /** The wales of a strip: lines along the columns, where stitches meet and where the two legs of one do. */
  readonly wales: (top: number, depth: number, width: number) => string
  /** Half a stitch's width at a distance from the grid's origin. */
  readonly half: (y: number) => number
}

/** Columns side by side. */
export type Sheet = Weave & {
  readonly upright: true
  readonly stitch: number
  /** How many columns may be placed as one piece before a bend of the cloth shows as a corner. */
  readonly straight: number
  /** The transform of the group of `width` columns that starts at a column. */
  readonly group: (column: number, width: number) => string
}

/** Columns turned about the origin. */
export type Fan = Weave & {
  readonly upright: false
  /** A walk along a ring of this radius that stops at each of the columns, from left to right below the origin. */
  readonly walk: (columns: readonly number[], radius: number) => string
  readonly turn: (column: number) => string | undefined
}

/** Where the columns of a piece of fabric stand and how wide a stitch is there. */
export type Grid = Sheet | Fan

/** A fan of columns about the origin: `stitches` to the full circle. */
export function fan(stitches: number, row: number): Fan {
  const pitch = 360 / stitches
  const hundredths = (value: number) => Math.round(value * 100) / 100
  const point = (column: number, radius: number) => {
    const angle = (column * pitch * Math.PI) / 180
    return `${hundredths(radius * Math.sin(angle))} ${hundredths(radius * Math.cos(angle))}`
  }
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
    walk: (columns, radius) =>
      columns.map((column, index) => (index ? `A${radius} ${radius} 0 0 0 ` : 'M') + point(column, radius)).join(''),
    // Below the origin, turning clockwise leads to the left.
    turn: (column) => (column === 0 ? undefined : `rotate(${hundredths(-column * pitch)})`),
  }
}

type SheetOptions = {
  /** How far the cloth hangs below its line at a distance from the middle. */
  readonly drop?: (x: number) => number
  /** Radius of the round thing the cloth is wrapped about: stitches narrow towards the sides. */
  readonly round?: number
  /** Where a bend is so gentle that more columns than six may be placed as one piece. */
  readonly straight?: number
}

/** A sheet of columns, each `stitch` wide. */
export function sheet(stitch: number, row: number, { drop, round, straight = drop || round ? 6 : 12 }: SheetOptions = {}): Sheet {
  const across = (length: number) => (round ? round * Math.sin(Math.max(-1.57, Math.min(1.57, length / round))) : length)
  return {
    row,
    upright: true,
    stitch,
    straight,
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
      const [y, end] = drop ? [drop(left), drop(right)] : [0, 0]
      const run = width * stitch
      const place = p(left, y)
      const [a, b] = [(right - left) / run, (end - y) / run].map((value) => Math.round(value * 1000) / 1000)
      return a === 1 && b === 0 ? `translate(${place})` : `matrix(${a} ${b} 0 1 ${place})`
    },
  }
}

/** Cloth hanging from two ends: lowest in the middle, level at `reach` to either side. */
export const sag = (depth: number, reach: number) => (x: number) => depth * (1 - (x / reach) ** 2)

const tip = 0.72

function run({ row, half }: Grid, top: number, from: number, to: number, x: number): string {
  const [y0, y1] = [top + from * row, top + to * row]
  // A hair wider than the stitch, so that neighbours of one colour close.
  const [w0, w1] = [half(y0) + 0.12, half(y1) + 0.12]
  const d = row * tip
  return `M${p(x - w0, y0)}l${p(w0, d, w0, -d, w1 - w0, y1 - y0, -w1, d, -w1, -d)}z`
}

function runs(grid: Grid, top: number, stitches: string, ink: string, x: number): string {
  let d = ''
  for (let from = 0; from < stitches.length; from++) {
    if (stitches[from] !== ink) continue
    let to = from
    while (stitches[to] === ink) to++
    d += run(grid, top, from, to, x)
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

type Inks = readonly string[]

/** One band (or plain rows) of fabric, from the first column of the span to the last. */
export function strip(id: string, grid: Grid, top: number, part: Strip, span: Span, inks: Inks): string {
  return grid.upright ? woven(id, grid, top, part, span, inks) : turned(id, grid, top, part, span, inks)
}

/** A piece of some repeats is drawn once, a path for each ink, and placed as often as it takes. */
function woven(id: string, grid: Sheet, top: number, { rows, band }: Strip, [first, last]: Span, inks: Inks): string {
  const repeat = band ? chartWidth(motifs[band.motif]) : 6
  const width = repeat * Math.max(1, Math.floor(grid.straight / repeat))
  const columns = Array.from({ length: width }, (_, at) => ({ x: at * grid.stitch, stitches: band ? stitchesOf(band, at) : '' }))
  const group =
    (band ? paint(grid, top, rows, columns, band, inks) : '') +
    tag('path', { class: 't', d: ridges(grid, top, rows, width) }) +
    grid.wales(top, rows * grid.row, width)
  let placed = ''
  for (let at = Math.floor(first / repeat) * repeat; at <= last; at += width) placed += use(id, grid.group(at, width))
  return tag('defs', {}, tag('g', { id }, group)) + placed
}

/**
 * Columns that look the same are one marker on a walk about the neck, over a few repeats that are then placed again. A
 * marker is laid out once and painted wherever the walk stops; a copy by reference would be another element to the
 * browser, thousands of them in one picture.
 */
function turned(id: string, grid: Fan, top: number, { rows, band }: Strip, [first, last]: Span, inks: Inks): string {
  const repeat = band ? chartWidth(motifs[band.motif]) : 6
  const repeats = Math.ceil((last + 1) / repeat) - Math.floor(first / repeat)
  const width = repeat * Math.ceil(repeats / pieces)
  const kinds = new Map<string, number[]>()
  for (let at = 0; at < width; at++) {
    const stitches = band ? stitchesOf(band, at) : ''
    kinds.set(stitches, [...(kinds.get(stitches) ?? []), at])
  }
  const texture = tag('path', { class: 't', d: ridges(grid, top, rows, 1) })
  const radius = Math.round(top + (rows * grid.row) / 2)
  let [defs, piece] = ['', '']
  for (const [stitches, stops] of kinds) {
    const name = `${id}-${kinds.size > 1 ? stops[0] : ''}`
    const drawn = (band ? paint(grid, top, rows, [{ x: 0, stitches }], band, inks) : '') + texture
    if (stops.length === 1) piece += tag('g', { transform: grid.turn(stops[0] ?? 0) }, drawn)
    else {
      defs += tag('marker', { id: name, orient: 'auto', refY: radius, markerUnits: 'userSpaceOnUse', overflow: 'visible' }, drawn)
      piece += tag('path', { d: grid.walk(stops, radius), style: `marker:url(#${name})`, fill: 'none' })
    }
  }
  let placed = ''
  for (let at = Math.floor(first / repeat) * repeat; at <= last; at += width) placed += use(id, grid.turn(at))
  return tag('defs', {}, defs + tag('g', { id }, piece)) + placed + grid.wales(top, rows * grid.row, 0)
}

/** So many at most is a ring placed from: more would be more elements, fewer a longer walk. */
const pieces = 6

const stitchesOf = (band: Band, at: number): string => '.'.repeat(band.gap) + column(motifs[band.motif], at)

type Column = { readonly x: number; readonly stitches: string }

function paint(grid: Grid, top: number, rows: number, columns: readonly Column[], band: Band, inks: Inks): string {
  const [ground, pattern, second] = band.colours
  const drawn = (place: number, d: string) => (d ? tag('path', { fill: inks[place], d }) : '')
  const of = (ink: string) => columns.map(({ x, stitches }) => runs(grid, top, stitches, ink, x)).join('')
  return (
    (ground === 0 ? '' : drawn(ground, columns.map(({ x }) => run(grid, top, 0, rows, x)).join(''))) +
    drawn(pattern, of('x')) +
    drawn(second, of('o'))
  )
}
