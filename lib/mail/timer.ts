import { log } from '@/lib/log'
import { postDue } from './post'

const everyMs = 2_000
const kept = globalThis as { shopPostman?: NodeJS.Timeout }

/** Apart from the reconciler's: an SMTP server that hangs must not keep a payment waiting. */
export function startMailTimer(): void {
  if (kept.shopPostman) return
  let running = false
  kept.shopPostman = setInterval(() => {
    if (running) return
    running = true
    postDue()
      .catch((err: unknown) => log.error({ err }, 'posting mail failed; the next round tries again'))
      .finally(() => (running = false))
  }, everyMs)
  // The timer alone never keeps a process alive.
  kept.shopPostman.unref()
}
