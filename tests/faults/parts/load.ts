// T13, T24: many pages that wait at a running server with the settings it is delivered with, and how long it takes
// from a customer's yes to the page that says so. Counts are asserted; times are figures, since they are the machine's.
import { readFileSync } from 'node:fs'
import { defaults } from '@/lib/env'
import { reconcileDue } from '@/lib/payments/reconcile'
import { violations, transitionsSince } from '../checker'
import { databaseTime } from '../histories'
import { busiestSecond, spread, tally } from '../load/figures'
import { noAnswer, Pages } from '../load/pages'
import { looksAt, waitingPayments } from '../load/waiting'
import { cartOf, clearFaults, control, merchantChooses, orderFault, pause, setProvidersClockRight, until } from '../people'
import { seeded, type Random } from '../random'
import { check, note } from '../report'
import { hoursPassInTheShop, rest } from '../rest'
import { Server } from '../server'
import type { Part } from '../suite'

const paceMs = 3_000
const hour = 3_600_000
/** What the pages together may ask a second, on two cores. */
const bearable = 300
const delivered = (name: string) => String(defaults[name])

export const run: Part = async ({ seed, long }) => {
  const random = seeded(seed)
  const since = await databaseTime()
  await setProvidersClockRight()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  await control('switches', { gsmCartMs: hour, checkIntervalMs: paceMs, callbackRetryMs: 5_000, callbackTimeoutMs: 10_000 })
  // The release build where there is one: that is what the figures are about.
  const build = long ? (process.env.FAULTS_RELEASE ?? '.next-test') : (process.env.FAULTS_BUILD ?? '.next-faults')
  const settings = { PROVIDER_CALLS_PER_SECOND: delivered('PROVIDER_CALLS_PER_SECOND'), CLAIM_LEASE_MS: delivered('CLAIM_LEASE_MS') }
  const server = await Server.onPort(Number(process.env.PORT), build, settings)
  await server.up()
  const crowd = long ? { payments: 1_000, pages: 10_000, rampMs: 60_000, holdMs: 60_000 } : { payments: 20, pages: 200, rampMs: 1_500, holdMs: 3_000 }
  await check(`${crowd.pages} pages wait for ${crowd.payments} payments: all are answered, and the provider is asked no more than it allows`, () => crowded(server, random, crowd, long))
  await hoursPassInTheShop(since)
  await rest(reconcileDue, since)

  const waiting = long ? { payments: 200, settleMs: 5_000, overMs: 60_000 } : { payments: 8, settleMs: 500, overMs: 1_000 }
  for (const heard of [true, false]) {
    await check(`${waiting.payments} pages wait, ${heard ? 'callbacks come' : 'every callback is lost'}: each yes becomes a page that says so`, () => fromYesToPage(server, random, { ...waiting, heard }))
  }
  await clearFaults()
  await server.stop()
  await check('after the load both sides agree', async () => {
    await rest(reconcileDue, since)
    return violations(since)
  })
  return transitionsSince(since)
}

type Crowd = { readonly payments: number; readonly pages: number; readonly rampMs: number; readonly holdMs: number }

