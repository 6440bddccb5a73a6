// T10: money on its way back. Misfortunes one by one, then twenty partial refunds at once of each of many payments,
// while every fifth call fails on the wire, workers die and two reconcilers take up what is left.
import { newId } from '@/lib/ids'
import { reconcileDue } from '@/lib/payments/reconcile'
import { transitionsSince, violations } from '../checker'
import { mortally } from '../crashes'
import { provider, shop } from '../databases'
import { ask, givenBack, ofRefunds } from '../directed/refunds'
import { begin, happens, state } from '../directed/tools'
import { databaseTime } from '../histories'
import { hurryProvider, merchantChooses, onThePhone, pause, until } from '../people'
import { seeded, type Random } from '../random'
import { check, isOverload, note } from '../report'
import { rest } from '../rest'
import type { Part } from '../suite'
import type { WireFaultName } from '../wire/faults'
import { failingProxy } from '../wire/proxy'

const price = 12_400
const failures = ['answer_lost', 'answer_lost', 'answer_never', 'answer_never', 'status_500', 'half_body', 'bad_gateway', 'request_swallowed', 'throttled'] as const satisfies readonly WireFaultName[]

export const run: Part = async ({ seed, long }) => {
  const random = seeded(seed)
  const since = await databaseTime()
  await hurryProvider()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  // Between us and the provider's refunds stands what makes every fifth call fail, once the storms begin. What the
  // books say is always a little old when it arrives.
  let failing = 0
  const fails = (head: string): WireFaultName | null => {
    if (head.startsWith('GET ')) return 'late_in_time'
    return head && random.chance(failing) ? random.pick(failures) : null
  }
  const partner = Number(new URL(process.env.NETGIRO_PARTNER_URL ?? '').port)
  const proxy = await failingProxy(Number(new URL(process.env.SANDBOX_ORIGIN ?? '').port), fails, partner)

  await Promise.all(ofRefunds.map((misfortune) => check(misfortune.what, () => happens(misfortune))))
  await check('after every misfortune of a refund both sides agree', () => atRest(since))

  failing = 0.2
  const payments = long ? 500 : 6
  await check(`twenty partial refunds at once of each of ${payments} payments: never more than was taken, and both sides agree`, async () => {
    const complaints: string[] = []
    for (let done = 0; done < payments && !complaints.length; done += 6) complaints.push(...(await storm(random.fork(), Math.min(6, payments - done))))
    return complaints
  })
  proxy.stop()
  note(`${[...proxy.hits.values()].reduce((a, b) => a + b, 0)} calls failed on the wire: ${[...proxy.hits].map(([name, n]) => `${name} ${n}`).join(' · ')}`)
  return transitionsSince(since)

  async function storm(own: Random, n: number): Promise<string[]> {
    const began = await databaseTime()
    const ids = await paidOnes(n)
    const complaints: string[] = []
    const met = (error: unknown) => void (isOverload(error) || complaints.push(`#0 an error nobody expected: ${error instanceof Error ? error.message : String(error)}`))
    let raging = true
    const meanwhile = async (work: () => Promise<unknown>) => {
      while (raging) {
        await work().catch(met)
        await pause(40)
      }
    }
    const reconcile = (fork: Random) => () => mortally(fork, 0.02, () => reconcileDue({ limit: 10, budgetMs: 1_000 }))
    const others = [meanwhile(reconcile(own.fork())), meanwhile(reconcile(own.fork())), meanwhile(makeDue), meanwhile(async () => complaints.push(...(await tooMuch(began))))]
    await Promise.all(
      ids.flatMap((id) =>
        Array.from({ length: 20 }, async () => {
          const fork = own.fork()
          const formKey = newId()
          const amount = fork.between(300, 3_000)
          const click = () => mortally(fork.fork(), 0.03, () => ask(id, amount, { formKey })).catch(met)
          await (fork.chance(0.25) ? Promise.all([click(), click()]) : click())
        }),
      ),
    )
    raging = false
    await Promise.all(others)
    complaints.push(...(await atRest(began)))
    for (const id of ids) complaints.push(...(await theRest(id)))
    return [...complaints, ...(await atRest(began))]
  }

  /** What is left goes back as well, to the last króna and not one more. */
  async function theRest(id: string): Promise<string[]> {
    failing = 0
    const more = await ask(id, price)
    if (more.kind === 'too_much' && more.left > 0) await ask(id, more.left)
    const last = await ask(id, 1)
    failing = 0.2
    const back = await givenBack(id)
    return back === price && last.kind === 'too_much' ? [] : [`payment ${id}: ${back} of ${price} went back, and one more króna is ${last.kind}`]
  }
}

async function paidOnes(n: number): Promise<string[]> {
  await shop('DELETE FROM rate_limit')
  const ids = (await Promise.all(Array.from({ length: n }, () => begin()))).map(({ id }) => id)
  for (const id of ids) await onThePhone(id, 'accept')
  for (const id of ids) await until(`payment ${id} is confirmed`, async () => (await reconcileDue(), state(id)), (now) => now === 'confirmed')
  return ids
}

const makeDue = () => shop(`UPDATE refund SET next_try_at = clock_timestamp() WHERE next_try_at > clock_timestamp() AND state IN ('requested', 'sent', 'unknown')`)

async function atRest(since: Date): Promise<string[]> {
  await rest(reconcileDue, since)
  return violations(since)
}

/** What must hold at every moment, not only at rest. */
async function tooMuch(since: Date): Promise<string[]> {
  const ours = await shop<{ id: string }>(`SELECT p.id FROM payment p JOIN refund r ON r.payment_id = p.id WHERE p.created_at >= $1 AND r.state <> 'refused' GROUP BY p.id HAVING sum(r.amount) > p.amount`, [since])
  const theirs = await provider<{ reference: string }>(`SELECT c.reference FROM sandbox.netgiro_cart c JOIN sandbox.netgiro_refund r ON r.cart_id = c.id GROUP BY c.id HAVING sum(r.amount) > c.amount`)
  return [...ours.map(({ id }) => `#5 payment ${id}: more is on its way back than was taken`), ...theirs.map(({ reference }) => `#5 ${reference}: the provider gave back more than it took`)]
}
