// A number alone does not name a process, it is used again: here a process is its number and its birth.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { atEnd } from './lifecycle.mjs'

const linux = process.platform === 'linux'
const bootId = linux ? read('/proc/sys/kernel/random/boot_id').trim() : ''

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

/** When the process was born, as text to compare; null when there is none, or only its corpse. */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return null
  if (!linux) return ps(pid, 'stat').startsWith('Z') ? null : ps(pid, 'lstart') || null
  // The second field is the command in brackets, and may itself contain brackets and spaces.
  const [state, ...fields] = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ')
  return state && state !== 'Z' && fields.length ? `${bootId}/${fields[18]}` : null
}

export const commandOf = (pid) => (linux ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'args'))

/** The present holder of the number, in a form that can be written down. */
export const identify = (pid) => ({ pid, birth: birthOf(pid) })

/** Whether the process written down is still the one that runs. */
export const isAlive = (who) => Boolean(who?.birth) && birthOf(who.pid) === who.birth

/** Asks a process to end, waits, then insists. `group` reaches its children too. */
export async function endProcess(who, { signal = 'SIGTERM', graceMs = 6000, insist = 'SIGKILL', group = false } = {}) {
  const send = (name) => {
    try {
      process.kill(group ? -who.pid : who.pid, name)
    } catch {
      // Gone meanwhile.
    }
  }
  if (!isAlive(who)) return
  send(signal)
  for (let waited = 0; isAlive(who) && waited < graceMs; waited += 50) await sleep(50)
  if (!isAlive(who)) return
  send(insist)
  while (isAlive(who)) await sleep(50)
}

/**
 * Starts a program in a group of its own, so that Ctrl-C in the terminal reaches it through us only and in
 * our order, and ends it with us unless the caller says that it ends it (`outlives`).
 */
export function start(command, args, { outlives = false, ...options } = {}) {
  const child = spawn(command, args, { detached: true, ...options })
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, error }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const who = identify(child.pid)
  child.who = who
  if (outlives) return child
  child.stop = atEnd(() => endProcess(who, { group: true }))
  void child.ended.then(() => child.stop())
  return child
}

/** Runs a program to its end and keeps its output; with `shown` a person reads along. */
export async function run(command, args, { shown = false, ...options } = {}) {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  const collect = (chunk) => {
    output += chunk
    if (shown) process.stdout.write(chunk)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const { code, signal, error } = await child.ended
  return { ok: code === 0, code, signal, output: error ? `${output}${error.message}` : output }
}
