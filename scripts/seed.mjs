// npm run db:seed -- --products N: fills the shop's database, the built-in one unless DATABASE_URL names another.
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/run-seed.mjs').then(({ runSeed }) => runSeed(process.argv.slice(2)))
