// Runs the parts, each in a process of its own, and counts.
import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { end, main } from '../../scripts/lib/lifecycle.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { start } from '../../scripts/lib/processes.mjs'
import { root } from '../../scripts/lib/root.mjs'
import { bold, dim, say } from '../../scripts/lib/say.mjs'
import { plant } from './defects/plant.mjs'
import { absence, build, restartPostgres, setStage, shopEnvironment } from './stage.mjs'

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
      const suite = async (parts) => {
        const names = parts.filter(chosen)
        if (names.length) results.push(await runSuite(stage, { parts: names, seed, long: !values.short }))
      }
      // Built while the rest of the machine waits for leases and clocks.
      const building = withServers.some(chosen) ? build(stage, !values.short && ['kills', 'load'].some(chosen)).catch((error) => ({ error })) : null
      await suite(['directed', 'storms', 'histories'])
      // In a process of its own: there the rows in memory stand where the database is elsewhere.
      await suite(['interleavings'])
      await suite(['refunds'])
      await suite(['wire'])
      if (building) {
        const failed = await building
        if (failed) throw failed.error
        results.push({ checks: absence() })
        for (const part of withServers) await suite([part])
      }
      if (chosen('defects')) results.push(await seededDefects(stage, { seed, only: values.defect, most: values.short ? 8 : Infinity }))
      results.push({ checks: await coverage(results, { ran: parts.filter(chosen), long: !values.short }) })
      await summary(results)
    },
    { signalCode: 130 },
  )

/** Where a proxy that fails stands: the wire's between the provider and us, the refunds' between us and the provider. */
const between = {
  wire: async () => ({ APP_URL: `http://127.0.0.1:${await freePort()}` }),
  refunds: async () => ({ NETGIRO_PARTNER_URL: `http://127.0.0.1:${await freePort()}/sandbox/netgiro/partner` }),
}

/** Runs some parts in a process of their own and answers with what they checked. */
async function runSuite(stage, { parts, seed, long, lane = 0, cwd = root, quiet = false, stop = null }) {
  const env = { ...(await shopEnvironment(stage, lane)), ...(await between[parts[0]]?.()) }
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

/** Parts that need the suite's own build. */
const withServers = ['kills', 'clocks', 'postgres', 'load']
const parts = ['directed', 'storms', 'histories', 'interleavings', 'refunds', 'wire', ...withServers]

/** What the run exercised, and whether that is enough. */
async function coverage(results, { ran, long }) {
  const total = { crashPoints: {}, deaths: {}, transitions: {}, faults: {}, fired: {} }
  for (const { coverage: one } of results) {
    for (const [kind, counts] of Object.entries(one ?? {})) for (const [name, n] of Object.entries(counts)) total[kind][name] = (total[kind][name] ?? 0) + n
  }
  const line = (title, counts) => {
    const entries = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))
    if (entries.length) say(`\n  ${bold(`${title}: ${entries.length}`)}\n${dim(`    ${entries.map(([name, n]) => `${name} ${n}`).join(' · ')}`)}`)
  }
  line('Crash points at which a worker died in this process', total.deaths)
  line('Moves made', total.transitions)
  line('Faults ordered of the provider, and how often they hit', Object.fromEntries(Object.keys(total.faults).map((name) => [name, total.fired[name] ?? 0])))
  const { tsImport } = await import('tsx/esm/api')
  const { reached } = await tsImport('./coverage.ts', import.meta.url)
  const checks = reached(total, ran, long)
  for (const { name, ok, detail } of checks) say(`  ${ok ? '✓' : '✗'} ${name} ${dim(detail)}`)
  return checks
}

async function summary(results) {
  const checks = results.flatMap((result) => result.checks)
  const failed = checks.filter((check) => !check.ok)
  if (process.env.FAULTS_RESULT) writeFileSync(process.env.FAULTS_RESULT, JSON.stringify({ passed: checks.length - failed.length, failed: failed.length }))
  for (const { name, detail } of failed) say(`✗ ${name}\n${detail}`)
  say(`\n${checks.length - failed.length} passed, ${failed.length} failed`)
  await end(failed.length ? 1 : 0)
}

