// Prisma's own schema engine in its WASM build, so that migrations are made and applied
// without downloading a binary (docs/decisions/001-migrations-without-a-download.md).
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const root = path.resolve(import.meta.dirname, '../..')
// The engine reports its panics through this global.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
const migrationsDir = path.join(root, 'prisma/migrations')

// Once a process: the glue keeps views on the memory of the first instance.
let engineClass
const loadEngine = () => (engineClass ??= instantiate())

async function instantiate() {
  const folder = path.join(root, 'node_modules/@prisma/schema-engine-wasm')
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  return glue.SchemaEngine
}

// The adapter cuts a script at every semicolon, even inside a function's body. Sent whole, a migration
// is one implicit transaction: it happens or it does not.
class WholeScripts extends PrismaPg {
  constructor(pool, options) {
    super(pool, options)
    this.pool = pool
  }
  async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => void (await this.pool.query(script))
    return adapter
  }
}

async function withEngine(databaseUrl, schema, work) {
  const SchemaEngine = await loadEngine()
  const pool = new pg.Pool({ connectionString: databaseUrl })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
    return await work(await SchemaEngine.new({ datamodels: schema ? [['schema.prisma', schema]] : undefined }, () => {}, adapter))
  } finally {
    await pool.end()
  }
}

const filters = { externalTables: [], externalEnums: [] }

/** All there are, in their order. */
export const migrationNames = () =>
  readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

async function readMigrations(names) {
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: await readFile(path.join(migrationsDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  )
  const content = await readFile(path.join(migrationsDir, 'migration_lock.toml'), 'utf8').catch(() => null)
  return { baseDir: 'prisma/migrations', lockfile: { path: 'migration_lock.toml', content }, shadowDbInitScript: '', migrationDirectories }
}

/** Applies what is not yet applied, of all or of `names`; returns the names. Safe to call again, keeps `_prisma_migrations`. */
export async function applyMigrations(databaseUrl, names = migrationNames()) {
  const migrationsList = await readMigrations(names)
  const { appliedMigrationNames } = await withEngine(databaseUrl, null, (engine) => engine.applyMigrations({ migrationsList, filters }))
  return appliedMigrationNames
}

/** The SQL that leads from one schema.prisma (null: an empty database) to another. */
export async function diff(databaseUrl, fromSchema, toSchema) {
  const asTarget = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }], configDir: root })
  const from = fromSchema === null ? { tag: 'empty' } : asTarget(fromSchema)
  const { stdout } = await withEngine(databaseUrl, toSchema, (engine) =>
    engine.diff({ from, to: asTarget(toSchema), script: true, shadowDatabaseUrl: null, exitCode: null, filters }),
  )
  return stdout
}
