// Files for spreadsheets, which take a cell that begins like a formula for one: the shopper's name could be
// =HYPERLINK(…). Such a cell gets an apostrophe before it, which a spreadsheet shows as text. RFC 4180 otherwise.

export type Cell = string | number | Date | null | undefined

const likeFormula = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  const text = likeFormula.test(value) ? `'${value}` : value
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The text of a cell as it was before `csvCell` kept a spreadsheet from taking it for a formula. */
export const fromCsvCell = (text: string): string => (text.startsWith("'") && likeFormula.test(text.slice(1)) ? text.slice(1) : text)

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

// Without it Excel reads UTF-8 as something else, and Icelandic names suffer.
const byteOrderMark = '\ufeff'

/** How many lines a file will have, as far as is known beforehand: who reads it can tell how much is left. */
const linesHeader = 'x-lines'

/** A download, written while it is read: a batch of lines is fetched when the one before has left. */
export function csvResponse(name: string, head: readonly string[], batches: AsyncIterator<readonly (readonly Cell[])[], void>, lines?: number): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(byteOrderMark + csvLine(head))),
    async pull(stream) {
      const next = await batches.next()
      if (next.done) stream.close()
      else stream.enqueue(encoder.encode(next.value.map(csvLine).join('')))
    },
    async cancel() {
      await batches.return?.()
    },
  })
  const disposition = `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`
  const known = lines === undefined ? undefined : { [linesHeader]: String(lines) }
  return new Response(body, { headers: { ...known, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition, 'cache-control': 'private, no-store' } })
}
