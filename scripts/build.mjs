// npm run build: what a platform runs after its install. Needs no database and downloads nothing.
import { requireNode } from './lib/node-version.mjs'

requireNode()
const [{ generate }, { main, end }, { start }, { nextBin }] = await Promise.all([
  import('./lib/generate.mjs'),
  import('./lib/lifecycle.mjs'),
  import('./lib/processes.mjs'),
  import('./lib/build.mjs'),
])

await main(
  async () => {
    await generate()
    const { code, signal } = await start(process.execPath, [nextBin, 'build'], { stdio: 'inherit' }).ended
    await end(signal ? 1 : code)
  },
  { signalCode: 130 },
)
