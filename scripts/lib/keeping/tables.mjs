// What of a database is kept, read from the database itself.

/** Prisma writes its own anew with the migrations. What changed of pages is told in numbers of transactions, which mean nothing elsewhere. */
const notKept = ['_prisma_migrations', 'page_change']

/**
 * @typedef {{ name: string, columns: string[] }} Table its quoted name with the schema, and the quoted columns that are data
 * @typedef {{ name: string, value: string, called: boolean }} Sequence
 */

/** The tables of the shop and the sandbox, each after those it refers to. Returns {@link Table}s. */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.oid::int, format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT json_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       ARRAY(SELECT f.confrelid::int FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS after
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'sandbox') AND c.relkind = 'r' AND NOT (n.nspname = 'public' AND c.relname = ANY ($1)) ORDER BY name`,
    [notKept],
  )
  return inOrder(rows)
}

function inOrder(tables) {
  const ordered = []
  const placed = new Set()
  const known = new Set(tables.map(({ oid }) => oid))
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ oid, after }) => !placed.has(oid) && after.every((one) => placed.has(one) || !known.has(one)))
    if (!ready.length) throw new Error('some tables refer to each other in a circle, and so can be filled in no order')
    for (const { oid, name, columns } of ready) {
      ordered.push({ name, columns })
      placed.add(oid)
    }
  }
  return ordered
}

/** Where the counters of ids stand. Returns {@link Sequence}s. */
export async function sequencesOf(client) {
  const { rows: names } = await client.query(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname IN ('public', 'sandbox') ORDER BY name`,
  )
  const sequences = []
  for (const { name } of names) {
    const { rows } = await client.query(`SELECT last_value::text AS value, is_called AS called FROM ${name}`)
    sequences.push({ name, ...rows[0] })
  }
  return sequences
}

/** The names of the migrations a database has, in their order; none where it is no database of the shop. */
export async function migrationsOf(client) {
  const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there`)
  if (!rows[0].there) return []
  const { rows: done } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  )
  return done.map(({ name }) => name)
}

export const quoted = (name) => `"${name.replaceAll('"', '""')}"`
