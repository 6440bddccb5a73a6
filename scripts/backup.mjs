// npm run db:backup -- FILE: a copy of the shop's data, also while it runs. docs/keeping.md
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/keeping/commands.mjs').then(({ runBackup }) => runBackup(process.argv.slice(2)))
