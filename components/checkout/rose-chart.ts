// The eight-petalled rose of Icelandic knitting as a chart of stitches, cut to a round patch.

export const columns = 21
export const rows = 21
/** Width and height of a stitch in the drawing; a stitch reaches half its height into the row below. */
export const stitch = { width: 11, height: 10 }

const middle = 10

/** Eight petals, each a slanted block of sixteen stitches beside an axis or a diagonal. */
function isPetal(x: number, y: number): boolean {
  const [near, far] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))]
  return near >= 1 && near <= 4 && far > near && far <= near + 4
}

/** The four small stars between the petals' tips, and the heart of the flower. */
function isSpeck(x: number, y: number): boolean {
  const [a, b] = [Math.abs(x), Math.abs(y)]
  return (a === 0 && b === 0) || (a === 7 && b === 7) || (a === 0 && b === 9) || (a === 9 && b === 0)
}

const isPatch = (x: number, y: number) => (x * stitch.width) ** 2 + (y * stitch.height) ** 2 <= 113 ** 2

/** One V: two slanted legs with a hair between them. */
function leg(column: number, row: number): string {
  const x = (column + 0.5) * stitch.width
  const y = row * stitch.height
  return `M${x - 0.3} ${y + 6.2}l-4.9-5.6v8.4l4.9 5.6zM${x + 0.3} ${y + 6.2}l4.9-5.6v8.4l-4.9 5.6z`
}

export type ChartRow = { readonly ground: string; readonly motif: string }

/** The rows as paths, the top one first. */
export const rose: readonly ChartRow[] = Array.from({ length: rows }, (_, row) => {
  const cells = Array.from({ length: columns }, (_, column) => ({ column, x: column - middle, y: row - middle })).filter(({ x, y }) =>
    isPatch(x, y),
  )
  const path = (wanted: boolean) =>
    cells
      .filter(({ x, y }) => (isPetal(x, y) || isSpeck(x, y)) === wanted)
      .map(({ column }) => leg(column, row))
      .join('')
  return { ground: path(false), motif: path(true) }
})
