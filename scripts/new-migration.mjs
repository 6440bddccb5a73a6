// node scripts/new-migration.mjs NAME: the SQL from the committed prisma/schema.prisma to the one being worked on.
// What the schema cannot say (CHECKs, partial indexes, triggers) is then added to it by hand, each with a test.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataFolder, readEnvironment } from './lib/environment.mjs'
import { end, main } from './lib/lifecycle.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { root } from './lib/root.mjs'
import { Halt, say } from './lib/say.mjs'
import { diff } from './lib/schema-engine.mjs'

await main(
  async () => {
    const name = process.argv[2] ?? ''
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new Halt('A migration needs a name of small letters and underscores.', 'node scripts/new-migration.mjs order_note')
    const committed = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { cwd: root, encoding: 'utf8' })
    const wanted = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8')
    // The engine asks for a database but reads and writes none of its tables.
    const databaseUrl = readEnvironment().DATABASE_URL || (await startPostgres(dataFolder('.data')))
    const sql = await diff(databaseUrl, committed, wanted)
    if (!/^[^-\s]/m.test(sql)) throw new Halt('prisma/schema.prisma is as it was committed: there is nothing to migrate.')
    const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const folder = path.join('prisma/migrations', `${time}_${name}`)
    mkdirSync(path.join(root, folder))
    writeFileSync(path.join(root, folder, 'migration.sql'), sql)
    say(`  Written: ${folder}/migration.sql. Read it; npm start applies it.`)
    await end(0)
  },
  { signalCode: 130 },
)
