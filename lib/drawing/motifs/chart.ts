/**
 * A knit chart as it is read: the first row is the one nearest the neck (or the top), `.` is the ground,
 * `x` the pattern colour, `o` the second colour. One repeat; the fabric turns it into rounds.
 */
export type Chart = {
  /** Two letters that name it in a drawing's address. Never reused. */
  readonly code: string
  readonly rows: readonly string[]
  /** The column that stands on the garment's middle line. */
  readonly centre: number
}

export function chart(code: string, picture: string, centre?: number): Chart {
  const rows = picture
    .trim()
    .split('\n')
    .map((row) => row.trim())
  const width = rows[0]?.length ?? 0
  return { code, rows, centre: centre ?? Math.floor((width - 1) / 2) }
}

export const chartWidth = (of: Chart): number => of.rows[0]?.length ?? 0
export const chartHeight = (of: Chart): number => of.rows.length

/** The column `offset` stitches to the right of the middle, from the top down. */
export function column(of: Chart, offset: number): string {
  const width = chartWidth(of)
  const at = (((of.centre + offset) % width) + width) % width
  return of.rows.map((row) => row[at]).join('')
}
