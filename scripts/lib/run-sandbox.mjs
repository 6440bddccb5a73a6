import { fileURLToPath } from 'node:url'
import { dataFolder, portOf, readEnvironment, withSecrets } from './environment.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { end, isEnding, main } from './lifecycle.mjs'
import { startPostgres } from './postgres.mjs'
import { start } from './processes.mjs'
import { bold, dim, Halt, say } from './say.mjs'
import { requirePort } from './server.mjs'

export const runSandbox = () =>
  main(async () => {
    // A cluster of its own, so that it and a shop of this folder come and go as they like.
    const folder = dataFolder('.data/sandbox')
    const settings = readEnvironment()
    const port = portOf(settings, 'SANDBOX_PORT', 3100)
    await requirePort(folder, port, 'SANDBOX_PORT')
    await install()
    await generate()
    const origin = `http://localhost:${port}`
    // Signatures are made over its own origin, and a sandbox that runs alone is in sandbox mode.
    const alone = { PORT: String(port), APP_URL: origin, NETGIRO_MODE: 'sandbox', NETS_EASY_MODE: 'sandbox', V3_MODE: 'sandbox' }
    const env = withSecrets({ ...settings, ...alone }, folder)
    env.DATABASE_URL = env.SANDBOX_DATABASE_URL || env.DATABASE_URL || (await startPostgres(folder))

    const script = fileURLToPath(new URL('../sandbox-server.ts', import.meta.url))
    const child = start(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const listening = new Promise((resolve) => child.once('message', () => resolve(true)))
    if (!(await Promise.race([listening, child.ended.then(() => false)])))
      throw new Halt('The sandbox ended while it started.', 'The reason is above.')
    say(`\n  ${bold('The sandbox')} ${dim('runs alone; Ctrl-C stops it')}\n\n    Netgíró      ${origin}/sandbox/netgiro/v1`)
    say(`    Control      ${origin}/sandbox/netgiro/control\n`)
    await child.ended
    if (!isEnding()) await end(1)
  })
