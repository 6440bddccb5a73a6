// T8: every way a wire can fail, for every operation between shop and provider: 24 × 9. A call's outcome says neither
// more nor less than is known; a callback that fails changes nothing about how its payment ends.
import { reconcileDue } from '@/lib/payments/reconcile'
import { checkout } from '@/lib/payments/start'
import { freePort } from '@/scripts/lib/ports.mjs'
import { transitionsSince, violations } from '../checker'
import { provider, shop } from '../databases'
import { databaseTime } from '../histories'
import { aForm, cartOf, cartWith, control, hurryProvider, merchantChooses, onThePhone, paymentRow, shelf, until } from '../people'
import { check } from '../report'
import { rest } from '../rest'
import type { Part } from '../suite'
import { wireCalls, type WireCall } from '../wire/calls'
import { wireFaultNames, wireFaults, type Means, type WireFaultName } from '../wire/faults'
import { failingProxy } from '../wire/proxy'

const unrecorded = { open: async () => ({ close: async () => {} }) }
/** So that faults which never answer cost half a second. */
const budgetMs = 600
/** An empty 200 is a whole answer where the documents say that the body is optional. */
const expected = (call: string, fault: WireFaultName): Means => (call === 'refund' && fault === 'empty_200' ? 'done' : wireFaults[fault].means)

export const run: Part = async () => {
  const since = await databaseTime()
  await hurryProvider()
  await control('switches', { callbackTimeoutMs: 500 })
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const target = Number(new URL(process.env.SANDBOX_ORIGIN ?? '').port)
  const closed = await freePort()
  for (const fault of wireFaultNames) {
    const proxy = await failingProxy(target, () => fault)
    const origin = fault === 'refused' ? `http://127.0.0.1:${closed}` : proxy.origin
    await Promise.all(wireCalls.map((call) => check(`${call.name}: ${wireFaults[fault].about}`, () => cell(call, fault, origin))))
    proxy.stop()
  }
  await callbacks(closed)
  await check('after every failure of the wire both sides agree', async () => {
    await rest(reconcileDue, since)
    return violations(since)
  })
  return transitionsSince(since)
}

async function cell(call: WireCall, fault: WireFaultName, origin: string): Promise<string[]> {
  const ready = await call.ready()
  const outcome = await call.run(origin, ready, { recorder: unrecorded, budgetMs: wireFaults[fault].means === 'done' ? 10_000 : budgetMs })
  const got = outcome.kind === 'unknown' && outcome.cause === 'not_sent' ? 'not_sent' : outcome.kind
  const complaints = got === expected(call.name, fault) ? [] : [`${call.name} under ${fault} is ${JSON.stringify(outcome)}`]
  const happened = await call.happened(ready)
  if (happened !== null && happened !== wireFaults[fault].reaches) complaints.push(`${call.name} under ${fault} ${happened ? 'happened' : 'did not happen'}`)
  return complaints
}

/** The other direction: what the provider posts to us, through a proxy that stands where it believes us to be. */
async function callbacks(closed: number): Promise<void> {
  const faults = new Map<string, WireFaultName>()
  const faultOf = (head: string) => faults.get(/callbacks\/netgiro\/([\w-]+)\//.exec(head)?.[1] ?? '') ?? null
  const proxy = await failingProxy(Number(process.env.PORT), faultOf, Number(new URL(process.env.APP_URL ?? '').port))
  for (const [kind, act, end] of [['callback', 'accept', 'confirmed'], ['cancel-callback', 'reject', 'declined']] as const) {
    await shop('DELETE FROM rate_limit')
    for (let i = 0; i < wireFaultNames.length; i += 8) {
      await Promise.all(
        wireFaultNames.slice(i, i + 8).map((fault) =>
          check(`${kind}: ${wireFaults[fault].about}`, async () => {
            const started = await checkout({ cartId: await cartWith(await shelf(2)), locale: 'is', form: aForm() })
            if (started.kind !== 'started') return [started.kind]
            const id = started.paymentId
            faults.set(id, fault)
            if (fault === 'refused' || fault === 'closed_at_once' || fault === 'reset_at_once') await elsewhere(id, fault, closed)
            await onThePhone(id, act)
            await until(
              `payment ${id} is ${end}`,
              async () => {
                await shop('UPDATE payment SET next_check_at = clock_timestamp() WHERE id = $1 AND next_check_at > clock_timestamp()', [id])
                await reconcileDue({ limit: 10, budgetMs: 1_000 })
                return (await paymentRow(id)).state
              },
              (state) => state === end,
            )
            return []
          }),
        ),
      )
    }
  }
  proxy.stop()
}

/** Before a request is read nobody can tell whose it is: those connections are made to an address that fails for all. */
async function elsewhere(id: string, fault: WireFaultName, closed: number): Promise<void> {
  const origin = fault === 'refused' ? `http://127.0.0.1:${closed}` : (await failingProxy(1, () => fault)).origin
  const cart = await cartOf(id)
  await provider(`UPDATE sandbox.netgiro_cart SET callback_url = replace(callback_url, $2, $3), callback_cancel_url = replace(callback_cancel_url, $2, $3) WHERE id = $1`, [cart?.id, process.env.APP_URL, origin])
}
