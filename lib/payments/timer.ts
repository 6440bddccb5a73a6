import { log } from '@/lib/log'
import { reconcileDue } from './reconcile'

const everyMs = 2_000
const kept = globalThis as { shopReconciler?: NodeJS.Timeout }

/** On one machine the server itself is the scheduler. More than one of these, or a cron beside it, do no harm. */
export function startReconcileTimer(): void {
  if (kept.shopReconciler) return
  let running = false
  kept.shopReconciler = setInterval(() => {
    if (running) return
    running = true
    reconcileDue({ limit: 50, budgetMs: 10_000 })
      .catch((err: unknown) => log.error({ err }, 'reconciling failed; the next round tries again'))
      .finally(() => (running = false))
  }, everyMs)
  // The timer alone never keeps a process alive.
  kept.shopReconciler.unref()
}
