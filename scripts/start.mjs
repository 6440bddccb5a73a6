// npm start, and npm run dev with --dev. Needs nothing but Node: it runs before the install.
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/run-shop.mjs').then(({ runShop }) => runShop({ dev: process.argv.includes('--dev') }))
