// Misfortunes one by one; afterwards all of them together at rest, grown old, and with the provider's clock run out.
import { reconcileDue } from '@/lib/payments/reconcile'
import { transitionsSince, violations } from '../checker'
import { shop } from '../databases'
import { byTheProvider } from '../directed/by-the-provider'
import { late } from '../directed/late'
import { manual } from '../directed/manual'
import { rare } from '../directed/rare'
import { happens, type Misfortune } from '../directed/tools'
import { twicePaid } from '../directed/twice-paid'
import { databaseTime } from '../histories'
import { hurryProvider, merchantChooses, moveProvidersClock } from '../people'
import { check } from '../report'
import { hoursPassInTheShop, rest } from '../rest'
import type { Part } from '../suite'

export const run: Part = async () => {
  const since = await databaseTime()
  await hurryProvider()
  for (const type of [2, 1, 0, null] as const) {
    await shop('DELETE FROM rate_limit')
    if (type !== null) await merchantChooses({ confirmationType: type, captureBy: 'shop' })
    const one = (misfortune: Misfortune) => check(type === null ? misfortune.what : `${misfortune.what} (type ${type})`, () => happens(misfortune))
    await Promise.all([...manual, ...byTheProvider, ...rare, ...late, ...twicePaid].filter((m) => m.type === type).map(one))
  }
  await check('after every misfortune both sides agree', async () => {
    await rest(reconcileDue, since)
    await hoursPassInTheShop(since)
    await rest(reconcileDue, since)
    const first = await violations(since)
    await moveProvidersClock(9 * 86_400_000)
    await rest(reconcileDue, since)
    return [...new Set([...first, ...(await violations(since, { allOver: true }))])]
  })
  return transitionsSince(since)
}
