import type pg from 'pg'

// What a row costs most is its places in the indexes and what the triggers do about it. A large fill does both at once,
// at its end. All of it is one transaction: cut short, the tables are as they were, indexes and triggers with them.

type Named = { name: string; definition: string }

const secondary = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE i.indrelid IN ('product'::regclass, 'variant'::regclass)
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`

const foreign = `
  SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE contype = 'f' AND conrelid = 'variant'::regclass`

/** Lifts the indexes and triggers of products and variants; the answer puts the same ones back. In a transaction only. */
export async function liftIndexes(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: indexes } = await client.query<Named>(secondary)
  const { rows: keys } = await client.query<Named>(foreign)
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  for (const { name } of keys) await client.query(`ALTER TABLE variant DROP CONSTRAINT "${name}"`)
  await client.query('ALTER TABLE product DISABLE TRIGGER USER')
  await client.query('ALTER TABLE variant DISABLE TRIGGER USER')
  return async () => {
    await client.query("SET LOCAL maintenance_work_mem = '512MB'")
    for (const { definition } of indexes) await client.query(definition)
    for (const { name, definition } of keys) await client.query(`ALTER TABLE variant ADD CONSTRAINT "${name}" ${definition}`)
    await client.query('ALTER TABLE product ENABLE TRIGGER USER')
    await client.query('ALTER TABLE variant ENABLE TRIGGER USER')
  }
}
