// The stage: two PostgreSQL clusters (the shop's, which may be killed, and the provider's, which is the oracle and must
// survive), the sandbox as a process of its own, and the suite's own build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { staleBuild } from '../../scripts/lib/build.mjs'
import { dataFolder, withoutSettings, withSecrets } from '../../scripts/lib/environment.mjs'
import { generate } from '../../scripts/lib/generate.mjs'
import { install } from '../../scripts/lib/install.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { birthOf, identify, isAlive, start } from '../../scripts/lib/processes.mjs'
import { root } from '../../scripts/lib/root.mjs'
import { dim, Halt, say } from '../../scripts/lib/say.mjs'

// What is lost with the machine's power need not survive; what is lost with a killed server must.
const fast = ['fsync=off', 'full_page_writes=off', 'max_connections=200']

const providers = [
  { NETGIRO_APP_KEY: '881E674F-7891-4C20-AFD8-56FE2624C4B5', NETGIRO_SECRET_KEY: 'YCFd6hiA8lUjZejVcIf/LhRXO4wTDxY0JhOXvQZwnMSiNynSxmNIMjMf1HHwdV6cMN48NX3ZipA9q9hLPb9C1ZIzMH5dvELPAHceiu7LbZzmIAGeOf/OUaDrk2Zq2dbGacIAzU6yyk4KmOXRaSLi8KW8t3krdQSX7Ecm8Qunc/A=' },
  { NETGIRO_APP_KEY: 'CF4DDA0F-2698-4AEB-8092-A41C675590D2', NETGIRO_SECRET_KEY: '5ElNQUxq58KmQIsVlVbOu9Lu04h0QNTkrTfDjYYvvRDO2EAC1L0SbL4M+AZjCeITiTZnKwguYph+Gj6wMr+GRY0pGMx2Cnl5ax/2iQDoNZIpC9HtLsM9Yt5pfD2oL/MG5Kn3FqbdAl22Apuvj+6O40a2Peap+EFPrknni6oQIbo=' },
]

export async function setStage() {
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
export async function build({ env }, release) {
  await staleBuild({ ...env, FAULT_POINTS: 'on' }, '.next-faults')?.()
  if (release) await staleBuild(env, '.next-test')?.()
}

/** No release build may know of crash points; the suite's own must, or this search would prove nothing. */
export function absence() {
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
export async function restartPostgres({ shopFolder }, signal) {
  const file = path.join(shopFolder, 'postgres/postmaster.pid')
  const who = identify(Number(readFileSync(file, 'utf8').split('\n')[0]))
  process.kill(who.pid, signal)
  while (isAlive(who)) await sleep(20)
  await startPostgres(shopFolder, { flags: fast })
}
