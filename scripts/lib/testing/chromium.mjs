// A browser for the journeys: the one that is named, the system's, Playwright's, or one that can be installed.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { run } from '../processes.mjs'
import { root } from '../root.mjs'
import { Halt, step } from '../say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

function systemBrowsers() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications].filter((file) => existsSync(file))
}

/** A file of that name may be a stub that asks for another installer, or lack its libraries: it must answer. */
const answers = async (file) => Boolean(file) && existsSync(file) && (await run(file, ['--version'])).ok

async function firstThatAnswers(files) {
  for (const file of files) if (await answers(file)) return file
  return null
}

async function playwrights({ download }) {
  const { chromium } = await import('@playwright/test')
  if (await answers(chromium.executablePath())) return chromium.executablePath()
  if (!download) return null
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
  await step("Downloading Playwright's Chromium", 'a minute or two', () => run(process.execPath, [cli, 'install', 'chromium']))
  return (await answers(chromium.executablePath())) ? chromium.executablePath() : null
}

async function aptGet() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step("Installing the system's Chromium", 'a minute or two', async () => {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  })
  return firstThatAnswers(systemBrowsers())
}

/** The path of a Chromium that runs, fetched if need be. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await answers(named)) return named
    throw new Halt(`CHROMIUM_PATH names ${named}, which does not run.`, 'Correct it, or unset it: then a Chromium is looked for.')
  }
  const found =
    (await firstThatAnswers(systemBrowsers())) ??
    (await playwrights({ download: false })) ??
    (await aptGet()) ??
    (await playwrights({ download: true }))
  if (found) return found
  throw new Halt(
    'There is no Chromium for the browser tests.',
    'Install one (Debian: apt-get install chromium; any: npx playwright install --with-deps chromium),\nor name one: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}
