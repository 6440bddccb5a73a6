// The release build, made anew when something it is made of has changed. It needs no database.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { packFiles } from './pack-files.mjs'
import { run } from './processes.mjs'
import { root } from './root.mjs'
import { Halt, step, tail } from './say.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'

export const nextBin = path.join(root, 'node_modules/next/dist/bin/next')

/**
 * Left to itself V8 lets a heap grow to four times what lives in it, on a machine with memory; below a limit like this
 * to less than twice. What lives is about 100 MB. Whoever needs another limit sets it in NODE_OPTIONS.
 */
const heap = /max-old-space-size/.test(process.env.NODE_OPTIONS ?? '') ? [] : ['--max-old-space-size=512']

/** Node's arguments for the release server on a port. */
export const releaseServer = (port) => [...heap, path.join(root, 'lib/front/serve.mjs'), root, String(port)]

function sources(env) {
  const settings = readdirSync(root).filter((name) => /\.(js|mjs|ts)$/.test(name) && !/^(next-env\.d|vitest|playwright|eslint)/.test(name))
  const skip = ['lib/generated']
  const entries = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'prisma/migrations', 'package-lock.json', ...settings]
  // Built in: the key, so that a page of one build is understood by the next, and the address that pages name.
  const texts = [env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, env.APP_URL, process.version].map(String)
  return fingerprint(entries, { skip, texts })
}

/**
 * What `next build` and the server are given beside the shop's own settings. Packing pages in several threads leaves an
 * arena of glibc's for each of them half empty, if it may have as many as it likes.
 */
export const nextEnvironment = (env, distDir) => ({
  MALLOC_ARENA_MAX: '2',
  ...env,
  NODE_ENV: 'production',
  NEXT_DIST_DIR: distDir,
  NEXT_TELEMETRY_DISABLED: '1',
})

/** null when the build in `distDir` is up to date, else a function that makes it. */
export function staleBuild(env, distDir) {
  const print = sources(env)
  const stampFile = path.join(distDir, '.build-stamp')
  if (existsSync(path.join(root, distDir, 'BUILD_ID')) && isStamped(stampFile, print)) return null
  return async () => {
    const { DATABASE_URL: _, ...rest } = nextEnvironment(env, distDir)
    const result = await step('Building the shop', 'about a minute, on a slow machine two', () =>
      run(process.execPath, [nextBin, 'build'], { env: rest }),
    )
    if (!result.ok) throw new Halt(`The shop could not be built.\n\n${tail(result.output, 60)}`)
    await packFiles(path.join(root, distDir, 'static'))
    stamp(stampFile, print)
  }
}
