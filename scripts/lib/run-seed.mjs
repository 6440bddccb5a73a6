import { parseArgs } from 'node:util'
import { dataFolder, readEnvironment, withSecrets } from './environment.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { end, main } from './lifecycle.mjs'
import { startPostgres } from './postgres.mjs'
import { prepare } from './prepare.mjs'
import { Halt, say } from './say.mjs'

/** The words for scripts/prepare.ts; without a number the seed decides. */
function seedArguments(args) {
  const { products } = parseArgs({ args, options: { products: { type: 'string' } }, strict: false }).values
  if (products === undefined) return ['--seed']
  if (/^\d{1,8}$/.test(products)) return ['--seed', '--products', products]
  throw new Halt('--products wants a number.', 'For example: npm run db:seed -- --products 100000')
}

export const runSeed = (args) =>
  main(
    async () => {
      const seedArgs = seedArguments(args)
      const folder = dataFolder('.data')
      await install()
      await generate()
      const env = withSecrets(readEnvironment(), folder)
      env.DATABASE_URL ||= await startPostgres(folder)
      await prepare(env, { args: seedArgs })
      say('  The shelves are full.')
      await end(0)
    },
    { signalCode: 130 },
  )
