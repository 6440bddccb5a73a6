// One way in and one way out: whatever a script started is stopped when it ends, in reverse order.
import { Halt, red, say } from './say.mjs'

const cleanups = []
let ending

/** Registers what must be undone at the end; returns a function that does it now. */
export function atEnd(undo) {
  const once = async () => {
    const index = cleanups.indexOf(once)
    if (index >= 0) cleanups.splice(index, 1)
    await undo()
  }
  cleanups.push(once)
  return once
}

/** Whether the end has begun: then a child's death is no news. */
export const isEnding = () => ending !== undefined

export function end(code) {
  ending ??= (async () => {
    while (cleanups.length)
      await cleanups
        .at(-1)()
        .catch((error) => say(red(`  while stopping: ${error.message}`)))
    process.exit(code)
  })()
  return ending
}

/** Runs a script's work; a Halt is told in its own words, a signal ends it with `signalCode`. */
export async function main(work, { signalCode = 0 } = {}) {
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked++ === 0 && process.stdout.isTTY) say('\n  Stopping …')
      void end(signalCode)
    })
  }
  watchParent(signalCode)
  try {
    await work()
  } catch (error) {
    if (isEnding()) return
    tellFailure(error)
    await end(1)
  }
}

// npm passes signals on, but cannot pass on its own SIGKILL; without it nobody could reach us with Ctrl-C.
function watchParent(code) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(code), 1000).unref()
}

/** A Halt in its own words; anything else with its stack. */
export function tellFailure(error) {
  if (!(error instanceof Halt)) return console.error(error)
  console.error(`\n  ${red(error.message)}`)
  if (error.wayOut) console.error(`\n  ${error.wayOut.replaceAll('\n', '\n  ')}`)
  console.error()
}
