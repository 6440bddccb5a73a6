// T12: servers whose clocks differ from the database's, and from each other's, with overlapping reconcilers; and an
// hour in which nothing of the shop ran at all. Nothing may end too early, too late or twice.
import path from 'node:path'
import { freePort } from '@/scripts/lib/ports.mjs'
import { root } from '@/scripts/lib/root.mjs'
import { disagreements } from '../agree'
import { transitionsSince } from '../checker'
import { provider, shop } from '../databases'
import { databaseTime } from '../histories'
import { hurryProvider, merchantChooses, moveProvidersClock, onThePhone, paymentRow, pause, setProvidersClockRight, until } from '../people'
import { seeded } from '../random'
import { check } from '../report'
import { hoursPassInTheShop } from '../rest'
import { Server } from '../server'
import { atTheCheckout, callOff, insist, placeOrder } from '../shopper'
import type { Part } from '../suite'

const minute = 60_000
const hour = 60 * minute
const atOnce = 10
const lasting = `state NOT IN ('confirmed', 'declined', 'cancelled', 'expired', 'failed', 'late_unhonoured', 'surplus')`

const ends = { accept: 'confirmed', reject: 'declined', cancel: 'cancelled', nothing: 'pending' } as const
type Fate = keyof typeof ends
const fates: readonly Fate[] = ['accept', 'reject', 'cancel', 'nothing', 'accept']

/** A server at this port whose clock is so far ahead of the database's. */
const serverAt = (port: number, aheadMs: number, more: Record<string, string> = {}): Promise<Server> =>
  Server.onPort(port, process.env.FAULTS_BUILD ?? '.next-faults', { ...more, CLOCK_OFFSET_MS: String(aheadMs), NODE_OPTIONS: `--import=${path.join(root, 'tests/faults/shifted-clock.mjs')}` })

export const run: Part = async ({ seed, long }) => {
  const random = seeded(seed)
  const since = await databaseTime()
  const ports = [Number(process.env.PORT), await freePort()] as const
  process.env.CALLBACK_ORIGINS = ports.map((port) => `http://127.0.0.1:${port}`).join()
  await setProvidersClockRight()
  await hurryProvider()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const sold = long ? 180 : 5
  for (const [name, ms] of [['ten minutes', 10 * minute], ['a day', 24 * hour]] as const) {
    await check(`one clock ${name} ahead of the database's, another ${name} behind: ${sold} purchases end as their customers chose, and when they should`, async () => {
      const servers = await Promise.all([serverAt(ports[0], ms), serverAt(ports[1], -ms)])
      await Promise.all(servers.map((server) => server.up()))
      try {
        return await chosenEnds(servers, sold)
      } finally {
        await Promise.all(servers.map((server) => server.stop()))
      }
    })
  }
  for (let i = 0; i < (long ? 4 : 1); i++) {
    const purchases = long ? 10 : 5
    await check(`an hour in which nothing of the shop ran, ${purchases} purchases under way: one run of one reconciler ends them all${long ? ` (${i + 1})` : ''}`, () => hourOfNothing(ports, { purchases, deadAfterMs: random.between(20, 400) }))
  }
  await check("every moment written down is of the database's clock", () => momentsOutside(since))
  await check('after all the wrong clocks both sides agree', async () => {
    const server = await serverAt(ports[0], -24 * hour)
    await server.up()
    const all = await disagreements(server.reconcile, since)
    await server.stop()
    return all
  })
  return transitionsSince(since)
}

