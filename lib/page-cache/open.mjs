// The pages this process keeps and what it knows of their changes, the same for Next's handler and for what answers
// before Next.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { Changes } from './changes.mjs'
import { PageStore } from './store.mjs'

const megabyte = 1024 * 1024

/** Says the same complaint once a minute at most: a database that is away would be told of every second. */
function complainer() {
  const log = pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
  const saidAt = new Map()
  return (error) => {
    const { message = String(error), code } = error
    if (performance.now() - (saidAt.get(message) ?? -Infinity) < 60_000) return
    saidAt.set(message, performance.now())
    log.warn({ event: 'page_cache.trouble', code, message })
  }
}

/** The folder of this build's pages; those of builds before it are of no more use. */
function folderOf(serverDistDir) {
  const all = path.join(serverDistDir, '../cache/pages')
  const build = readFileSync(path.join(serverDistDir, '../BUILD_ID'), 'utf8')
  try {
    for (const other of readdirSync(all)) if (other !== build) rmSync(path.join(all, other), { recursive: true, force: true })
  } catch {
    // There is none yet, or it cannot be written: then the store will say so.
  }
  return path.join(all, build)
}

function open(serverDistDir) {
  const tell = complainer()
  const { DATABASE_URL, PAGE_CACHE_MB } = process.env
  const waitMs = 2_000
  const limits = { max: 1, connectionTimeoutMillis: waitMs, query_timeout: waitMs, idleTimeoutMillis: 30_000, allowExitOnIdle: true }
  const pool = new pg.Pool({ connectionString: DATABASE_URL, ...limits })
  pool.on('error', tell)
  const { hostname, pathname } = new URL(DATABASE_URL)
  return {
    query: (sql, values) => pool.query(sql, values),
    changes: new Changes((sql, values) => pool.query(sql, values), hostname + pathname, tell),
    store: new PageStore({
      folder: folderOf(serverDistDir),
      // As Next needs them: their markup and their data, unpacked. What goes out is kept in lib/front.
      memoryBytes: 16 * megabyte,
      diskBytes: Number(PAGE_CACHE_MB || 512) * megabyte,
      tell,
    }),
  }
}

let shared

/** @param {string} serverDistDir the `server` folder of the build */
export const opened = (serverDistDir) => (shared ??= open(serverDistDir))
