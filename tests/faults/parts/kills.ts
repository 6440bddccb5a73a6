// T6, T7, T12: a running server of the suite's own build, killed at every crash point while people buy; the shop's
// PostgreSQL killed under it; and two servers with their reconcilers at once. The provider is another process.
import { disagreements } from '../agree'
import { transitionsSince } from '../checker'
import { shop } from '../databases'
import { databaseTime } from '../histories'
import { hurryProvider, merchantChooses, onThePhone, orderFault, paymentRow, pause, until } from '../people'
import { seeded } from '../random'
import { check, note } from '../report'
import { Server } from '../server'
import { atTheCheckout, callOff, insist, paymentOf, placeOrder, type Purchase } from '../shopper'
import type { Part } from '../suite'

type Story = { readonly type?: 1 | 2; readonly fault?: string; readonly armed: 'start' | 'act'; readonly act: (paymentId: string, purchase: Purchase) => Promise<unknown>; readonly points: readonly string[] }

const accept = (id: string) => onThePhone(id, 'accept')
const around = (state: string) => [`record.before_commit.${state}`, `record.committed.${state}`]
const call = (operation: string) => [`exchange.opened.${operation}`, `exchange.answered.${operation}`]

const stories: readonly Story[] = [
  { armed: 'start', act: accept, points: ['start.placed', ...around('sent'), ...call('InsertCart'), ...around('pending'), 'claim.before_release'] },
  { armed: 'act', act: accept, points: ['callback.stored', 'callback.before_answer', 'claim.taken', ...call('CheckCart'), ...around('reserved'), ...around('confirming'), ...call('ConfirmCart'), ...around('confirmed'), 'reconcile.before_closing_orders', 'reconcile.before_effects'] },
  { armed: 'act', act: (id, { browser }) => callOff(browser, id), points: [...around('cancelling'), ...call('CancelCart'), ...around('cancelled')] },
  { armed: 'act', act: (id) => onThePhone(id, 'reject'), points: around('declined') },
  { armed: 'act', act: (id) => shop(`UPDATE payment SET expires_at = expires_at - interval '1 hour', next_check_at = clock_timestamp() WHERE id = $1`, [id]), points: around('expired') },
  { armed: 'start', fault: 'answer_lost', act: accept, points: around('unknown') },
  { armed: 'act', fault: 'answer_lost of ConfirmCart', act: accept, points: around('confirm_unknown') },
  { armed: 'act', type: 1, act: accept, points: ['callback.honoured'] },
]

/** Every crash point of the core, with the story in which somebody passes it. */
export const crashPoints = stories.flatMap((story) => story.points.map((point) => ({ point, story })))

export const run: Part = async ({ seed, long }) => {
  const random = seeded(seed)
  const since = await databaseTime()
  await hurryProvider()
  const server = await Server.onPort(Number(process.env.PORT), process.env.FAULTS_BUILD ?? '.next-faults')
  await server.up()
  const recoveries: number[] = []
  // The short form takes some of them, others with every seed.
  const points = long ? crashPoints : [...crashPoints, ...crashPoints].slice((seed * 12) % crashPoints.length, ((seed * 12) % crashPoints.length) + 12)
  for (let round = 0; round < (long ? 15 : 1); round++) {
    for (const { point, story } of points) {
      await check(`killed at ${point}${long ? ` (${round + 1})` : ''}: the payment ends as it should`, () => killedAt(server, point, story, recoveries))
    }
  }
  if (long) {
    const release = await Server.onPort(server.port, process.env.FAULTS_RELEASE ?? '.next-test')
    await server.stop()
    await release.up()
    for (let i = 0; i < 100; i++) await check(`the release build killed at a random moment (${i + 1})`, () => killedSometime(release, random.between(0, 900), recoveries))
    await release.stop()
    await server.up()
  }
  recoveries.sort((a, b) => a - b)
  note(`${recoveries.length} kills; recovered after ${(recoveries[Math.floor(recoveries.length * 0.95)] ?? 0) / 1000} s (p95), ${(recoveries.at(-1) ?? 0) / 1000} s (longest), restart included`)

  const kills = long ? 100 : 2
  await check(`PostgreSQL killed ${kills} times during purchases: the server lives, and the purchases end as they should`, async () => {
    const pid = server.pid
    for (let i = 0; i < kills; i++) {
      const purchases = await Promise.all(Array.from({ length: 3 }, () => atTheCheckout(server.origin)))
      const buying = purchases.map(async (purchase) => {
        await placeOrder(purchase)
        const id = await paymentOf(purchase).catch(() => null)
        if (id) await accept(id).catch(() => 0)
      })
      await pause(random.between(0, 600))
      await restartPostgres(random.pick(['SIGKILL', 'SIGQUIT']))
      await Promise.all(buying)
      for (const purchase of purchases) {
        const id = await insist(purchase)
        await accept(id)
        await until(`payment ${id} is decided`, () => paymentRow(id), decided, 60_000)
      }
    }
    return server.pid === pid && (await server.death(1)) === null ? [] : ['the server did not live through it']
  })

  await check('two servers with overlapping reconcilers: every purchase ends once', async () => {
    const other = await Server.onPort(null, process.env.FAULTS_BUILD ?? '.next-faults')
    process.env.CALLBACK_ORIGINS = `${server.origin},${other.origin}`
    await other.up()
    const complaints: string[] = []
    try {
      for (let i = 0; i < (long ? 20 : 1); i++) {
        await shop('DELETE FROM rate_limit')
        const purchases = await Promise.all(Array.from({ length: 8 }, (_, n) => atTheCheckout(n % 2 ? other.origin : server.origin)))
        const ids = await Promise.all(purchases.map(insist))
        await Promise.all([...ids.map(accept), ...Array.from({ length: 5 }, () => [server.reconcile(), other.reconcile()]).flat()])
        for (const id of ids) await until(`payment ${id} is confirmed`, async () => (await paymentRow(id)).state, (state) => state === 'confirmed', 60_000).catch((error: Error) => complaints.push(error.message))
      }
    } finally {
      await other.stop()
    }
    return complaints
  })

  await check('after all the kills both sides agree', () => disagreements(server.reconcile, since))
  await server.stop()
  return transitionsSince(since)
}