async function crowded(server: Server, random: Random, { payments, pages: n, rampMs, holdMs }: Crowd, long: boolean): Promise<string[]> {
  const ids = await waitingPayments(payments)
  const since = await databaseTime()
  const pages = new Pages(server.origin)
  const began = performance.now()
  const answered = new Set<number>()
  for (let i = 0; i < n; i++) pages.page(ids[i % ids.length] ?? '', began + random() * rampMs, () => void answered.add(i))
  await pause(rampMs)
  // On a busy machine the last pages wait longer for their first answer than the ramp takes.
  await until('every page was answered', async () => answered.size, (size) => size === n, 60_000).catch(() => undefined)
  // Half of it again for the pace to settle: the pages that opened last were told of a smaller crowd.
  await pause(rampMs / 2)
  const from = performance.now()
  await pause(holdMs)
  // One look proves nothing about the time between two.
  const looks = await until('a payment is looked at again', () => looksAt(ids, since), ({ most }) => most >= 2, 60_000)
  const to = performance.now()
  pages.leave()
  const asked = pages.between(from, to)
  const failed = pages.questions.flatMap((question) => question.failed ?? [])
  // How long an answer takes is a figure: beside the rest of a suite nobody promises ten seconds.
  const wrong = long ? failed : failed.filter((why) => why !== noAnswer)
  const perSecond = asked.length / ((to - from) / 1000)
  const seconds = (to - began) / 1000
  note(`${n} pages of ${payments} payments: ${perSecond.toFixed(0)} questions a second after the ramp (busiest second ${busiestSecond(asked.map((q) => q.dueAt))}; while it lasted ${busiestSecond(pages.between(began, from).map((q) => q.dueAt))})`)
  note(`answered after ${spread(asked.map((q) => q.tookMs))}; ${failed.length} of ${pages.questions.length} failed; ${pages.reconnects} reconnected; the server holds ${residentMb(server.pid)} MB`)
  note(`${looks.bySandbox} CheckCart in ${seconds.toFixed(0)} s, ${looks.most} at most about one payment; at longest ${(looks.longestMs / 1000).toFixed(1)} s between two about one`)

  const budget = Number(defaults.PROVIDER_CALLS_PER_SECOND)
  return [
    ...(answered.size < n ? [`${n - answered.size} pages were never answered`] : []),
    ...(wrong.length * 1000 >= pages.questions.length ? [`failed: ${tally(wrong)}`] : []),
    ...(looks.tooSoon ? [`${looks.tooSoon} looks came sooner after the one before than the provider asks for`] : []),
    ...(looks.bySandbox > looks.byShop ? [`the provider saw ${looks.bySandbox} looks, written down are ${looks.byShop}`] : []),
    // What the budget had saved up comes on top.
    ...(looks.bySandbox > budget * (seconds + 2) ? [`${looks.bySandbox} looks in ${seconds} s, with ${budget} a second allowed`] : []),
    ...(long && perSecond > bearable ? [`${perSecond.toFixed(0)} questions a second, more than ${bearable}`] : []),
  ]
}

async function fromYesToPage(server: Server, random: Random, { payments, settleMs, overMs, heard }: { payments: number; settleMs: number; overMs: number; heard: boolean }): Promise<string[]> {
  await clearFaults()
  if (!heard) await orderFault({ name: 'callback_lost', operation: 'callback', count: null })
  const ids = await waitingPayments(payments)
  const carts = new Map(await Promise.all(ids.map(async (id) => [id, (await cartOf(id))?.id ?? ''] as const)))
  const pages = new Pages(server.origin)
  const began = performance.now()
  const said = new Map<string, number>()
  const told = new Map<string, number>()
  for (const id of ids) {
    pages.page(id, began + random() * paceMs, ({ state }) => {
      if (state === 'confirmed') told.set(id, performance.now())
    })
  }
  await Promise.all(
    ids.map(async (id) => {
      await pause(settleMs + random() * overMs)
      said.set(id, performance.now())
      await control(`carts/${carts.get(id)}/accept`)
    }),
  )
  const missing = () => ids.filter((id) => !told.has(id))
  await until('every page says so', async () => missing(), (left) => left.length === 0, 60_000).catch(() => undefined)
  pages.leave()
  const failed = pages.questions.flatMap((question) => question.failed ?? [])
  const wrong = failed.filter((why) => why !== noAnswer)
  note(`from the yes to the page, ${heard ? 'with' : 'without'} callbacks: ${spread([...told].map(([id, at]) => at - (said.get(id) ?? at)))}`)
  return [...missing().map((id) => `the page of ${id} never said so`), ...(wrong.length ? [`failed: ${tally(wrong)}`] : [])]
}

const residentMb = (pid: number): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
