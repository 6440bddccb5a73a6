// The checks that run the shop's services in this process. Started by run.mjs with an environment and databases of
// its own: node --import tsx tests/faults/suite.ts --seed 7 --only histories,storms [--long]
import { parseArgs } from 'node:util'
import { closeDatabases } from './databases'
import { deaths, passed } from './crashes'
import { serveCallbacks } from './in-process'
import { fired, hurry, ordered } from './people'
import { atFirstFailure, checked, note, type Coverage, type Result } from './report'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' }, long: { type: 'boolean', default: false }, stop: { type: 'string' } } })
const chosen = values.only.split(',')
const transitions: Record<string, number> = {}
const began = new Date()
const options = { seed: Number(values.seed), long: values.long }

export type SuiteOptions = typeof options
export type Part = (options: SuiteOptions) => Promise<Record<string, number> | void>

const parts: Record<string, () => Promise<{ run: Part }>> = {
  histories: () => import('./parts/histories'),
  storms: () => import('./parts/storms'),
  kills: () => import('./parts/kills'),
  load: () => import('./parts/load'),
  clocks: () => import('./parts/clocks'),
  postgres: () => import('./parts/postgres'),
  refunds: () => import('./parts/refunds'),
  wire: () => import('./parts/wire'),
  directed: () => import('./parts/directed'),
  interleavings: () => import('./parts/interleavings'),
}

process.on('unhandledRejection', (error) => {
  note(`an unhandled rejection: ${error instanceof Error ? error.stack : String(error)}`)
  process.exitCode = 1
})

// Nobody asks a copy with a defect in it what else it reached.
if (values.stop) {
  hurry()
  atFirstFailure(new RegExp(values.stop), () => tell())
}
/** Parts that start servers of their own, which take the callbacks themselves. */
const withServers = ['kills', 'clocks', 'postgres', 'load']
/** The part that needs neither databases nor a provider. */
const inMemory = chosen.every((name) => name === 'interleavings')
const stop = inMemory || chosen.some((name) => withServers.includes(name)) ? () => undefined : await serveCallbacks()
for (const name of chosen) {
  const part = parts[name]
  if (!part) throw new Error(`there is no part ${name}; there are ${Object.keys(parts).join(', ')}`)
  for (const [move, times] of Object.entries((await (await part()).run(options)) ?? {})) transitions[move] = (transitions[move] ?? 0) + times
}
stop()
const coverage: Coverage = { crashPoints: Object.fromEntries(passed), deaths: Object.fromEntries(deaths), transitions, faults: Object.fromEntries(ordered), fired: inMemory ? {} : await fired(began) }
await closeDatabases()
tell(coverage)

function tell(reached?: Coverage): void {
  const result: Result = { checks: checked(), ...(reached && { coverage: reached }) }
  if (process.send) process.send(result, () => process.exit())
  else process.exit()
}
