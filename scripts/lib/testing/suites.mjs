// How each suite is run, and how its count is read.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { nextBin } from '../build.mjs'
import { withoutSettings } from '../environment.mjs'
import { run, start } from '../processes.mjs'
import { root } from '../root.mjs'
import { say, tail } from '../say.mjs'
import { findChromium } from './chromium.mjs'

const bin = (file) => path.join(root, 'node_modules', file)
const node = (args, options) => run(process.execPath, args, options)

/** A check that holds or does not: one test, silent when it holds. */
function verdict({ ok, output }) {
  if (!ok) say(tail(output, 200))
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

export async function types({ folder }) {
  const env = { ...withoutSettings(), NEXT_DIST_DIR: '.next-test', NEXT_TELEMETRY_DISABLED: '1' }
  const routes = await node([nextBin, 'typegen'], { env })
  if (!routes.ok) return verdict(routes)
  // Other build folders may hold routes of another day.
  const project = path.join(folder, 'tsconfig.json')
  const include = ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next-test/types/**/*.ts'].map((glob) => `../${glob}`)
  const exclude = ['node_modules', '.next', '.next-dev', '.data', '.data-test'].map((name) => `../${name}`)
  const compilerOptions = { incremental: true, tsBuildInfoFile: './tsconfig.tsbuildinfo' }
  writeFileSync(project, JSON.stringify({ extends: '../tsconfig.json', compilerOptions, include, exclude }))
  return verdict(await node([bin('typescript/bin/tsc'), '-p', project]))
}

export const lint = async () => verdict(await node([bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']))

/** One line for the list at the end: where, what, and the first words of why. */
const failure = (file, title, message = '') => `${file}: ${title}: ${stripVTControlCharacters(message).split('\n', 1)[0].slice(0, 300)}`

/** Every test of a Playwright report, however deep its groups. */
const specs = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)]

/** Runs a test runner in view of the person, and reads its report. */
async function runner({ args, env, report, read }) {
  rmSync(report, { force: true })
  const { code } = await start(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).ended
  const { passed, failed, failures } = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, failures: [] }
  // A file that can't be read, or an error outside every test, fails the runner but is no failed test.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), failures }
}

function vitest(project, { folder, filters }, env) {
  const report = path.join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return runner({
    args: [bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters, ...filters],
    env,
    report,
    read: ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      failures: testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => failure(path.relative(root, name), fullName, failureMessages[0])),
      ),
    }),
  })
}

export const unit = (given) => vitest('unit', given, withoutSettings())

export async function integration({ shop, ...given }) {
  await shop.serve({ timer: false })
  return vitest('integration', given, { ...shop.env, RECONCILE_TIMER: 'false' })
}

export async function browser({ folder, filters, shop }) {
  const chromium = await findChromium()
  await shop.serve({ timer: true })
  const report = path.join(folder, 'e2e.json')
  return runner({
    args: [bin('@playwright/test/cli.js'), 'test', ...filters],
    env: { ...shop.env, CHROMIUM_PATH: chromium, E2E_REPORT: report },
    report,
    read: ({ stats, suites }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      failures: suites
        .flatMap(specs)
        .filter(({ ok }) => !ok)
        .map(({ file, title, tests }) => failure(`tests/e2e/${file}`, title, tests[0]?.results[0]?.error?.message)),
    }),
  })
}

// The same sample for everybody, so that a change is judged and not the draw; npm run faults draws anew each time.
const everySeed = '991315'

/** The short fault suite, which starts and kills servers of its own; it counts for itself. */
export async function faults({ shop }) {
  await shop.stop()
  const script = path.join(root, 'scripts/faults.mjs')
  if (!existsSync(script)) return { passed: 0, failed: 0 }
  const { ok, output } = await node([script, '--short', '--seed', everySeed], { env: shop.env, shown: true })
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? []
  const failures = stripVTControlCharacters(output).split('\n').filter((line) => line.startsWith('  ✗'))
  return { passed: Number(passed ?? 0), failed: ok ? Number(failed ?? 0) : Math.max(1, Number(failed ?? 0)), failures }
}
