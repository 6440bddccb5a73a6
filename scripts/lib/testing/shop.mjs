// The shop under test: the release build, on an empty cluster of its own, its words written to a file.
import path from 'node:path'
import { staleBuild } from '../build.mjs'
import { withoutSettings, withSecrets } from '../environment.mjs'
import { freePort } from '../ports.mjs'
import { startPostgres } from '../postgres.mjs'
import { prepare } from '../prepare.mjs'
import { endOrphans, serve } from '../server.mjs'

const distDir = '.next-test'
// What is lost with the machine's power need not survive a test.
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** What a test may know is in `env`: TEST_BASE_URL, TEST_SERVER_LOG, and the shop's own settings and secrets. */
export async function setUpShop(folder) {
  await endOrphans(folder)
  const port = await freePort()
  const log = path.join(folder, 'server.log')
  const settings = { PORT: String(port), CLAIM_LEASE_MS: '10000', TEST_BASE_URL: `http://localhost:${port}`, TEST_SERVER_LOG: log }
  const env = withSecrets({ ...withoutSettings(), ...settings }, folder)
  env.DATABASE_URL = await startPostgres(folder, { flags: fast, empty: true })
  const { checked } = await prepare(env, { quiet: true })
  env.NEXTAUTH_URL = checked.appUrl
  await staleBuild(env, distDir)?.()

  let server
  const stop = async () => {
    await server?.stop()
    server = undefined
  }
  return {
    env,
    stop,
    /** Restarts it. Without the timer, nothing is reconciled unless a test asks. */
    async serve({ timer }) {
      await stop()
      server = await serve({ folder, port, env: { ...env, RECONCILE_TIMER: String(timer) }, distDir, log })
    },
  }
}
