// Loaded into a server of the suite's own build before anything else: dies at the crash point named in FAULT_ARM, once.
import { readFileSync, rmSync } from 'node:fs'

const file = process.env.FAULT_ARM ?? ''

globalThis.atFaultPoint = (name) => {
  let armed
  try {
    armed = readFileSync(file, 'utf8')
  } catch {
    return
  }
  if (armed !== name) return
  rmSync(file, { force: true })
  process.kill(process.pid, 'SIGKILL')
}