async function chosenEnds(servers: readonly Server[], sold: number): Promise<string[]> {
  const complaints: string[] = []
  for (let done = 0; done < sold && !complaints.length; done += atOnce) {
    await shop('DELETE FROM rate_limit')
    const began = await databaseTime()
    const wave = Array.from({ length: Math.min(atOnce, sold - done) }, (_, i) => onePurchase(servers, done + i))
    const reconcilers = Array.from({ length: 3 }, () => servers.map((server) => server.reconcile())).flat()
    for (const told of await Promise.allSettled([...wave, ...reconcilers])) if (told.status === 'rejected') complaints.push(String(told.reason))
    // Long enough for both timers to have gone round: what nobody answered still rings, and what may be tried again is held.
    await pause(2_500)
    complaints.push(...(await tooEarly(began)))
    await hoursPassInTheShop(began)
    await until('what nobody answered has expired', () => shop(`SELECT id, state FROM payment WHERE created_at >= $1 AND ${lasting}`, [began]), (left) => left.length === 0, 60_000)
  }
  return complaints
}

/** At one server; called off and looked at on the other. Now and then the form reaches both. */
async function onePurchase(servers: readonly Server[], i: number): Promise<void> {
  const fate = fates[i % fates.length] ?? 'accept'
  const [here, there] = i % 2 ? [servers[1], servers[0]] : [servers[0], servers[1]]
  if (!here || !there) throw new Error('two servers are needed')
  const purchase = await atTheCheckout(here.origin)
  const elsewhere = { ...purchase, browser: purchase.browser.at(there.origin) }
  if (i % 3 === 0) await Promise.all([placeOrder(purchase), placeOrder(elsewhere)])
  const id = await insist(purchase)
  const look = async () => (await fetch(`${there.origin}/api/payments/${id}/status`, { signal: AbortSignal.timeout(15_000) })).json() as Promise<{ nextPollMs: number | null }>
  await until(`the push of ${id} is out`, () => paymentRow(id), ({ state }) => state === 'pending')
  const { nextPollMs } = await look()
  if (nextPollMs === null || nextPollMs > minute) throw new Error(`the page of ${id} is told to ask again after ${nextPollMs} ms`)
  if (fate === 'cancel') await callOff(elsewhere.browser, id)
  else if (fate !== 'nothing') await onThePhone(id, fate)
  await look()
  await until(`payment ${id}, ${fate}`, async () => (await paymentRow(id)).state, (state) => state === ends[fate], 60_000)
}

/** Deadlines that are not all as long after their purchase, and orders closed before theirs. */
async function tooEarly(began: Date): Promise<string[]> {
  const payments = await shop<{ id: string; state: string; lasts: number }>(
    `SELECT id, state, extract(epoch FROM expires_at - created_at)::float8 AS lasts FROM payment WHERE created_at >= $1`,
    [began],
  )
  const [shortest, longest] = [Math.min(...payments.map(({ lasts }) => lasts)), Math.max(...payments.map(({ lasts }) => lasts))]
  const closed = await shop<{ id: string; state: string }>(`SELECT id, state FROM orders WHERE created_at >= $1 AND state NOT IN ('open', 'paid')`, [began])
  return [
    ...(longest - shortest > 10 ? [`one payment lasts ${shortest} s, another ${longest} s`] : []),
    ...closed.map(({ id, state }) => `order ${id} is ${state} before its time`),
    ...(payments.some(({ state }) => state === 'pending') ? [] : ['no payment nobody answered is still pending']),
  ]
}

