// npm start from the first check to the last Ctrl-C.
import { staleBuild } from './build.mjs'
import { dataFolder, portOf, readEnvironment, withSecrets } from './environment.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { end, isEnding, main } from './lifecycle.mjs'
import { startPostgres } from './postgres.mjs'
import { prepare } from './prepare.mjs'
import { bold, dim, Halt, say } from './say.mjs'
import { endOrphans, isServing, requirePort, serve } from './server.mjs'

const distDir = process.env.NEXT_DIST_DIR || '.next'

export const runShop = ({ dev }) =>
  main(async () => {
    const folder = dataFolder('.data')
    const settings = readEnvironment()
    const port = portOf(settings, 'PORT', 3000)
    await endOrphans(folder)
    await requirePort(folder, port, 'PORT')
    say(`\n  ${bold('The wool shop')} ${dim(`starts${dev ? ' with hot reload' : ''}; Ctrl-C stops it`)}`)
    await install()
    await generate()

    const env = withSecrets({ ...settings, PORT: String(port) }, folder)
    const build = dev ? null : staleBuild(env, distDir)
    if (build && isServing(folder, distDir)) {
      throw new Halt('The code has changed, and a shop of this folder runs from the old build.', 'Stop that one first, then start again.')
    }
    env.DATABASE_URL ||= await startPostgres(folder)

    let building
    const { checked, accounts } = await prepare(env, {
      // Only now: a wrong setting is told before a minute of building.
      onChecked: () => (building = build?.().catch((error) => ({ error }))),
    })
    const built = await building
    if (built?.error) throw built.error

    const server = await serve({ folder, port, env: { ...env, NEXTAUTH_URL: env.NEXTAUTH_URL || checked.appUrl }, distDir, dev })
    tellAddresses(checked, accounts)
    const { code, signal } = await server.ended
    if (isEnding()) return
    say(`\n  The server ended by itself (${signal ?? `code ${code}`}). Start it again with npm start.`)
    await end(1)
  })

function tellAddresses({ appUrl, modes }, accounts) {
  const line = (what, where) => say(`    ${what.padEnd(12)} ${where}`)
  say()
  line('Shop', bold(appUrl))
  line('Admin', `${appUrl}/admin`)
  if (modes.netgiro === 'sandbox') line('Test phone', `${appUrl}/sandbox/phone`)
  if (accounts.length) {
    say(dim('\n    Demo sign-ins for the admin, in sandbox mode only'))
    for (const { email, password, role } of accounts) say(`    ${role.padEnd(12)} ${email}  ${dim('password')} ${password}`)
  }
  say()
}
