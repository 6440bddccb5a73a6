import { chartHeight, column } from './motifs/chart'
import { motifs } from './motifs/library'
import { decode, type Drawing } from './spec'
import { tag } from './svg'
import { wools } from './wool'

/** Width and height of a stitch on paper: knitted stitches are wider than they are tall. */
const cell = { width: 10, height: 8 }
const columns = 41
const margin = { right: 26, bottom: 20 }

/** Every row of the drawing's bands from the top down; a row is one place in the palette for each stitch. */
function chartRows({ bands }: Drawing): number[][] {
  const middle = Math.floor(columns / 2)
  return bands.flatMap(({ motif, gap, colours: [ground, pattern, second] }) => {
    const chart = motifs[motif]
    const stitches = Array.from({ length: columns }, (_, at) => column(chart, at - middle))
    const empty = Array.from({ length: gap }, () => Array.from({ length: columns }, () => ground))
    const knitted = Array.from({ length: chartHeight(chart) }, (_, row) =>
      stitches.map((down) => (down[row] === 'x' ? pattern : down[row] === 'o' ? second : ground)),
    )
    return [...empty, ...knitted]
  })
}

/** One stroke for each run of a colour in a row. */
function runsOf(rows: readonly number[][], place: number): string {
  let d = ''
  rows.forEach((row, y) => {
    for (let from = 0; from < row.length; from++) {
      if (row[from] !== place) continue
      let to = from
      while (row[to] === place) to++
      d += `M${from} ${y}.5H${to}`
      from = to
    }
  })
  return d
}

function lines(count: number, every: number, one: (at: number) => string): string {
  return Array.from({ length: Math.floor(count / every) + 1 }, (_, at) => one(at * every)).join('')
}

/** Whether a drawing is knitted from a chart at all: a plate of lopi is not. */
export const hasChart = (spec: string): boolean => (decode(spec)?.bands.length ?? 0) > 0

/** How large a drawing's chart is when it is shown as it comes. */
export function chartSize(spec: string): { readonly width: number; readonly height: number } {
  const drawing = decode(spec)
  return sizeOf(drawing ? chartRows(drawing).length : 0)
}

const sizeOf = (rows: number) => ({
  width: 2 * (columns * cell.width + margin.right),
  height: 2 * (rows * cell.height + margin.bottom),
})

/**
 * The drawing's chart as knitters read it: a square for each stitch, counted from the right and from below.
 * Throws for a text that is no drawing or has no chart.
 */
export function renderChart(of: string | Drawing): string {
  const drawing = typeof of === 'string' ? decode(of) : of
  if (!drawing?.bands.length) throw new TypeError('no chart')
  const rows = chartRows(drawing)
  const [width, height] = [columns * cell.width, rows.length * cell.height]
  const inks = drawing.palette.map((name, place) => {
    const d = runsOf(rows, place)
    return d ? tag('path', { d, stroke: wools[name].hex }) : ''
  })
  const grid = (every: number) =>
    lines(columns, every, (x) => `M${(columns - x) * cell.width} 0V${height}`) +
    lines(rows.length, every, (y) => `M0 ${height - y * cell.height}H${width}`)
  const numbers =
    lines(rows.length, 5, (at) => (at ? tag('text', { x: width + 6, y: height - (at - 0.5) * cell.height + 3 }, String(at)) : '')) +
    lines(columns, 5, (at) =>
      at ? tag('text', { x: width - (at - 0.5) * cell.width, y: height + 14, 'text-anchor': 'middle' }, String(at)) : '',
    )
  const size = sizeOf(rows.length)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${size.width / 2 + 1} ${size.height / 2 + 1}" width="${size.width}" height="${size.height}">` +
    tag('g', { transform: `scale(${cell.width} ${cell.height})`, 'stroke-width': 1.02 }, inks.join('')) +
    tag(
      'g',
      { fill: 'none', stroke: '#6d645b' },
      tag('path', { d: grid(1), 'stroke-width': 0.5, opacity: 0.55 }) + tag('path', { d: grid(5), 'stroke-width': 0.9, opacity: 0.8 }),
    ) +
    tag('g', { 'font-family': 'ui-sans-serif,system-ui,sans-serif', 'font-size': 8.5, fill: '#857a6f' }, numbers) +
    '</svg>'
  )
}
