// The release server: Next, and before it what needs no thought: the build's files, and finished pages as they went
// out before. docs/decisions/013-what-answers-before-next.md
import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { opened } from '../page-cache/open.mjs'
import { letGoOfAborted } from './abort-reasons.mjs'
import { buildFiles } from './files.mjs'
import { firstPaint } from './first-paint.mjs'
import { finishedPages } from './pages.mjs'

const [dir, portText] = process.argv.slice(2)
const port = Number(portText)
const distDir = path.join(dir, process.env.NEXT_DIST_DIR || '.next')

// As `next start` has it: where an action that redirects fetches the page it leads to, whatever Host header came.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`

letGoOfAborted()
const app = next({ dev: false, dir, port })
const whenReady = app.prepare()
const files = buildFiles(path.join(distDir, 'static'))
const pages = finishedPages({
  changes: opened(path.join(distDir, 'server')).changes,
  render: app.getRequestHandler(),
  withFirstPaint: firstPaint(distDir),
})

async function answer(request, response) {
  try {
    await whenReady
    if (!files(request, response)) await pages(request, response)
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`)
    if (response.headersSent) response.destroy()
    else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal Server Error')
  }
}

const server = createServer(answer)
server.once('error', fail)
server.listen(port)
whenReady.catch(fail)

function fail(error) {
  process.stderr.write(`${error?.stack ?? error}\n`)
  process.exit(1)
}

let ending = false
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    if (ending) return
    ending = true
    // Answers under way are finished, and what was to happen after them.
    server.close(() => void app.close().finally(() => process.exit(code)))
  })
}
