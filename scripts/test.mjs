// npm test. `-- --only unit` (types, lint, unit, integration, e2e, faults; may be given again) runs less,
// and further words choose files: npm test -- --only unit money
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/testing/run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2)))
