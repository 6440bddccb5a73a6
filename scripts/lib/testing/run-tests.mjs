// Everything the project can say about itself, on a database, a port and a build folder of its own.
import { parseArgs } from 'node:util'
import { dataFolder } from '../environment.mjs'
import { generate } from '../generate.mjs'
import { install } from '../install.mjs'
import { end, main, tellFailure } from '../lifecycle.mjs'
import { bold, dim, green, Halt, red, say } from '../say.mjs'
import { browser, faults, integration, lint, types, unit } from './suites.mjs'
import { setUpShop } from './shop.mjs'

const suites = { types, lint, unit, integration, e2e: browser, faults }
const needShop = ['integration', 'e2e', 'faults']

function choose(argv) {
  const { values, positionals } = parseArgs({ args: argv, options: { only: { type: 'string', multiple: true } }, allowPositionals: true })
  const chosen = values.only?.flatMap((names) => names.split(',')) ?? Object.keys(suites)
  const strange = chosen.find((name) => !(name in suites))
  if (strange) throw new Halt(`There is no suite "${strange}".`, `There are: ${Object.keys(suites).join(', ')}.`)
  return { chosen, filters: positionals }
}

/** One suite's count; a suite that cannot run at all is one failure. */
async function count(name, work) {
  say(`\n${bold(name)}`)
  const started = performance.now()
  const result = await work().catch((error) => {
    tellFailure(error)
    return { passed: 0, failed: 1 }
  })
  const mark = result.failed ? red(`${result.failed} failed`) : green('good')
  say(`${mark} ${dim(`${name}: ${result.passed} passed in ${((performance.now() - started) / 1000).toFixed(0)} s`)}`)
  return result
}

export const runTests = (argv) =>
  main(
    async () => {
      const { chosen, filters } = choose(argv)
      const folder = dataFolder('.data-test')
      await install()
      await generate()
      const results = []
      let shop
      if (chosen.some((name) => needShop.includes(name))) {
        // Counted only when it fails: it is no test.
        const setUp = await count('set-up', async () => {
          shop = await setUpShop(folder)
          return { passed: 0, failed: 0 }
        })
        results.push(setUp)
      }
      for (const [name, suite] of Object.entries(suites)) {
        if (!chosen.includes(name)) continue
        if (needShop.includes(name) && !shop) say(`\n${bold(name)}\n${red('not run')} ${dim('the set-up failed')}`)
        else results.push(await count(name, () => suite({ folder, filters, shop })))
      }
      await shop?.stop()
      const sum = (key) => results.reduce((total, result) => total + result[key], 0)
      const failures = results.flatMap((result) => result.failures ?? [])
      if (failures.length) say(`\n${bold('What failed')}\n${failures.map((line) => `  ${line.trim()}`).join('\n')}`)
      say(`\n${sum('passed')} passed, ${sum('failed')} failed`)
      await end(sum('failed') ? 1 : 0)
    },
    { signalCode: 130 },
  )
