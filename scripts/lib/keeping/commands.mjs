// npm run db:backup and db:restore, on the built-in database unless DATABASE_URL names another.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder, readEnvironment } from '../environment.mjs'
import { install } from '../install.mjs'
import { end, main } from '../lifecycle.mjs'
import { startPostgres } from '../postgres.mjs'
import { root } from '../root.mjs'
import { Halt, say, step } from '../say.mjs'

/** One file, and --force. A path is read from where the person is: npm starts us in the project's folder. */
function given(args, command) {
  const { values, positionals } = parseArgs({ args, options: { force: { type: 'boolean', default: false } }, allowPositionals: true })
  if (positionals.length !== 1) throw new Halt('Name one file.', `For example: npm run ${command} -- shop.sql.gz`)
  return { file: path.resolve(process.env.INIT_CWD ?? root, positionals[0]), force: values.force }
}

const database = async () => readEnvironment().DATABASE_URL || startPostgres(dataFolder('.data'))

const command = (work) => main(async () => (await work(), await end(0)), { signalCode: 130 })

export const runBackup = (args) =>
  command(async () => {
    const { file, force } = given(args, 'db:backup')
    if (existsSync(file) && !force) throw new Halt(`${file} is there already.`, 'Name another file, or add --force to replace it.')
    await install()
    const { backUp } = await import('./backup.mjs')
    const url = await database()
    const { rows } = await step('Writing the backup', 'a minute for a million products', () => backUp(url, file))
    say(`  ${rows.toLocaleString('en')} rows are in ${file}.`)
    say('  It holds names and addresses of customers, and not the secrets in .data/secrets.json or your variables: keep both, apart.')
  })

export const runRestore = (args) =>
  command(async () => {
    const { file, force } = given(args, 'db:restore')
    await install()
    const { restore } = await import('./restore.mjs')
    const { tsImport } = await import('tsx/esm/api')
    const { schema } = await tsImport('../../../lib/sandbox/schema.ts', import.meta.url)
    const url = await database()
    const { head, counts, before } = await step('Restoring', 'some minutes for a million products', () =>
      restore(url, file, { force, sandboxSchema: schema }),
    )
    say(
      `  ${Object.values(counts)
        .reduce((sum, n) => sum + n, 0)
        .toLocaleString('en')} rows of ${head.at} are back.`,
    )
    if (before) say(`  What was there before is in the database "${before}" until the next restore.`)
  })
