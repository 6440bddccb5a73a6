import { chartHeight, chartWidth, column } from './motifs/chart'
import { motifs } from './motifs/library'
import type { Band } from './spec'
import { marker, n, p, tag } from './svg'

// Knitted fabric, stitch by stitch. A stitch is a chevron that points towards the hem. A column of the chart is drawn
// once, upright, and placed where it stands: turned about the neck in a yoke, side by side in a body. How it is placed is
// what a picture costs a phone: a copy by reference is made anew, element by element, while what fills a shape (a pattern)
// or stands at the corners of a path (a marker) is laid out once, however often it is seen.

type Weave = {
  readonly row: number
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
  /** The wales of a ring: lines along the columns, where stitches meet and where the two legs of one do. */
  readonly wales: (top: number, depth: number) => string
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
export function sheet(stitch: number, row: number, { drop, round, straight = drop || round ? 6 : Infinity }: SheetOptions = {}): Sheet {
  const across = (length: number) => (round ? round * Math.sin(Math.max(-1.57, Math.min(1.57, length / round))) : length)
  return {
    row,
    upright: true,
    stitch,
    straight,
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

/** The edges between the stitches of a column. */
function ridges({ row, half }: Grid, top: number, rows: number): string {
  const d = row * tip
  let path = ''
  let before = 0
  for (let at = 0; at < rows; at++) {
    const w = half(top + at * row)
    path += at ? `m${p(-before - w, row)}` : `M${p(-w, top)}`
    path += `l${p(w, d, w, -d)}`
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

/** One repeat is a pattern and the cloth is filled with it, in pieces where it bends. */
function woven(id: string, grid: Sheet, top: number, { rows, band }: Strip, [first, last]: Span, inks: Inks): string {
  const { row, stitch } = grid
  const repeat = band ? chartWidth(motifs[band.motif]) : 6
  const start = Math.floor(first / repeat) * repeat
  const width = repeat * Math.max(1, Math.floor(Math.min(grid.straight, last + repeat - start) / repeat))
  // The lowest stitches of a band reach into what comes below it; plain rows repeat downwards as well as across.
  const reach = (band ? rows + tip : rows) * row
  const drawn = band ? rows : Math.min(rows, 8)
  const columns = Array.from({ length: repeat }, (_, at) => ({ x: (at + 0.5) * stitch, stitches: band ? stitchesOf(band, at) : '' }))
  const pattern = tag(
    'pattern',
    {
      id,
      x: n(-stitch / 2),
      y: n(top),
      width: n(repeat * stitch),
      height: n(band ? reach : drawn * row),
      patternUnits: 'userSpaceOnUse',
    },
    (band ? paint(grid, 0, rows, columns, band, inks) : '') + texture(grid, drawn, repeat),
  )
  // Colours a hair wider than their columns, so that neighbours close.
  const [left, across] = [(-stitch - (band ? 0.2 : 0)) / 2, width * stitch + (band ? 0.2 : 0)]
  const cloth = { fill: `url(#${id})`, d: `M${p(left, top)}h${n(across)}v${n(reach)}h${n(-across)}z` }
  let placed = ''
  for (let at = start; at <= last; at += width) placed += tag('path', { ...cloth, transform: grid.group(at, width) })
  return tag('defs', {}, pattern) + placed
}

/** The edges between stitches, from those above the first row on, and the lines where two stitches or the legs of one meet. */
function texture({ row, stitch }: Sheet, rows: number, columns: number): string {
  const left = Math.round(stitch * 5) / 10
  const [depth, width] = [rows * row + 1, columns * stitch]
  const edges = `l${p(left, row * tip, stitch - left, -row * tip)}`.repeat(columns)
  const ridges = Array.from({ length: rows + 1 }, () => edges).join(`m${p(-width, row)}`)
  const wale = `v${n(depth)}`
  const next = (step: number) => `m${p(step, -depth)}${wale}`
  const wales = wale + (next(left) + next(stitch - left)).repeat(columns)
  return tag('path', { class: 't', d: `M0 ${n(-row)}${ridges}` }) + tag('path', { class: 'u', 'stroke-width': 0.6, d: `M0 0${wales}` })
}

/** Columns that look the same are a marker on a walk about the neck over a few repeats; those are a marker on a longer walk. */
function turned(id: string, grid: Fan, top: number, { rows, band }: Strip, [first, last]: Span, inks: Inks): string {
  const repeat = band ? chartWidth(motifs[band.motif]) : 6
  const repeats = Math.ceil((last + 1) / repeat) - Math.floor(first / repeat)
  const width = repeat * Math.ceil(repeats / pieces)
  const kinds = new Map<string, number[]>()
  for (let at = 0; at < width; at++) {
    const stitches = band ? stitchesOf(band, at) : ''
    kinds.set(stitches, [...(kinds.get(stitches) ?? []), at])
  }
  const texture = tag('path', { class: 't', d: ridges(grid, top, rows) })
  const radius = Math.round(top + (rows * grid.row) / 2)
  const alongRing = { orient: 'auto', refY: radius }
  let [defs, piece] = ['', '']
  for (const [stitches, stops] of kinds) {
    const name = `${id}-${kinds.size > 1 ? stops[0] : ''}`
    const drawn = (band ? paint(grid, top, rows, [{ x: 0, stitches }], band, inks) : '') + texture
    if (stops.length === 1) piece += tag('g', { transform: grid.turn(stops[0] ?? 0) }, drawn)
    else {
      defs += marker(name, drawn, alongRing)
      piece += tag('path', { d: grid.walk(stops, radius), style: `marker:url(#${name})`, fill: 'none' })
    }
  }
  const start = Math.floor(first / repeat) * repeat
  const places = Array.from({ length: Math.ceil((last + 1 - start) / width) }, (_, at) => start + at * width)
  return (
    tag('defs', {}, defs + marker(id, piece, alongRing)) +
    tag('path', { d: grid.walk(places, radius), style: `marker:url(#${id})`, fill: 'none' }) +
    grid.wales(top, rows * grid.row)
  )
}

/** So many at most is a ring placed from: which of the two walks is the longer. */
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
