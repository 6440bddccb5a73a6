// npm run db:restore -- FILE [--force]: the shop's data from such a copy. docs/keeping.md
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/keeping/commands.mjs').then(({ runRestore }) => runRestore(process.argv.slice(2)))
