import { keepUp } from './upkeep'

const everyMs = 5_000
const kept = globalThis as { shopUpkeep?: NodeJS.Timeout }

/** On one machine the server itself is the scheduler, as for reconciling. */
export function startUpkeepTimer(): void {
  if (kept.shopUpkeep) return
  let running = false
  kept.shopUpkeep = setInterval(() => {
    if (running) return
    running = true
    void keepUp().finally(() => (running = false))
  }, everyMs)
  // The timer alone never keeps a process alive.
  kept.shopUpkeep.unref()
}
