// What keeps the shop in order and nobody waits for. Apart from reconciling, so that a slow answer here never
// puts off a payment.
import { raiseAlerts } from '@/lib/alerts/raise'
import { sendWebhooks } from '@/lib/alerts/webhook'
import { log } from '@/lib/log'
import { compareDue, type ComparedDue } from '@/lib/payments/daily-compare'

export type Upkeep = { readonly compared: ComparedDue | null; readonly alerts: number | null; readonly webhooks: number | null }

/** The stock of a whole day's sales is looked at less often; an instance that begins anew looks at once. */
const stockEveryMs = 60_000
let stockLookedAt = -Infinity

/** Any number may run at once. What fails is told in the log and taken up by the next round. */
export async function keepUp({ budgetMs = 10_000 }: { budgetMs?: number } = {}): Promise<Upkeep> {
  const endsAt = performance.now() + budgetMs
  const compared = await orNull('comparing with the providers', () => compareDue({ endsAt }))
  const stock = performance.now() - stockLookedAt > stockEveryMs
  if (stock) stockLookedAt = performance.now()
  const alerts = await orNull('looking for what to alert to', () => raiseAlerts({ stock }))
  const webhooks = await orNull('sending alerts', () => sendWebhooks({ endsAt }))
  return { compared, alerts, webhooks }
}

async function orNull<T>(what: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (err) {
    log.error({ err }, `${what} failed; the next round takes it up`)
    return null
  }
}
