import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v' }

/** A value as COPY's text format has it, whatever stands in it. */
const field = (value: string | number | bigint | null): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r\b\f\v]/g, (letter) => escapes[letter] ?? letter)

export type CopyRow = readonly (string | number | bigint | null)[]

/** Streams rows into a table, no more in memory than the connection has not taken yet. Table and columns are ours. */
export async function copyInto(client: pg.Client, target: string, rows: Iterable<CopyRow>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`))
  const done = finished(stream)
  // An error of the database ends the stream while rows are still written: then `done` tells.
  done.catch(() => undefined)
  let lines = ''
  for (const row of rows) {
    lines += `${row.map(field).join('\t')}\n`
    if (lines.length < 1 << 16) continue
    if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), done])
    lines = ''
  }
  stream.end(lines)
  await done
}
