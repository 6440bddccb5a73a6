// The Prisma client, generated without any download.
import path from 'node:path'
import { run } from './processes.mjs'
import { root } from './root.mjs'
import { Halt, step, tail } from './say.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'

export async function generate() {
  const print = fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  const stampFile = 'lib/generated/.stamp'
  if (isStamped(stampFile, print)) return
  // Generating needs no schema engine, but the CLI would fetch one unless it is told of some executable.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const result = await step('Generating the database client', 'a few seconds', () =>
    run(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], { env }),
  )
  if (!result.ok)
    throw new Halt(`The database client could not be generated.\n\n${tail(result.output)}`, 'Is prisma/schema.prisma in order?')
  stamp(stampFile, print)
}
