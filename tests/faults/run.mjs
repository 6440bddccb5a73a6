// Sets the stage and counts: two PostgreSQL clusters (the shop's, which may be killed, and the provider's, which is the
// oracle and must survive), the sandbox as a process of its own, the suite's own build, and a process for each part.
import { randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { staleBuild } from '../../scripts/lib/build.mjs'
import { dataFolder, withoutSettings, withSecrets } from '../../scripts/lib/environment.mjs'
import { generate } from '../../scripts/lib/generate.mjs'
import { install } from '../../scripts/lib/install.mjs'
import { end, main } from '../../scripts/lib/lifecycle.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { birthOf, identify, isAlive, start } from '../../scripts/lib/processes.mjs'
import { root } from '../../scripts/lib/root.mjs'
import { bold, dim, Halt, say } from '../../scripts/lib/say.mjs'
import { plant } from './defects/plant.mjs'

// What is lost with the machine's power need not survive; what is lost with a killed server must.
const fast = ['fsync=off', 'full_page_writes=off', 'max_connections=200']

const providers = [
  { NETGIRO_APP_KEY: '881E674F-7891-4C20-AFD8-56FE2624C4B5', NETGIRO_SECRET_KEY: 'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=' },
  { NETGIRO_APP_KEY: 'CF4DDA0F-2698-4AEB-8092-A41C675590D2', NETGIRO_SECRET_KEY: '5ElNQUxq58KmQIsVlVbOu9Lu04h0QNTkrTfDjYYvvRDO2EAC1L0SbL4M+AZjCeITiTZnKwguYph+Gj6wMr+GRY0pGMx2Cnl5ax/2iQDoNZIpC9HtLsM9Yt5pfD2oL/MG5Kn3FqbdAl22Apuvj+6O40a2Peap+EFPrknni6oQIbo=' },
]

export const runFaults = (argv) =>
  main(
    async () => {
      const { values } = parseArgs({ args: argv, options: { short: { type: 'boolean' }, seed: { type: 'string' }, only: { type: 'string' }, defect: { type: 'string' } } })
      const seed = Number(values.seed ?? randomInt(1, 1_000_000))
      const wanted = values.only?.split(',')
      const chosen = (name) => !wanted || wanted.includes(name)
      say(`${bold('Faults')} ${dim(`seed ${seed}; repeat with npm run faults -- ${values.short ? '--short ' : ''}--seed ${seed}`)}`)
      const stage = await setStage()
      const results = []
      const suite = async (parts, more = {}) => {
        const names = parts.filter(chosen)
        if (names.length) results.push(await runSuite(stage, { parts: names, seed, long: !values.short, more }))
      }
      await suite(['directed', 'storms', 'histories'])
      // The provider posts to a proxy that fails.
      await suite(['wire'], { APP_URL: `http://127.0.0.1:${await freePort()}` })
      if (chosen('kills')) {
        await build(stage, !values.short)
        results.push({ checks: absence() })
        await suite(['kills'])
      }
      if (chosen('defects')) results.push(await seededDefects(stage, { seed, only: values.defect, most: values.short ? 10 : Infinity }))
      coverage(results)
      await summary(results)
    },
    { signalCode: 130 },
  )

async function setStage() {
  const folder = dataFolder('.data-faults')
  await install()
  await generate()
  const { applyMigrations } = await import('../../scripts/lib/schema-engine.mjs')
  const shopFolder = dataFolder('.data-faults/shop')
  const shopCluster = await startPostgres(shopFolder, { flags: fast })
  const sandboxCluster = await startPostgres(dataFolder('.data-faults/sandbox'), { flags: fast })
  for (const cluster of [shopCluster, sandboxCluster]) await dropOldDatabases(cluster)
  // Every part gets a copy of the migrated one.
  const template = await newDatabase(shopCluster)
  await applyMigrations(template)
  const sandboxUrl = await newDatabase(sandboxCluster)
  const env = withSecrets({ ...withoutSettings(), LOG_LEVEL: 'silent', NODE_ENV: 'production' }, folder)
  const sandboxPort = await freePort()
  const sandboxOrigin = `http://127.0.0.1:${sandboxPort}`
  const script = path.join(root, 'scripts/sandbox-server.ts')
  const sandbox = start(process.execPath, ['--import', 'tsx', script], {
    env: { ...env, PORT: String(sandboxPort), APP_URL: sandboxOrigin, DATABASE_URL: sandboxUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const up = await Promise.race([new Promise((resolve) => sandbox.once('message', () => resolve(true))), sandbox.ended.then(() => false)])
  if (!up) throw new Halt('The sandbox ended while it started.')
  return { folder, shopFolder, env, template, sandboxUrl, sandboxOrigin }
}

/** The suite's own build has the crash points in it; the long form also kills the release build. */
async function build({ env }, release) {
  await staleBuild({ ...env, FAULT_POINTS: 'on' }, '.next-faults')?.()
  if (release) await staleBuild(env, '.next-test')?.()
}

/** No release build may know of crash points; the suite's own must, or this search would prove nothing. */
function absence() {
  const knows = (dir) => readdirSync(path.join(root, dir, 'server'), { recursive: true, withFileTypes: true })
    .some((entry) => entry.isFile() && /\.js$/.test(entry.name) && readFileSync(path.join(entry.parentPath, entry.name)).includes('atFaultPoint'))
  const built = ['.next', '.next-test'].filter((dir) => existsSync(path.join(root, dir, 'BUILD_ID')))
  const checks = [
    { name: "the suite's own build has crash points", ok: knows('.next-faults'), detail: '' },
    ...built.map((dir) => ({ name: `the release build in ${dir} has none`, ok: !knows(dir), detail: 'atFaultPoint was found in it' })),
  ]
  for (const { name, ok } of checks) say(`  ${ok ? '✓' : '✗'} ${name}`)
  if (!built.length) say(dim('    there is no release build here to search'))
  return checks
}

let databases = 0

async function onCluster(url, ...statements) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url.replace(/\w+$/, 'postgres') })
  await client.connect()
  try {
    const results = []
    for (const statement of statements) results.push(await client.query(statement))
    return results.at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}

/** A database of this run's own, empty or like another. */
async function newDatabase(cluster, template = '') {
  const name = `faults_${process.pid}_${++databases}`
  await onCluster(cluster, `CREATE DATABASE ${name}${template && ` TEMPLATE ${template.match(/\w+$/)[0]}`}`)
  return cluster.replace(/\w+$/, name)
}

/** What earlier runs left. */
async function dropOldDatabases(cluster) {
  const old = await onCluster(cluster, "SELECT datname FROM pg_database WHERE datname LIKE 'faults\\_%'")
  for (const { datname } of old) if (!birthOf(Number(datname.split('_')[1]))) await onCluster(cluster, `DROP DATABASE ${datname} WITH (FORCE)`)
}

/** What a shop of the suite's is given; its provider is one of the sandbox's two, so that two can run side by side. */
export async function shopEnvironment(stage, lane = 0) {
  const port = await freePort()
  return {
    ...stage.env,
    ...providers[lane],
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: await newDatabase(stage.template, stage.template),
    SANDBOX_DATABASE_URL: stage.sandboxUrl,
    SANDBOX_ORIGIN: stage.sandboxOrigin,
    NETGIRO_URL: `${stage.sandboxOrigin}/sandbox/netgiro/v1`,
    NETGIRO_PARTNER_URL: `${stage.sandboxOrigin}/sandbox/netgiro/partner`,
    CLAIM_LEASE_MS: '2000',
    PROVIDER_CALLS_PER_SECOND: '1000',
    RECONCILE_TIMER: 'false',
    FAULT_POINTS: 'on',
  }
}

/** Kills the shop's cluster as the machine might, and starts it again at the same address. */
async function restartPostgres({ shopFolder }, signal) {
  const file = path.join(shopFolder, 'postgres/postmaster.pid')
  const who = identify(Number(readFileSync(file, 'utf8').split('\n')[0]))
  process.kill(who.pid, signal)
  while (isAlive(who)) await sleep(20)
  await startPostgres(shopFolder, { flags: fast })
}

/** Runs some parts in a process of their own and answers with what they checked. */
async function runSuite(stage, { parts, seed, long, lane = 0, cwd = root, quiet = false, stop = null, more = {} }) {
  const env = { ...(await shopEnvironment(stage, lane)), ...more }
  const args = ['--import', 'tsx', path.join(cwd, 'tests/faults/suite.ts'), '--seed', String(seed), '--only', parts.join(','), ...(long ? ['--long'] : []), ...(stop ? ['--stop', stop.source] : [])]
  const child = start(process.execPath, args, { env, cwd, stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit', 'ipc'] })
  let result = { checks: [] }
  child.on('message', (message) => {
    if (message.restartPostgres) void restartPostgres(stage, message.restartPostgres).then(() => child.send({ postgres: 'up' }))
    else result = message
  })
  const { code, signal } = await child.ended
  if (code !== 0 && result.checks.every((check) => check.ok)) result.checks.push({ name: `${parts.join(', ')} ran to its end`, ok: false, detail: `ended with ${signal ?? code}` })
  return result
}

/** T4: each seeded defect, in a copy of the code, must make the suite fail. Two at a time, each with a provider of its own. */
async function seededDefects(stage, { seed, only, most }) {
  const { tsImport } = await import('tsx/esm/api')
  const { defects } = await tsImport('./defects/list.ts', import.meta.url)
  const checks = []
  const named = defects.filter((defect) => !only || defect.name.includes(only))
  // The short form takes some of them, others with every seed.
  const waiting = [...named, ...named].slice(seed % named.length, (seed % named.length) + Math.min(most, named.length))
  const worker = async (lane) => {
    for (let defect = waiting.shift(); defect; defect = waiting.shift()) {
      const name = `noticed: ${defect.name}`
      try {
        const cwd = plant(path.join(stage.folder, `defect-${lane}`), defect)
        const { checks: found } = await runSuite(stage, { parts: [defect.noticedBy], seed, long: false, lane, cwd, quiet: !only, stop: defect.saying })
        const complaints = found.filter((check) => !check.ok)
        const by = complaints.find((check) => defect.saying.test(`${check.name}\n${check.detail}`))
        const instead = complaints.map((check) => `${check.name}: ${check.detail.slice(0, 300)}`).join('\n') || 'the suite is content with it'
        checks.push({ name, ok: Boolean(by), detail: by ? '' : instead })
        const words = by?.detail.split('\n').find((line) => defect.saying.test(line)) ?? by?.detail.split('\n')[0]
        say(by ? `  ✓ ${name} ${dim(`by "${by.name}": ${words.slice(0, 140)}`)}` : `  ✗ ${name}\n${instead}`)
      } catch (error) {
        checks.push({ name, ok: false, detail: error.message })
        say(`  ✗ ${name}: ${error.message}`)
      }
    }
  }
  await Promise.all([worker(0), worker(1)])
  return { checks }
}

/** What the run exercised: a suite that reaches little proves little. */
function coverage(results) {
  const total = { crashPoints: {}, deaths: {}, transitions: {}, faults: {} }
  for (const { coverage: one } of results) {
    for (const [kind, counts] of Object.entries(one ?? {})) for (const [name, n] of Object.entries(counts)) total[kind][name] = (total[kind][name] ?? 0) + n
  }
  const line = (title, counts) => {
    const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
    if (entries.length) say(`\n  ${bold(`${title}: ${entries.length}`)}\n${dim(`    ${entries.map(([name, n]) => `${name} ${n}`).join(' · ')}`)}`)
  }
  line('Crash points at which a worker died in this process', total.deaths)
  line('Moves made', total.transitions)
  line('Faults ordered of the provider', total.faults)
}

async function summary(results) {
  const checks = results.flatMap((result) => result.checks)
  const failed = checks.filter((check) => !check.ok)
  if (process.env.FAULTS_RESULT) writeFileSync(process.env.FAULTS_RESULT, JSON.stringify({ passed: checks.length - failed.length, failed: failed.length }))
  for (const { name, detail } of failed) say(`✗ ${name}\n${detail}`)
  say(`\n${checks.length - failed.length} passed, ${failed.length} failed`)
  await end(failed.length ? 1 : 0)
}

