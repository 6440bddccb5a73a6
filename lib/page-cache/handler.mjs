// Next's `cacheHandler`: where the server keeps finished pages, and when one is still right. Next loads this file as
// it is, beside the bundle, so it is plain JavaScript and reads its own settings.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import nextsOwn from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import pg from 'pg'
import pino from 'pino'
import { Changes } from './changes.mjs'
import { momentOf } from './moment.mjs'
import { PageStore } from './store.mjs'

// Next also bundles this file into the proxy, where a module of CommonJS looks otherwise.
const FileSystemCache = nextsOwn.default ?? nextsOwn
const tagsHeader = 'x-next-cache-tags'
const megabyte = 1024 * 1024
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'

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
      memoryBytes: 64 * megabyte,
      diskBytes: Number(PAGE_CACHE_MB || 512) * megabyte,
      tell,
    }),
  }
}

// Next makes a handler for each request; what they know is one.
let opened
const shared = (serverDistDir) => (opened ??= open(serverDistDir))

export default class PageCacheHandler {
  constructor(context) {
    this.serverDistDir = context.serverDistDir
    // Holds the pages made at build, which show nothing of the database.
    this.fromBuild = new FileSystemCache(context)
  }

  get #shared() {
    return shared(this.serverDistDir)
  }

  async get(key, context) {
    if (isBuild) return this.fromBuild.get(key, context)
    if (context.kind === 'FETCH') return null
    const { store, changes } = this.#shared
    const kept = await store.get(key)
    if (!kept) return this.fromBuild.get(key, context)
    await changes.current()
    if (changes.isFresh(kept.moment, kept.tags)) return kept.page
    // Made anew before it is shown; only this instance's copy goes.
    await store.drop(key)
    return null
  }

  async set(key, value, context) {
    if (isBuild) return this.fromBuild.set(key, value, context)
    const tags = value?.headers?.[tagsHeader]
    // Only whole pages that say when they were read: not what is missing, so that made-up addresses fill no disk.
    if (value?.kind !== 'APP_PAGE' || (value.status ?? 200) !== 200 || typeof tags !== 'string') return
    const { store, changes } = this.#shared
    await changes.current()
    const { moment, shown } = momentOf(tags.split(','))
    if (!moment || !changes.world) return
    const page = { value, lastModified: Date.now(), cacheControl: context.cacheControl }
    await store.put(key, { page, moment: { ...moment, world: changes.world }, tags: shown })
  }

  /** revalidateTag and revalidatePath, for every instance. */
  async revalidateTag(tags) {
    if (isBuild) return
    await this.#shared.query('INSERT INTO page_change (tag) SELECT unnest($1::text[])', [[tags].flat()])
  }

  resetRequestCache() {}
}
