// One consistent copy of the data, made while the shop runs: a gzipped script of SQL, as pg_dump writes them, that holds
// rows and no tables. The tables come from the migrations, so the copy fits any later PostgreSQL and any later shop.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Halt } from '../say.mjs'
import { migrationsOf, sequencesOf, tablesOf } from './tables.mjs'

export const format = 1

/** Writes `file`, and answers with what it holds. Cut short it leaves nothing behind by that name. */
export async function backUp(databaseUrl, file) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const draft = `${file}.${process.pid}.part`
  try {
    // One moment for all tables, whatever is sold meanwhile.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const migrations = await migrationsOf(client)
    if (!migrations.length)
      throw new Halt('There is no shop in this database.', 'Is DATABASE_URL the right one? npm start makes a new shop.')
    const kept = await write(client, draft, migrations)
    await client.query('COMMIT')
    await rename(draft, file)
    return kept
  } finally {
    await client.end()
    await rm(draft, { force: true })
  }
}

async function write(client, draft, migrations) {
  await client.query("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'")
  const { rows } = await client.query('SELECT clock_timestamp() AS at, current_setting($1) AS postgres', ['server_version'])
  const tables = await tablesOf(client)
  const sequences = await sequencesOf(client)
  const out = createGzip()
  // It holds names and addresses: nobody else's to read.
  const written = pipeline(out, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
  const say = (line) => new Promise((resolve, reject) => out.write(`${line}\n`, (error) => (error ? reject(error) : resolve())))
  const fill = async () => {
    const counts = {}
    await say(
      `-- ${JSON.stringify({ format, at: rows[0].at, postgres: rows[0].postgres, migrations, tables: tables.map(({ name }) => name) })}`,
    )
    for (const { name, columns } of tables) {
      const copy = `COPY ${name} (${columns.join(', ')})`
      await say(`${copy} FROM stdin;`)
      const lines = client.query(copyTo(`${copy} TO STDOUT`))
      for await (const chunk of lines) if (!out.write(chunk)) await once(out, 'drain')
      await say('\\.')
      counts[name] = lines.rowCount
    }
    for (const { name, value, called } of sequences)
      await say(`SELECT pg_catalog.setval('${name.replaceAll("'", "''")}', ${value}, ${called});`)
    await say(`-- ${JSON.stringify({ end: true, counts })}`)
    out.end()
    return counts
  }
  const [counts] = await Promise.all([fill(), written])
  const handle = await open(draft)
  await handle.sync()
  await handle.close()
  return { migrations, counts, rows: Object.values(counts).reduce((sum, n) => sum + n, 0) }
}