async function killedAt(server: Server, point: string, story: Story, recoveries: number[]): Promise<string[]> {
  await shop('DELETE FROM rate_limit')
  await merchantChooses({ confirmationType: story.type ?? 2, captureBy: 'shop' })
  const purchase = await atTheCheckout(server.origin)
  if (story.fault === 'answer_lost') await orderFault({ name: 'answer_lost', operation: 'InsertCart' })
  if (story.armed === 'start') server.arm(point)
  await placeOrder(purchase)
  let acted: Promise<unknown> = Promise.resolve()
  if (story.armed === 'act') {
    const id = await insist(purchase)
    if (story.fault) await orderFault({ name: 'answer_lost', operation: 'ConfirmCart', reference: (await paymentRow(id)).reference })
    server.arm(point)
    acted = story.act(id, purchase).catch(() => undefined)
  }
  const signal = await server.death(15_000)
  server.disarm()
  await acted
  if (signal !== 'SIGKILL') return [`the crash point was never reached (${signal ?? 'the server still runs'})`]
  const began = performance.now()
  await server.up()
  const id = await insist(purchase)
  await story.act(id, purchase).catch(() => undefined)
  const ends = ['confirmed', 'declined', 'cancelled', 'expired', 'failed']
  // A start that was lost on its way out waits for its deadline: its end is checked with everybody's.
  const { state } = await until(`payment ${id} is decided`, () => paymentRow(id), (row) => ends.includes(row.state) || (row.state === 'unknown' && row.transaction_id === null) || (row.state === 'reserved' && row.needs_yes), 60_000)
  recoveries.push(Math.round(performance.now() - began))
  // A provider that waits for our answer and gets none, twice, ends the sale: nothing is taken.
  const lawful = story.act !== accept || story.type === 1 || ['confirmed', 'unknown', 'failed'].includes(state)
  return lawful ? [] : [`a payment its customer accepted is ${state}`]
}

async function killedSometime(server: Server, afterMs: number, recoveries: number[]): Promise<string[]> {
  await shop('DELETE FROM rate_limit')
  // A provider that waits for our answer rightly ends the sale when there is none: here a yes must come to money.
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const purchase = await atTheCheckout(server.origin)
  const buying = (async () => {
    await placeOrder(purchase)
    const id = await paymentOf(purchase)
    if (id) await accept(id)
  })()
  await pause(afterMs)
  await server.kill()
  await buying
  const began = performance.now()
  await server.up()
  const id = await insist(purchase)
  await accept(id)
  await until(`payment ${id} is decided`, () => paymentRow(id), decided, 60_000)
  recoveries.push(Math.round(performance.now() - began))
  return []
}

/** Paid, provably never sent, or waiting for its deadline because nobody knows whether it was. */
export const decided = (row: { state: string; transaction_id: string | null }): boolean => ['confirmed', 'failed'].includes(row.state) || (row.state === 'unknown' && row.transaction_id === null)

/** The process that started the cluster ends it and starts it anew. */
export async function restartPostgres(signal: string): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const listen = (message: unknown) => {
      if ((message as { postgres?: string }).postgres !== 'up') return
      process.off('message', listen)
      resolve()
    }
    process.on('message', listen)
  })
  process.send?.({ restartPostgres: signal })
  await done
}
