// The part of every start that reads the shop's own code: checks the environment, migrates, seeds.
// Talks to the script that started it (scripts/lib/prepare.mjs) in messages.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { EnvError, readEnv } from '../lib/env'
import { demoAccounts } from '../prisma/seed/users'
import { seed } from '../prisma/seed/index'
import { applyMigrations } from './lib/schema-engine.mjs'

const { values: options } = parseArgs({ options: { seed: { type: 'boolean' }, products: { type: 'string' } } })
const tell = (message: Record<string, unknown>) => process.send?.(message)

class Unanswered extends Error {}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    return client
  } catch (error) {
    const { hostname, port, pathname } = new URL(databaseUrl)
    const { message, code = '' } = error as Error & { code?: string }
    // PostgreSQL's own codes have five characters: it is there, but not for us.
    const what = code.length === 5 ? 'refuses the shop' : 'does not answer'
    throw new Unanswered(`The database "${pathname.slice(1)}" at ${hostname}:${port || 5432} ${what}: ${message || code}.`)
  }
}

async function prepareDatabase(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl)
  // Instances that start together do this one after the other.
  await client.query("SELECT pg_advisory_lock(hashtext('prepare the shop'))")
  const applied = await applyMigrations(databaseUrl)
  if (applied.length) tell({ progress: `Migrated the database by ${applied.length === 1 ? applied[0] : `${applied.length} migrations`}` })
  const { rowCount: products } = await client.query('SELECT 1 FROM product LIMIT 1')
  if (options.seed || !products) {
    const wanted = options.products === undefined ? undefined : Number(options.products)
    tell({ progress: 'Filling the shelves …' })
    await seed({ databaseUrl, products: wanted, log: (text: string) => tell({ progress: text }) })
  }
  await client.end()
}

try {
  const { appUrl, everyModeIsSandbox, databaseUrl, modes } = readEnv(process.env)
  tell({ checked: { appUrl, everyModeIsSandbox, modes }, accounts: everyModeIsSandbox ? demoAccounts : [] })
  await prepareDatabase(databaseUrl)
} catch (error) {
  if (error instanceof EnvError) {
    tell({ halt: { what: error.message, wayOut: '.env.example names every variable and what it is for.' } })
  } else if (error instanceof Unanswered) {
    tell({
      halt: { what: error.message, wayOut: 'Start it, or correct DATABASE_URL, or unset it: then the shop runs a PostgreSQL of its own.' },
    })
  } else {
    console.error(error)
  }
  process.exitCode = 1
}
// The schema engine leaves a timer of ten seconds behind; what was told must still arrive.
if (process.send) process.send({ over: true }, () => process.exit())
