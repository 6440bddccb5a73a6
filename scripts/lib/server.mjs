// Runs the shop's server until somebody stops it.
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd } from './lifecycle.mjs'
import { nextBin, nextEnvironment, releaseServer } from './build.mjs'
import { whyNotFree } from './ports.mjs'
import { endProcess, identify, isAlive, start } from './processes.mjs'
import { Halt, step } from './say.mjs'

const recordFile = (folder, port) => path.join(folder, `run-${port}.json`)

/** What was started from this folder and has not been stopped. */
function records(folder) {
  const files = readdirSync(folder).filter((name) => /^run-\d+\.json$/.test(name))
  return files.map((name) => ({ file: path.join(folder, name), ...JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }))
}

/** Ends servers of ours whose starter was killed. Others, ours or not, are left alone. */
export async function endOrphans(folder) {
  for (const { file, starter, server } of records(folder)) {
    if (isAlive(starter)) continue
    await endProcess(server, { group: true })
    rmSync(file, { force: true })
  }
}

/** Whether a shop of this folder now serves from this build: then it must not be replaced under it. */
export const isServing = (folder, distDir) => records(folder).find((record) => record.distDir === distDir && isAlive(record.server))

export async function requirePort(folder, port, name) {
  const code = await whyNotFree(port)
  if (!code) return
  const event = process.env.npm_lifecycle_event ?? 'start'
  const command = event === 'start' ? 'npm start' : `npm run ${event}`
  const another = `Stop that one, or choose another port: ${name}=${port + 1} ${command}`
  const ours = records(folder).find((record) => record.port === port && isAlive(record.server))
  if (ours) throw new Halt(`The shop of this folder already runs, at http://localhost:${port} (process ${ours.starter.pid}).`, another)
  if (code === 'EACCES')
    throw new Halt(`Port ${port} may not be used by an ordinary user.`, `Choose one above 1023: ${name}=3000 ${command}`)
  throw new Halt(`Port ${port} is in use by another program.`, another)
}

const banner = /^\s*(▲|- (Local|Network|Environments)|✓ (Starting|Ready|Running next\.config))/

// Next tells its addresses too; ours come after the last check.
const showOutput = (stream) =>
  createInterface({ input: stream }).on('line', (line) => line.trim() && !banner.test(line) && process.stdout.write(`${line}\n`))

/** Starts Next and answers once it is healthy; `ended` tells of its death. With `log` its words go to that file. */
export async function serve({ folder, port, env, distDir, dev = false, log }) {
  const server = dev ? [nextBin, 'dev', '-p', String(port)] : releaseServer(port)
  const args = ['--import', new URL('./lifeline.mjs', import.meta.url).href, ...server]
  const given = { ...nextEnvironment(env, distDir), PORT: String(port), ...(dev && { NODE_ENV: 'development' }) }
  const output = log ? openSync(log, 'a') : null
  const child = start(process.execPath, args, { env: given, stdio: ['pipe', output ?? 'pipe', output ?? 'inherit'] })
  if (output) closeSync(output)
  else showOutput(child.stdout)
  const file = recordFile(folder, port)
  writeFileSync(file, JSON.stringify({ port, distDir, starter: identify(process.pid), server: child.who }))
  const stop = atEnd(async () => {
    await child.stop()
    rmSync(file, { force: true })
  })
  await step('Starting the server', 'a few seconds', () => healthy(port, child.who))
  return { ended: child.ended, stop }
}

async function healthy(port, who) {
  let last = 'no answer'
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (!isAlive(who)) throw new Halt('The server ended while it started.', 'Its last words are above.')
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5000) })
      if (response.ok) return
      last = `status ${response.status}: ${(await response.text()).slice(0, 300)}`
    } catch (error) {
      last = error.message
    }
  }
  throw new Halt(`The server is up but not healthy after a minute (${last}).`, 'GET /api/health tells what is missing.')
}