/** Everything of the shop dies under purchases; customers decide meanwhile; an hour later one reconciler runs once. */
async function hourOfNothing(ports: readonly [number, number], { purchases, deadAfterMs }: { purchases: number; deadAfterMs: number }): Promise<string[]> {
  await shop('DELETE FROM rate_limit')
  const began = await databaseTime()
  const servers = await Promise.all([serverAt(ports[0], 10 * minute), serverAt(ports[1], -10 * minute)])
  await Promise.all(servers.map((server) => server.up()))
  const made = await Promise.all(Array.from({ length: purchases }, (_, i) => atTheCheckout(servers[i % 2]?.origin ?? '')))
  const known = await Promise.all(made.slice(0, -2).map(insist))
  for (const id of known) await until(`the push of ${id} is out`, () => paymentRow(id), ({ state }) => state === 'pending')
  const underWay = made.slice(-2).map(placeOrder)
  await pause(deadAfterMs)
  await Promise.all(servers.map((server) => server.kill()))
  await Promise.all(underWay)
  const decisions = known.map((id, i) => ({ id, fate: fates[i % fates.length] ?? 'accept' }))
  for (const { id, fate } of decisions) {
    if (fate !== 'accept' && fate !== 'reject') continue
    const status = await onThePhone(id, fate)
    if (status !== 200) throw new Error(`${fate} of ${id} answers ${status}`)
  }
  await anHourPasses(began)
  await until('the provider has given up its callbacks', () => provider(`SELECT id FROM sandbox.netgiro_delivery WHERE status IN ('due', 'sending')`), (posts) => posts.length === 0, 30_000)
  // With the lease of the real shop: there is no second run to make up for an answer that a slow machine was too slow for.
  const survivor = await serverAt(ports[0], -24 * hour, { RECONCILE_TIMER: 'false', CLAIM_LEASE_MS: '30000' })
  await survivor.up()
  try {
    await survivor.reconcile()
    const left = await shop<{ id: string; state: string; heard: string | null }>(
      `SELECT id, state, (SELECT concat_ws(' ', operation, outcome, code, error) FROM exchange WHERE payment_id = payment.id ORDER BY id DESC LIMIT 1) AS heard
       FROM payment WHERE created_at >= $1 AND ${lasting}`,
      [began],
    )
    const effects = await shop<{ kind: string }>('SELECT kind FROM outbox WHERE done_at IS NULL')
    const accepted = await Promise.all(decisions.filter(({ fate }) => fate === 'accept').map(async ({ id }) => ({ id, ...(await paymentRow(id)) })))
    return [
      ...left.map(({ id, state, heard }) => `payment ${id} is still ${state}; the last call: ${heard}`),
      ...effects.map(({ kind }) => `${kind} is still to be done`),
      ...accepted.filter(({ state }) => state !== 'confirmed').map(({ id, state }) => `payment ${id}, accepted, is ${state}`),
    ]
  } finally {
    await survivor.stop()
  }
}

/** For the shop's rows, by moving their times; for the provider by its own clock. */
async function anHourPasses(began: Date): Promise<void> {
  const back = (column: string) => `${column} = ${column} - interval '1 hour'`
  await shop(`UPDATE payment SET ${back('expires_at')}, ${back('next_check_at')}, ${back('claim_until')} WHERE created_at >= $1`, [began])
  await shop(`UPDATE orders SET ${back('hold_until')} WHERE created_at >= $1 AND state = 'open'`, [began])
  await moveProvidersClock(hour)
}

/** What happened lies between the beginning and now; what is to come is near. */
async function momentsOutside(since: Date): Promise<string[]> {
  const happened: readonly [table: string, columns: readonly string[]][] = [
    ['orders', ['created_at', 'paid_at']],
    ['payment', ['created_at', 'updated_at', 'last_check_at', 'unknown_since']],
    ['payment_event', ['at']],
    ['exchange', ['sent_at', 'completed_at']],
    ['callback', ['received_at']],
    ['attention', ['opened_at']],
    ['outbox', ['due_at', 'done_at']],
    ['mail', ['created_at']],
  ]
  const complaints: string[] = []
  for (const [table, columns] of happened) {
    for (const column of columns) {
      // A millisecond for the rounding of what is kept.
      const [row] = await shop<{ outside: number; all: number }>(
        `SELECT count(*) FILTER (WHERE ${column} NOT BETWEEN $1::timestamptz - interval '1 millisecond' AND clock_timestamp() + interval '1 millisecond')::int AS outside, count(*)::int AS all FROM ${table}`,
        [since],
      )
      if (row?.outside) complaints.push(`${row.outside} of ${row.all} times ${table}.${column} lies outside the run`)
    }
  }
  const [late] = await shop<{ n: number }>(`SELECT count(*)::int AS n FROM payment WHERE claim_until > clock_timestamp() + interval '1 minute'`)
  if (late?.n) complaints.push(`${late.n} payments are claimed for longer than a claim lasts`)
  return complaints
}
