// node_modules as package-lock.json wants it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { root } from './root.mjs'
import { Halt, step, tail } from './say.mjs'

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockfile), 'utf8')).packages
  } catch {
    return null
  }
}

/** npm writes its own lockfile into node_modules last of all, so an install cut short has none. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!present) return false
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    const installed = present[name]
    return name === '' || installed?.version === version || (!installed && (optional || devOptional))
  })
}

export async function install() {
  if (isInstalled()) return
  // Through the npm that started us, if one did.
  const npm = /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? [process.execPath, process.env.npm_execpath] : ['npm']
  // Not `ci`: where a registry lacks the builds for other systems it refuses the whole lockfile. What ends up installed
  // is compared with the lockfile all the same. No package's own install script is needed: what they would download
  // or link, the next steps make from what is here.
  const args = ['install', '--no-save', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  const result = await step('Installing the packages', 'about a minute, longer on a slow line', () =>
    run(npm[0], [...npm.slice(1), ...args]),
  )
  if (result.ok && isInstalled()) return
  const reason = result.ok ? '    What npm installed is not what package-lock.json names.' : tail(result.output)
  throw new Halt(
    `The packages could not be installed.\n\n${reason}`,
    'Is this machine on a network that reaches the npm registry? Run "npm install" by hand to see more, then start again.',
  )
}
