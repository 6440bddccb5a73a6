// A backup into a database that is empty, or, when that is said, in the place of one that is not: then beside it first,
// so that what was there is there until the last row is in, and afterwards under another name.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Halt } from '../say.mjs'
import { applyMigrations, migrationNames } from '../schema-engine.mjs'
import { check, headOf, walk } from './reader.mjs'
import { quoted, tablesOf } from './tables.mjs'

/** `sandboxSchema`: the tables of the sandbox, which no migration makes. Answers what was put back, and where the old data is. */
export async function restore(databaseUrl, file, { force = false, sandboxSchema }) {
  const head = await headOf(file)
  const unknown = head.migrations.filter((name) => !migrationNames().includes(name))
  if (unknown.length) {
    throw new Halt(
      `${file} was made by a newer shop than this one.`,
      `It knows the migration ${unknown[0]}, which is not here. Nothing was changed.`,
    )
  }
  await check(file)
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
  if (await isEmpty(databaseUrl)) {
    const counts = await fill(databaseUrl, file, head, sandboxSchema).catch(async (error) => {
      await emptyAgain(databaseUrl)
      throw error
    })
    return { head, counts, before: null }
  }
  if (!force) {
    throw new Halt(
      `The database "${name}" holds a shop already.`,
      'Add --force to put the backup in its place; the data that is there now is kept under another name.',
    )
  }
  return { head, ...(await instead(databaseUrl, name, () => fill(beside(databaseUrl, draftOf(name)), file, head, sandboxSchema))) }
}

const draftOf = (name) => `${name}_restoring`
export const beforeOf = (name) => `${name}_before_restore`
const beside = (databaseUrl, name) => Object.assign(new URL(databaseUrl), { pathname: `/${encodeURIComponent(name)}` }).href

async function on(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const isEmpty = (databaseUrl) =>
  on(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') LIMIT 1",
    )
    return rowCount === 0
  })

const emptyAgain = (databaseUrl) =>
  on(databaseUrl, (client) => client.query('DROP SCHEMA IF EXISTS sandbox CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public'))

/** Whether a connection stays open there for longer than one needs to close. */
async function isInUse(client, name) {
  for (let tries = 0; tries < 50; tries++) {
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' LIMIT 1",
      [name],
    )
    if (!rowCount) return false
    await sleep(100)
  }
  return true
}

async function instead(databaseUrl, name, fillDraft) {
  const [draft, before] = [quoted(draftOf(name)), quoted(beforeOf(name))]
  return on(beside(databaseUrl, 'postgres'), async (client) => {
    if (await isInUse(client, name))
      throw new Halt(`Somebody works in the database "${name}".`, 'Stop the shop, every instance of it, then restore again.')
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    try {
      await client.query(`CREATE DATABASE ${draft}`)
      const counts = await fillDraft()
      await client.query(`DROP DATABASE IF EXISTS ${before}`)
      await client.query(
        `BEGIN; ALTER DATABASE ${quoted(name)} RENAME TO ${before}; ALTER DATABASE ${draft} RENAME TO ${quoted(name)}; COMMIT`,
      )
      return { counts, before: beforeOf(name) }
    } catch (error) {
      await client.query('ROLLBACK')
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
      if (error.code !== '42501') throw error
      throw new Halt(
        `This user may not make a database beside "${name}" (${error.message}).`,
        'Make an empty one, name it in DATABASE_URL, and restore into that.',
      )
    }
  })
}

/** The tables as they were when the backup was made, its rows, and then the migrations since. */
async function fill(databaseUrl, file, head, sandboxSchema) {
  await applyMigrations(databaseUrl, head.migrations)
  const counts = await on(databaseUrl, async (client) => {
    if (head.tables.some((table) => table.startsWith('sandbox.'))) await client.query(sandboxSchema)
    const tables = await tablesOf(client)
    await client.query('BEGIN')
    // The rows are as the triggers left them. Foreign keys and CHECKs stay on: the backup must hold true by itself.
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
    const counts = await walk(file, {
      run: (statement) => client.query(statement),
      async copy(statement, rows) {
        const into = client.query(copyFrom(`${statement.replace(/ FROM stdin$/, '')} FROM STDIN`))
        await pipeline(Readable.from(rows, { objectMode: false }), into)
        return into.rowCount
      },
    })
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
    await client.query('COMMIT')
    return counts
  })
  await applyMigrations(databaseUrl)
  // Pages that were kept are of another past.
  await on(databaseUrl, (client) => client.query("INSERT INTO page_change (tag) VALUES ('everything'); ANALYZE"))
  return counts
}
