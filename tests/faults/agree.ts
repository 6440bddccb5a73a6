import { violations } from './checker'
import { moveProvidersClock } from './people'
import { hoursPassInTheShop, rest, type Reconcile } from './rest'

/** Brings everything to rest, lets it grow old on both sides, and answers with what does not hold at any of its ages. */
export async function disagreements(reconcile: Reconcile, since: Date): Promise<string[]> {
  await rest(reconcile, since)
  await hoursPassInTheShop(since)
  await rest(reconcile, since)
  const first = await violations(since)
  // Until the provider, too, has let everything lapse.
  await moveProvidersClock(9 * 86_400_000)
  await rest(reconcile, since)
  return [...new Set([...first, ...(await violations(since, { allOver: true }))])]
}
