// The built-in PostgreSQL: a cluster of the shop's own in its data folder, on loopback, with a random password.
// docs/decisions/002-embedded-postgres.md says why.
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd } from './lifecycle.mjs'
import { binaries, runAs } from './postgres-binaries.mjs'
import { freePort, whyNotFree } from './ports.mjs'
import { birthOf, commandOf, endProcess, identify, isAlive, run, start } from './processes.mjs'
import { Halt, step, tail } from './say.mjs'

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const orYours = 'Or use one of yours: DATABASE_URL=postgres://user:password@host:5432/name npm start'

/**
 * Starts the cluster of a data folder, or joins the one that runs: another start's, or one left by a start that
 * was killed. Whoever of them ends last ends it. Answers the address of its database "shop", which with `empty`
 * is a new one.
 */
export async function startPostgres(folder, { flags = [], empty = false } = {}) {
  const data = path.join(folder, 'postgres')
  const place = { data, log: `${data}.log`, port: `${data}-port`, users: `${data}-users`, password: keptPassword(`${data}-password`) }
  const { port, who } = findRunning(data) ?? (await startAnew(place, flags))
  atEnd(await join(place, who))
  const url = address(place.password, port)
  await ready(url, place, who, empty)
  return url
}

async function startAnew(place, flags) {
  const bin = await binaries()
  const as = runAs(place.data, bin)
  if (!existsSync(path.join(place.data, 'PG_VERSION'))) await create(place, bin, as)
  return launch(place, bin, as, flags)
}

/** Writes us down as a user of the cluster; the answer takes us off again, and ends it after the last. */
async function join(place, who) {
  const note = path.join(place.users, `${process.pid}.json`)
  mkdirSync(place.users, { recursive: true })
  writeFileSync(note, JSON.stringify(identify(process.pid)))
  return async () => {
    rmSync(note, { force: true })
    // Whoever joined the same cluster twice has left it by now.
    if (!existsSync(place.users)) return
    const others = readdirSync(place.users).map((name) => JSON.parse(readFileSync(path.join(place.users, name), 'utf8')))
    if (others.some(isAlive)) return
    // SIGINT: refuse new work, break off what is open, write all down. SIGQUIT: at once; the next start recovers.
    await endProcess(who, { signal: 'SIGINT', graceMs: 10_000, insist: 'SIGQUIT' })
    rmSync(place.users, { recursive: true, force: true })
  }
}

const address = (password, port) => `postgres://shop:${password}@127.0.0.1:${port}/shop`

function keptPassword(file) {
  const kept = read(file)
  if (kept) return kept
  const password = randomBytes(18).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

/** The server that runs on this data folder, if its lock file names one that truly does. */
function findRunning(data) {
  const lock = path.join(data, 'postmaster.pid')
  const [pid, folder, , port] = read(lock).split('\n')
  if (!pid) return null
  const command = commandOf(Number(pid))
  if (birthOf(Number(pid)) && folder === data && command.includes('postgres') && command.includes(data)) {
    return { port: Number(port), who: identify(Number(pid)) }
  }
  // Left by a cluster that was killed; its number may meanwhile name anyone, and PostgreSQL would not start.
  rmSync(lock, { force: true })
  return null
}

async function create(place, bin, as) {
  // Made aside and renamed, so that one cut short is never taken for a whole one.
  const draft = `${place.data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, place.password, { mode: 0o600 })
  if (as.user) for (const file of [draft, passwordFile]) chownSync(file, as.user.uid, as.user.gid)
  const options = ['--username=shop', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions']
  // The same order and case rules on every machine, whatever languages it has installed.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [program, args, user] = as.command(path.join(bin, 'initdb'), [`--pgdata=${draft}`, ...options, ...locale])
  const made = await step('Making the database', 'a few seconds', () => run(program, args, { ...user, cwd: path.dirname(draft) }))
  rmSync(passwordFile, { force: true })
  if (!made.ok) throw new Halt(`The built-in PostgreSQL could not make its database.\n\n${tail(made.output)}`, orYours)
  renameSync(draft, place.data)
}

async function launch(place, bin, as, flags) {
  const remembered = Number(read(place.port))
  const port = remembered && !(await whyNotFree(remembered)) ? remembered : await freePort()
  writeFileSync(place.port, String(port))
  const log = openSync(place.log, 'a', 0o600)
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...flags].flatMap((setting) => ['-c', setting])
  const [program, args, user] = as.command(path.join(bin, 'postgres'), ['-D', place.data, '-p', String(port), ...settings])
  const child = start(program, args, { ...user, cwd: place.data, stdio: ['ignore', log, log], outlives: true })
  closeSync(log)
  return { port, who: child.who }
}

/** Waits until it answers, through a recovery if need be, and makes the database "shop" once. */
async function ready(url, place, who, empty) {
  const { default: pg } = await import('pg')
  const client = await step('Waiting for the database', 'longer after a crash', async () => {
    for (;;) {
      const client = new pg.Client({ connectionString: url.replace(/shop$/, 'postgres'), connectionTimeoutMillis: 2000 })
      try {
        await client.connect()
        return client
      } catch (error) {
        if (!isAlive(who) || error.code === '28P01') {
          throw new Halt(
            `The built-in PostgreSQL did not start (${error.message}). The end of ${place.log}:\n\n${tail(read(place.log), 12)}`,
            `To begin with an empty database instead, move ${place.data} away and start again.`,
          )
        }
        await sleep(30)
      }
    }
  })
  if (empty) await client.query('DROP DATABASE IF EXISTS shop WITH (FORCE)')
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'shop'")
  if (!rowCount) await client.query('CREATE DATABASE shop')
  await client.end()
}
