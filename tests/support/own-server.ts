// A server of one test file's own, from the build under test: another instance of the shop, or one that starts anew.
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { nextEnvironment, releaseServer } from '@/scripts/lib/build.mjs'
import { freePort } from '@/scripts/lib/ports.mjs'
import { start } from '@/scripts/lib/processes.mjs'
import { root } from '@/scripts/lib/root.mjs'
import { until } from './shop'

export type OwnServer = { readonly origin: string; stop(): Promise<void> }

export async function ownServer(more: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), RECONCILE_TIMER: 'false', NODE_OPTIONS: '', LOG_LEVEL: 'warn', ...more }
  const log = openSync(path.join(root, '.data-test', 'own-server.log'), 'a')
  const args = ['--import', path.join(root, 'scripts/lib/lifeline.mjs'), ...releaseServer(port)]
  const options = { outlives: false, env: nextEnvironment(env, '.next-test'), cwd: root, stdio: ['pipe', log, log] }
  const child = start(process.execPath, args, options) as unknown as { stop(): Promise<void> }
  closeSync(log)
  const healthy = () =>
    fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
      (answer) => answer.ok,
      () => false,
    )
  await until(healthy, Boolean, 60_000)
  return { origin, stop: () => child.stop() }
}
