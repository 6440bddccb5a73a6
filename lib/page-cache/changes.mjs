// What this instance knows of what changed: a map from each thing pages show to the last transaction that changed
// it, read from page_change. Transactions commit in another order than they begin, so a page is judged by the
// oldest transaction that was still open when its reading began: whatever that one or a later one changed, it may
// not have seen. docs/decisions/009-prerendered-pages.md
import { createHash } from 'node:crypto'

/** How long knowledge is good for, milliseconds: the staleness bound, but for the question's own time. */
export const goodForMs = 1_000

/** No page is kept longer than this, seconds; lines of page_change are kept twice as long. */
export const oldestPage = 24 * 60 * 60

const afreshMs = 60 * 60 * 1_000

const question = `
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, extract(epoch FROM now())::float8 AS now,
    concat_ws('/', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
      (SELECT oid FROM pg_database WHERE datname = current_database())) AS cluster,
    (SELECT coalesce(json_agg(json_build_array(tag, xid::text)), '[]') FROM
      (SELECT DISTINCT ON (tag) tag, xid FROM page_change WHERE xid >= $1::xid8 ORDER BY tag, xid DESC) AS last) AS changes`

// An array, since IN may be planned as a join that makes the list, and its limit, afresh for every row.
const prune = `
  DELETE FROM page_change WHERE id = ANY (ARRAY
    (SELECT id FROM page_change WHERE at < now() - make_interval(secs => $1) ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED))`

const pruneAtOnce = 10_000

/** @typedef {{ world: string, horizon: bigint, madeAt: number }} Moment when, and in which database, a page was read */

export class Changes {
  #known = { world: '', horizon: 0n, now: 0, last: new Map() }
  #askedAt = -Infinity
  #afreshAt = -Infinity
  #asking = null

  /**
   * @param {(sql: string, values: unknown[]) => Promise<{ rows: any[], rowCount: number | null }>} query
   * @param {string} place the database's address: of two copies of one cluster each counts its own transactions
   * @param {(error: unknown) => void} tell hears of questions that failed
   * @param {number} [askAgainMs]
   */
  constructor(query, place, tell, askAgainMs = goodForMs) {
    this.query = query
    this.place = place
    this.tell = tell
    this.askAgainMs = askAgainMs
  }

  /** Resolves once what is known is good enough, or cannot be had. */
  async current() {
    if (performance.now() - this.#askedAt < this.askAgainMs) return
    await (this.#asking ??= this.#ask().finally(() => (this.#asking = null)))
  }

  async #ask() {
    const askedAt = performance.now()
    try {
      const afresh = askedAt - this.#afreshAt > afreshMs
      await this.#learn(afresh ? null : this.#known)
      if (afresh) {
        this.#afreshAt = askedAt
        void this.#prune()
      }
    } catch (error) {
      // The pages stay readable by what was known, even while the database is away; nothing can be bought then.
      this.tell(error)
    }
    this.#askedAt = askedAt
  }

  /** Adds to what was known; or, when that is of another database, or nothing, begins afresh. */
  async #learn(before) {
    const { rows } = await this.query(question, [String(before?.horizon ?? 0n)])
    const [{ horizon, now, cluster, changes }] = rows
    const world = createHash('sha256').update(`${this.place}/${cluster}`).digest('hex').slice(0, 16)
    if (before && before.world !== world) return this.#learn(null)
    const last = before?.last ?? new Map()
    for (const [tag, xid] of changes) if (BigInt(xid) > (last.get(tag) ?? -1n)) last.set(tag, BigInt(xid))
    this.#known = { world, horizon: BigInt(horizon), now, last }
  }

  async #prune() {
    try {
      while ((await this.query(prune, [2 * oldestPage, pruneAtOnce])).rowCount === pruneAtOnce);
    } catch (error) {
      this.tell(error)
    }
  }

  /** In which database's counting of transactions this instance lives; empty before the first answer. */
  get world() {
    return this.#known.world
  }

  /**
   * Whether nothing of that was changed since then.
   * @param {Moment} moment
   * @param {readonly string[]} tags
   */
  isFresh({ world, horizon, madeAt }, tags) {
    const known = this.#known
    if (!known.world || known.world !== world || known.now - madeAt > oldestPage) return false
    return [...tags, 'everything'].every((tag) => (known.last.get(tag) ?? -1n) < horizon)
  }
}
