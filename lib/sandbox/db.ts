import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { schema } from './schema'

// The sandbox has a connection and a Postgres schema of its own: it can live in another cluster than the shop.
type Kept = { url: string; pool: Pool; ready?: Promise<void> }
const kept = globalThis as { sandboxDb?: Kept }

function connection(): Kept {
  const url = env().sandboxDatabaseUrl
  if (kept.sandboxDb?.url === url) return kept.sandboxDb
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 })
  pool.on('error', (err) => log.warn({ err }, 'sandbox: an idle database connection broke'))
  return (kept.sandboxDb = { url, pool })
}

async function migrated(): Promise<Pool> {
  const own = connection()
  own.ready ??= migrate(own.pool).catch((error: unknown) => {
    own.ready = undefined
    throw error
  })
  await own.ready
  return own.pool
}

/** Several instances may start at once: one creates the tables, the others wait and find them. */
async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('sandbox.schema'))`)
    await client.query(schema)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** What runs one statement: the pool, or the transaction one is in. */
export type Sql = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function rows<T>(found: QueryResultRow[]): T[] {
  return found.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T)
}

const on =
  (runner: Pool | PoolClient): Sql =>
  async <T extends object>(text: string, values: readonly unknown[] = []) =>
    rows<T>((await runner.query(text, [...values])).rows)

export const sql: Sql = async (text, values) => on(await migrated())(text, values)

export async function transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await (await migrated()).connect()
  try {
    await client.query('begin')
    const result = await work(on(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** For scripts and tests that must end. */
export async function closeSandboxDb(): Promise<void> {
  const own = kept.sandboxDb
  kept.sandboxDb = undefined
  await own?.pool.end()
}
