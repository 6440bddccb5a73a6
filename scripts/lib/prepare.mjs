// Runs scripts/prepare.ts, which can read the shop's own TypeScript, and tells what it found.
import { fileURLToPath } from 'node:url'
import { start } from './processes.mjs'
import { Halt, say } from './say.mjs'

/**
 * Checks the environment and prepares the database. `onChecked` hears of the checked environment as soon as
 * it is known, long before the database is ready.
 */
export async function prepare(env, { args = [], onChecked, quiet = false } = {}) {
  const script = fileURLToPath(new URL('../prepare.ts', import.meta.url))
  const child = start(process.execPath, ['--import', 'tsx', script, ...args], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const told = {}
  child.on('message', (message) => {
    if (message.progress && !quiet) say(`  ${message.progress}`)
    if (message.checked) onChecked?.(message.checked)
    Object.assign(told, message)
  })
  const { code, signal } = await child.ended
  if (told.halt) throw new Halt(told.halt.what, told.halt.wayOut)
  if (code !== 0) throw new Halt(`Preparing the database ended with ${signal ?? `code ${code}`}.`, 'The reason is above.')
  return told
}
