// npm run bench [-- --check]: how long the database works for each question of the storefront, on the catalogue as it
// is (npm run db:seed -- --products 1000000 makes a large one). It writes nothing. --check fails over the budget.
import { dataFolder, readEnvironment, withSecrets } from '../../scripts/lib/environment.mjs'
import { generate } from '../../scripts/lib/generate.mjs'
import { install } from '../../scripts/lib/install.mjs'
import { end, main } from '../../scripts/lib/lifecycle.mjs'
import { startPostgres } from '../../scripts/lib/postgres.mjs'
import { start } from '../../scripts/lib/processes.mjs'
import { fileURLToPath } from 'node:url'

await main(
  async () => {
    const folder = dataFolder('.data')
    await install()
    await generate()
    const env = withSecrets(readEnvironment(), folder)
    env.DATABASE_URL ||= await startPostgres(folder)
    const script = fileURLToPath(new URL('queries.ts', import.meta.url))
    const child = start(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const { code } = await child.ended
    await end(code ?? 1)
  },
  { signalCode: 130 },
)
