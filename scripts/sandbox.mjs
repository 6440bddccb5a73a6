// npm run sandbox: the providers' sandboxes alone, for clients of any kind to be tried against.
import { requireNode } from './lib/node-version.mjs'

requireNode()
import('./lib/run-sandbox.mjs').then(({ runSandbox }) => runSandbox())
