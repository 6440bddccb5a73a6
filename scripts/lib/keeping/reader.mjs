// Reads a backup: its first line, and then statement by statement with the rows of each COPY.
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Halt } from '../say.mjs'
import { format } from './backup.mjs'

const broken = (file) =>
  new Halt(`${file} is not a whole backup of a shop.`, 'It was cut short or changed, or is something else. Nothing was changed.')

/** Bytes between line feeds. Not readline: it also breaks at signs that may stand in somebody's text. */
async function* linesOf(file) {
  const unzipped = createGunzip()
  // What goes wrong while reading arrives at whoever reads `unzipped`.
  pipeline(createReadStream(file), unzipped, () => {})
  let rest = Buffer.alloc(0)
  for await (const chunk of unzipped) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, at + 1)
      from = at + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length) yield rest
}

function parse(line) {
  try {
    const value = JSON.parse(line.replace(/^-- /, ''))
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

/** What the first line says: when it was made, with which migrations, and of which tables. */
export async function headOf(file) {
  try {
    for await (const line of linesOf(file)) {
      const head = parse(line.toString())
      if (head?.format === format && Array.isArray(head.migrations) && Array.isArray(head.tables)) return head
      break
    }
  } catch (error) {
    if (error.code === 'ENOENT') throw new Halt(`There is no file ${file}.`)
    if (!String(error.code).startsWith('Z_')) throw error
  }
  throw broken(file)
}

const statement = /^(COPY ("?[\w$]+"?\."?[\w$]+"?) \(.+\) FROM stdin;|SELECT pg_catalog\.setval\('[\w$."]+', \d+, (?:true|false)\);)$/

/**
 * Walks through the file: `copy` gets each COPY statement with its rows, in pieces of whole lines, and answers how many
 * were taken; `run` gets any other statement. Throws unless everything is there that was written.
 */
export async function walk(file, { copy, run }) {
  const lines = linesOf(file)
  const counts = {}
  let ended
  try {
    await lines.next()
    for (;;) {
      const { value, done } = await lines.next()
      if (done) break
      const line = value.toString().trimEnd()
      const end = line.startsWith('-- ') ? parse(line) : null
      if (end?.end) {
        ended = end
        continue
      }
      const [, whole, table] = statement.exec(line) ?? []
      if (!whole || ended) throw broken(file)
      if (table) counts[table] = await copy(whole.slice(0, -1), rowsUntilEnd(lines))
      else await run(whole)
    }
  } catch (error) {
    if (String(error.code).startsWith('Z_')) throw broken(file)
    throw error
  }
  const same = ended && JSON.stringify(Object.entries(ended.counts).sort()) === JSON.stringify(Object.entries(counts).sort())
  if (!same) throw broken(file)
  return counts
}

const pieceBytes = 64 * 1024

async function* rowsUntilEnd(lines) {
  let piece = []
  let size = 0
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw Object.assign(new Error('the file ends in the middle of a table'), { code: 'Z_CUT' })
    if (value.length === 3 && value.toString() === '\\.\n') break
    piece.push(value)
    size += value.length
    if (size < pieceBytes) continue
    yield Buffer.concat(piece)
    piece = []
    size = 0
  }
  if (piece.length) yield Buffer.concat(piece)
}

/** Reads all of it and believes none of it: throws unless it is whole. */
export const check = (file) =>
  walk(file, {
    run() {},
    async copy(_, rows) {
      let count = 0
      // A line feed inside a row is written as a backslash and an n.
      for await (const piece of rows) for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count++
      return count
    },
  })
