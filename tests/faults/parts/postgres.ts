// T7: what else PostgreSQL does to its clients: stops at once, ends single connections, and commits without being
// able to say so. The server lives through all of it, and every purchase ends once.
import { disagreements } from '../agree'
import { transitionsSince } from '../checker'
import { CommitProxy } from '../commit-proxy'
import { shop } from '../databases'
import { databaseTime } from '../histories'
import { hurryProvider, merchantChooses, onThePhone, paymentRow, pause, setProvidersClockRight, until } from '../people'
import { seeded } from '../random'
import { check, note } from '../report'
import { Server } from '../server'
import { atTheCheckout, insist, paymentOf, placeOrder } from '../shopper'
import type { Part } from '../suite'
import { decided, restartPostgres } from './kills'

const name = 'faults-shop'

export const run: Part = async ({ seed, long }) => {
  const random = seeded(seed)
  const since = await databaseTime()
  await setProvidersClockRight()
  await hurryProvider()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const proxy = await CommitProxy.before(process.env.DATABASE_URL ?? '')
  const server = await Server.onPort(Number(process.env.PORT), process.env.FAULTS_BUILD ?? '.next-faults', { DATABASE_URL: withName(proxy.url) })
  await server.up()
  const { pid } = server
  const lived = async () => (server.pid === pid && (await server.death(1)) === null ? [] : ['the server did not live through it'])

  const stops = long ? 50 : 2
  await check(`PostgreSQL stopped at once ${stops} times during purchases: the server lives, and the purchases end as they should`, async () => {
    for (let i = 0; i < stops; i++) {
      await purchases(server, 2, async () => {
        await pause(random.between(0, 600))
        await restartPostgres('SIGQUIT')
      })
    }
    return lived()
  })

  const ended = long ? 200 : 2
  await check(`connections ended by PostgreSQL ${ended} times during purchases: the server lives, and the purchases end as they should`, async () => {
    let hit = 0
    for (let i = 0; i < ended; i++) {
      await purchases(server, 2, async () => {
        await pause(random.between(0, 400))
        hit += await endConnections(random.chance(0.5) ? 1 : 50)
      })
    }
    note(`${hit} connections ended`)
    return [...(await lived()), ...(hit >= ended ? [] : [`only ${hit} connections were there to be ended`])]
  })

  const cuts = long ? 50 : 2
  await check(`the answer to COMMIT lost ${cuts} times during purchases: the server lives, and the purchases end as they should`, async () => {
    const before = proxy.cuts
    for (let i = 0; i < cuts; i++) {
      await purchases(server, 1, async () => proxy.cutAfter(random.between(0, 5)))
      // Whatever has not passed by now passes with the next round of the reconciler.
      await until('a COMMIT lost its answer', async () => proxy.cuts - before, (n) => n > i, 30_000)
    }
    return lived()
  })

  await check('after all that PostgreSQL did both sides agree', () => disagreements(server.reconcile, since))
  await server.stop()
  proxy.stop()
  return transitionsSince(since)
}

/** People buy, something happens meanwhile, and they insist until every purchase is decided. */
async function purchases(server: Server, how: number, meanwhile: () => Promise<void>): Promise<void> {
  await shop('DELETE FROM rate_limit')
  const made = await Promise.all(Array.from({ length: how }, () => atTheCheckout(server.origin)))
  const buying = made.map(async (purchase) => {
    await placeOrder(purchase)
    const id = await paymentOf(purchase).catch(() => null)
    if (id) await onThePhone(id, 'accept').catch(() => 0)
  })
  await meanwhile()
  await Promise.all(buying)
  for (const purchase of made) {
    const id = await insist(purchase)
    await onThePhone(id, 'accept')
    await until(`payment ${id} is decided`, () => paymentRow(id), decided, 60_000)
  }
}

async function endConnections(most: number): Promise<number> {
  const rows = await shop(
    `SELECT pg_terminate_backend(pid) FROM (
       SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database() ORDER BY state = 'idle', random() LIMIT $2) AS of_the_shop`,
    [name, most],
  )
  return rows.length
}

function withName(url: string): string {
  const named = new URL(url)
  named.searchParams.set('application_name', name)
  return named.href
}
