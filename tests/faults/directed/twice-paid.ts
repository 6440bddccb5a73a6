// From every state in which the provider can still take the money: what comes of it when it does, once for an order that
// waits for it, and once for an order that meanwhile another payment has paid. That one is a surplus, told and given back.
import { cancelPayment } from '@/lib/payments/cancel'
import { releaseReservation } from '@/lib/payments/capture'
import { submitCode } from '@/lib/payments/submit-code'
import { dyingAt } from '../crashes'
import { shop } from '../databases'
import { Missed, unlooked } from '../held-up'
import { cartOf, codeOf, paymentRow, until } from '../people'
import { accepts, afflict, bind, comesTo, heal, open, portalTakes, unheard } from './paths'
import { ask } from './refunds'
import { becomes, capturing, look, losesCallbacks, state, told, type Expect, type Misfortune } from './tools'

type Ready = { readonly id: string; readonly take: () => Promise<unknown> }
const actor = 'user:faults'
const shopper = { actor: 'shopper', who: 'shopper' } as const
const on = (id: string) => ({ id, take: () => accepts(id) })
const always = { count: null } as const

async function waiting(after?: string): Promise<Ready> {
  const id = await open({ type: 0, after })
  await losesCallbacks(id)
  return on(id)
}

async function reserved(after?: string): Promise<Ready> {
  const id = await open({ type: 2, captureBy: 'merchant', after })
  await losesCallbacks(id)
  await accepts(id)
  await comesTo(id, 'reserved')
  return { id, take: () => portalTakes(id) }
}

/** The capture is made, and nobody can find out. */
async function unsure(after?: string): Promise<Ready> {
  const id = await open({ type: 2, after })
  await losesCallbacks(id)
  await unlooked(id)
  await afflict(id, 'ConfirmCart', { name: 'answer_lost' })
  await accepts(id)
  await capturing(id, () => afflict(id, 'CheckCart', { name: 'no_answer', ...always }))
  await becomes(id, 'confirm_unknown')
  if ((await cartOf(id))?.state !== 'paid') throw new Missed('the capture came to nothing')
  return { id, take: () => heal(id) }
}

const ways: Readonly<Record<string, (after?: string) => Promise<Ready>>> = {
  pending: waiting,
  reserved,
  confirm_unknown: unsure,
  async unknown(after) {
    const id = await open({ type: 0, after, faults: [{ name: 'answer_lost' }] })
    await losesCallbacks(id)
    return { id, take: async () => (await accepts(id), bind(id)) }
  },
  async needs_code(after) {
    const id = await open({ type: 0, after, named: 'national_id' })
    return { id, take: async () => submitCode(id, (await codeOf(id)) ?? '', actor) }
  },
  async cancelling(after) {
    const ready = await waiting(after)
    for (const operation of ['CancelCart', 'CheckCart']) await afflict(ready.id, operation, { name: 'no_answer', ...always })
    await cancelPayment(ready.id, shopper)
    return { id: ready.id, take: async () => (await ready.take(), heal(ready.id)) }
  },
  async declined(after) {
    const ready = await waiting(after)
    await afflict(ready.id, 'CheckCart', { name: 'refuse', code: 10423 })
    await comesTo(ready.id, 'declined')
    return ready
  },
  cancelled: async (after) => on(await unheard({ type: 0, after }, 'cancelled', (id) => cancelPayment(id, shopper))),
  expired: async (after) => on(await unheard({ type: 0, after })),
  async failed(after) {
    const id = await open({ type: 0, after, faults: [{ name: 'unknown_code', code: 10306 }, { name: 'contradiction' }] })
    await losesCallbacks(id)
    await bind(id)
    return on(id)
  },
  async late_unhonoured(after) {
    const ready = await reserved(after)
    await releaseReservation(ready.id, actor)
    return ready
  },
}

const orderOf = async (id: string) => (await shop<{ state: string }>('SELECT state FROM orders WHERE id = $1', [(await paymentRow(id)).order_id]))[0]?.state

const movesOf = (id: string, from: string) => shop<{ to: string }>('SELECT "to" FROM payment_event WHERE payment_id = $1 AND "from" = $2 AND "to" <> $2 ORDER BY version', [id, from])

/** A payment nobody heard of in time; then a second one in this state; then the first is paid after all, and the second too. */
async function twice(expect: Expect, from: string, bring: (after: string) => Promise<Ready>, die: readonly string[] = []): Promise<void> {
  const first = await unheard({ type: 0 })
  const second = await bring(first)
  expect((await state(second.id)) === from, `the second payment is ${await state(second.id)} and not ${from}`)
  await accepts(first)
  await comesTo(first, 'confirmed')
  await second.take()
  for (const point of die) expect(await dyingAt(point, () => look(second.id)), `nobody passed ${point}`)
  await comesTo(second.id, 'surplus')
  expect(await told(second.id, 'surplus'), 'nobody is told that it was paid twice')
  const [{ amount } = { amount: 0 }] = await shop<{ amount: number }>('SELECT amount FROM payment WHERE id = $1', [second.id])
  const back = await ask(second.id, amount)
  expect(back.kind === 'asked' && back.state === 'succeeded', `the surplus is not given back: ${JSON.stringify(back)}`)
  expect((await orderOf(first)) === 'paid', `its order is ${await orderOf(first)}`)
}

export const twicePaid: readonly Misfortune[] = [
  ...Object.entries(ways).flatMap(([from, bring]): Misfortune[] => [
    { type: null, what: `the provider takes a payment that is ${from}`, happen: async (expect) => {
      const { id, take } = await bring()
      expect((await state(id)) === from, `it is ${await state(id)} and not ${from}`)
      await take()
      await comesTo(id, 'confirmed')
      expect((await orderOf(id)) === 'paid', `its order is ${await orderOf(id)}`)
    } },
    { type: null, what: `paid twice: the second is ${from} while the first is paid`, happen: (expect) => twice(expect, from, bring, from === 'expired' ? ['record.before_commit.surplus', 'record.committed.surplus'] : []) },
  ]),
  { type: null, what: 'paid twice: the second is confirming while the first is paid', happen: async (expect) => {
    const first = await unheard({ type: 0 })
    const id = await open({ type: 2, after: first })
    await losesCallbacks(id)
    await unlooked(id)
    await unlooked(first)
    await accepts(first)
    await accepts(id)
    await capturing(id, () => comesTo(first, 'confirmed'))
    const [then] = await until('what became of the capture is written down', () => movesOf(id, 'confirming'), (moves) => moves.length > 0)
    if (then?.to === 'confirm_unknown') throw new Missed('the answer to the capture was not heard in time')
    expect(then?.to === 'surplus', `what was taken for a paid order is ${then?.to}`)
    expect(await told(id, 'surplus'), 'nobody is told that it was paid twice')
  } },
]
