// Serves the sandbox over plain HTTP; scripts/lib/run-sandbox.mjs starts it.
import { createServer } from 'node:http'
import { env } from '../lib/env'
import { sandboxListener } from '../lib/sandbox/listener'

createServer((request, response) => void sandboxListener(request, response)).listen(env().port, () => process.send?.('listening'))
// The script that started us is gone.
process.once('disconnect', () => process.exit())
