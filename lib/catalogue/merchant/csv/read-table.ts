// A file as spreadsheets write it: UTF-8 with or without a byte order mark, commas, semicolons or tabs.
import { CsvError, parse } from 'csv-parse/sync'
import { fromCsvCell } from '@/lib/csv'
import { columns, optional, type Column, type LineError } from './columns'

export const caps = { bytes: 4 * 1024 * 1024, lines: 5_000 }

export type Line = { readonly line: number; readonly cells: Readonly<Record<Column, string>> }
export type Table = { readonly lines: readonly Line[]; readonly errors: readonly LineError[] }

const nothingSaid = Object.fromEntries(optional.map((column) => [column, '']))
const separators = [',', ';', '\t'] as const
const whole = (line: number, problem: string): Table => ({ lines: [], errors: [{ line, column: '', problem }] })

/** The text, or the line where it is no UTF-8 any more. */
function decoded(bytes: Uint8Array): string | number {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? text.slice(0, text.indexOf('\0')).split('\n').length : text
  } catch {
    // What can't be read is replaced by U+FFFD, which no shop writes itself.
    return new TextDecoder().decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1
  }
}

const headOf = (text: string, separator: string) =>
  (text.split(/\r?\n|\r/, 1)[0] ?? '').split(separator).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  )
const known = (name: string): name is Column => (columns as readonly string[]).includes(name)

export function readTable(bytes: Uint8Array): Table {
  const text = decoded(bytes)
  if (typeof text === 'number') return whole(text, 'encoding')
  if (!text.trim()) return whole(1, 'empty')
  const [separator] = separators.toSorted((a, b) => headOf(text, b).filter(known).length - headOf(text, a).filter(known).length)
  const head = headOf(text, separator ?? ',')
  const errors = headErrors(head)
  return errors.length ? { lines: [], errors } : readLines(text, separator ?? ',', head)
}

function headErrors(head: readonly string[]): LineError[] {
  const missing = columns
    .filter((column) => !head.includes(column) && !optional.includes(column))
    .map((column): LineError => ({ line: 1, column, problem: 'column_missing' }))
  const strange = head.some((name, at) => name && (!known(name) || head.indexOf(name) !== at))
  return [...missing, ...(strange ? [{ line: 1, column: '' as const, problem: 'column_strange' }] : [])]
}

function readLines(text: string, delimiter: string, head: readonly string[]): Table {
  const lines: Line[] = []
  const errors: LineError[] = []
  try {
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      record_delimiter: '\n',
      from: 2,
      relax_column_count: true,
      info: true,
      max_record_size: 20_000,
    }) as unknown as Parsed[]
    for (const { record, info } of records) {
      if (record.every((cell) => !cell.trim())) continue
      // A text of several lines ends further down than it begins.
      const line = info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      if (record.length !== head.length) errors.push({ line, column: '', problem: 'columns' })
      else
        lines.push({
          line,
          cells: { ...nothingSaid, ...Object.fromEntries(head.map((name, at) => [name, fromCsvCell(record[at] ?? '')])) } as Record<
            Column,
            string
          >,
        })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return whole(lineOfOpenQuote(text), 'quotes')
    return whole(typeof error.lines === 'number' ? error.lines : 1, error.code === 'CSV_MAX_RECORD_SIZE' ? 'long' : 'quotes')
  }
  if (lines.length > caps.lines) return whole(lines[caps.lines]?.line ?? 1, 'too_many')
  return lines.length || errors.length ? { lines, errors } : whole(1, 'empty')
}

/** The parser names the end of the file; what helps is where the quote stands that was never closed. */
function lineOfOpenQuote(text: string): number {
  const parts = text.split('"')
  // The quote that opened last is the one before the last part, when all before it are pairs.
  return parts
    .slice(0, -1)
    .join('"')
    .split(/\r\n|\r|\n/).length
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }
