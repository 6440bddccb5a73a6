// The environment the shop is given: .env under the process's own, and secrets nobody set.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { root } from './root.mjs'
import { Halt } from './say.mjs'

const readText = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Settings of .env, each overridden by the process environment. */
export const readEnvironment = () => ({ ...parseEnv(readText(path.join(root, '.env'))), ...process.env })

/** The process environment without any of the shop's own settings: tests run on the defaults. */
export function withoutSettings() {
  const names = Object.keys(parseEnv(readText(path.join(root, '.env.example'))))
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)))
}

/** Production is where money moves, whatever NODE_ENV says. */
export const isProduction = (env) => [env.NETGIRO_MODE, env.NETS_EASY_MODE, env.V3_MODE].some((mode) => mode === 'production')

export function portOf(env, name, fallback) {
  const port = Number(env[name] || fallback)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new Halt(
    `${name} is ${JSON.stringify(env[name])}, which is not a port.`,
    `Give it a number from 1 to 65535, for example ${name}=${fallback}.`,
  )
}

/** The folder for everything that is kept between starts and never committed. */
export function dataFolder(name) {
  const folder = path.join(root, name)
  try {
    mkdirSync(folder, { recursive: true })
    const probe = path.join(folder, '.writable')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Halt(
      `The folder ${folder} can't be written (${error.code}).`,
      `The shop keeps its database and build beside its code. Make the folder yours (chown -R "$USER" ${root}) or clone it somewhere you may write.`,
    )
  }
  return folder
}

const secretNames = ['NEXTAUTH_SECRET', 'CRON_SECRET', 'CALLBACK_KEY', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']

/** Outside production a secret nobody set is made once and kept. In production none is: a missing one ends the boot. */
export function withSecrets(env, folder) {
  if (isProduction(env)) return env
  const file = path.join(folder, 'secrets.json')
  const kept = JSON.parse(readText(file) || '{}')
  const missing = secretNames.filter((name) => !kept[name])
  if (missing.length) {
    // 32 bytes in base64: what Next wants for its key, and long enough for the others.
    for (const name of missing) kept[name] = randomBytes(32).toString('base64')
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  const unset = secretNames.filter((name) => !env[name])
  return { ...env, ...Object.fromEntries(unset.map((name) => [name, kept[name]])) }
}
