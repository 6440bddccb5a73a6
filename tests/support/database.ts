// A database of one test file's own, on the cluster of DATABASE_URL, with every migration applied.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { applyMigrations } from '@/scripts/lib/schema-engine.mjs'

export type Scratch = { readonly url: string; readonly client: pg.Client; drop(): Promise<void> }

async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** `empty`: without any table. */
export async function scratchDatabase({ empty = false }: { empty?: boolean } = {}): Promise<Scratch> {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  await onCluster(`CREATE DATABASE ${name}`)
  const url = Object.assign(new URL(process.env.DATABASE_URL ?? ''), { pathname: `/${name}` }).href
  if (!empty) await applyMigrations(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    url,
    client,
    async drop() {
      await client.end()
      await onCluster(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
