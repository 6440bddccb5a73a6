// npm run faults [-- --short] [--seed N] [--only histories,storms,…]: the fault suite, on clusters, servers and a
// build of its own. docs/reliability.md says what it proves.
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('../tests/faults/run.mjs').then(({ runFaults }) => runFaults(process.argv.slice(2)))
