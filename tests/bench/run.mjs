// npm run bench [-- --only queries|orders|speed] [-- --check]: how long the database works for each question of the
// storefront, and how fast the release build is beside a floor, on the catalogue as it is (npm run db:seed --
// --products 1000000 makes a large one; an empty database gets the small one). --check fails over a query's budget.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nextBin, nextEnvironment, releaseServer, staleBuild } from '../../scripts/lib/build.mjs'
import { dataFolder, readEnvironment, withSecrets } from '../../scripts/lib/environment.mjs'
import { generate } from '../../scripts/lib/generate.mjs'
import { install } from '../../scripts/lib/install.mjs'
import { end, main } from '../../scripts/lib/lifecycle.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { prepare } from '../../scripts/lib/prepare.mjs'
import { run, start } from '../../scripts/lib/processes.mjs'
import { Halt, step, tail } from '../../scripts/lib/say.mjs'
import { findChromium } from '../../scripts/lib/testing/chromium.mjs'
import { drop, fillOrders } from './fill-orders.mjs'

const distDir = '.next-bench'
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const { only } = parseArgs({ options: { only: { type: 'string' } }, strict: false }).values

await main(
  async () => {
    const folder = dataFolder('.data')
    await install()
    await generate()
    const env = withSecrets(readEnvironment(), folder)
    env.DATABASE_URL ||= await startPostgres(folder)
    await prepare(env, { quiet: true })
    const parts = { queries, orders, speed }
    if (only && !parts[only]) throw new Halt('--only wants queries, orders or speed.')
    let worst = 0
    for (const [name, part] of Object.entries(parts)) if (!only || only === name) worst = Math.max(worst, await part(env))
    await end(worst)
  },
  { signalCode: 130 },
)

function queries(env) {
  return script('queries.ts', env)
}

/** In a database of its own beside the shop's, which goes when it is done. */
async function orders(env) {
  const name = 'bench_orders'
  try {
    const url = await step('Making a million orders', 'some minutes', () => fillOrders(env.DATABASE_URL, name, 1_000_000))
    return await script('orders.ts', { ...env, DATABASE_URL: url })
  } finally {
    await drop(env.DATABASE_URL, name)
  }
}

async function speed(env) {
  const chromium = await findChromium()
  const [shop, floor] = [await freePort(), await freePort()]
  const ours = { ...env, PORT: String(shop), APP_URL: `http://localhost:${shop}`, RECONCILE_TIMER: 'false', LOG_LEVEL: 'warn' }
  await staleBuild({ ...ours, APP_URL: 'http://localhost:3000' }, distDir)?.()
  await buildFloor()
  const servers = [
    await serve(here('../..'), releaseServer(shop), nextEnvironment(ours, distDir), shop, '/api/health'),
    await serve(here('floor'), [nextBin, 'start', '-p', String(floor)], { ...env, NODE_ENV: 'production' }, floor, '/row'),
  ]
  try {
    return await script('speed.ts', {
      ...env,
      CHROMIUM_PATH: chromium,
      SHOP_ORIGIN: `http://127.0.0.1:${shop}`,
      FLOOR_ORIGIN: `http://127.0.0.1:${floor}`,
      SHOP_PID: String(servers[0].who.pid),
      FLOOR_PID: String(servers[1].who.pid),
    })
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

async function buildFloor() {
  const result = await step('Building the floor', 'half a minute', () =>
    run(process.execPath, [nextBin, 'build'], {
      cwd: here('floor'),
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  if (!result.ok) throw new Halt(`The floor could not be built.\n\n${tail(result.output, 40)}`)
}

async function serve(cwd, args, env, port, ready) {
  const child = start(process.execPath, args, {
    cwd,
    env: { ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 200))) {
    if (
      await fetch(`http://127.0.0.1:${port}${ready}`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return child
  }
  throw new Halt(`No server came up in ${path.relative(process.cwd(), cwd) || '.'} within a minute.`)
}

async function script(name, env) {
  const args = ['--import', 'tsx', here(name), ...process.argv.slice(2)]
  const { code } = await start(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }).ended
  return code ?? 1
}
