// The shop through each of the sandbox's scenarios: whatever goes wrong on the way, the money and the order agree.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { scenarioNames, type ScenarioName } from '@/lib/sandbox/netgiro/scenarios'
import { aPhone, merchantChooses, readPayment, resetSandbox, until } from '../support/shop'
import { moveSandboxClock, sold } from '../support/till'
import { becomes, cancel, look, story } from '../support/till-story'

vi.setConfig({ testTimeout: 180_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  await db().$executeRaw`DELETE FROM rate_limit`
})

const control = (path: string, method = 'GET') => fetch(`${env().loopback}/sandbox/netgiro/control/${path}`, { method })
const start = async (name: ScenarioName) => expect((await control(`scenarios/${name}`, 'POST')).status).toBe(200)
const customerActs = () => moveSandboxClock(2_000)
const cartOf = async (paymentId: string) => {
  const { reference } = await readPayment(paymentId)
  const { carts } = (await (await control(`carts?reference=${reference}`)).json()) as { carts: { state: string }[] }
  return carts.map(({ state }) => state)
}
/** A callback alone brings it there: nobody asks. */
const arrives = (paymentId: string, state: string) =>
  until(
    () => readPayment(paymentId),
    (payment) => payment.state === state,
    20_000,
  )
const attention = async (paymentId: string) => (await db().attention.findMany({ where: { paymentId } })).map(({ kind }) => kind)
const paid = { end: 'payment confirmed, order paid', carts: ['paid'] }
const endOf = async (paymentId: string) => ({ end: (await story(paymentId)).end, carts: await cartOf(paymentId) })

const byCallback: ScenarioName[] = [
  'accepted',
  'answer-lost-then-callback',
  '500-after-effect',
  'confirm-lost',
  'out-of-order',
  'wrong-amount',
]
test.each(byCallback)('%s: the callback leads to the money', async (name) => {
  await start(name)
  const paymentId = await sold(aPhone())
  await customerActs()
  await arrives(paymentId, 'confirmed')
  // What is still on its way, an old callback too, changes nothing any more.
  await moveSandboxClock(30_000)
  await look(paymentId)
  expect(await endOf(paymentId)).toEqual(paid)
  expect(await attention(paymentId)).toEqual(name === 'wrong-amount' ? ['amount_mismatch'] : [])
})

test('callback-first: paid though the answer came after the callback', async () => {
  await start('callback-first')
  const paymentId = await sold(aPhone())
  await becomes(paymentId, 'confirmed')
  expect(await endOf(paymentId)).toEqual(paid)
})

test('callback-lost: asking leads to the money', async () => {
  await start('callback-lost')
  const paymentId = await sold(aPhone())
  await customerActs()
  await becomes(paymentId, 'confirmed')
  expect(await endOf(paymentId)).toEqual(paid)
})

test('slow-provider: slow is not lost', async () => {
  await start('slow-provider')
  const paymentId = await sold(aPhone())
  await customerActs()
  await becomes(paymentId, 'confirmed')
  expect(await endOf(paymentId)).toEqual(paid)
})

test('declined: nothing is taken, and the order waits for another customer', async () => {
  await start('declined')
  const paymentId = await sold(aPhone())
  await customerActs()
  await arrives(paymentId, 'declined')
  expect(await endOf(paymentId)).toEqual({ end: 'payment declined, order open', carts: ['declined'] })
})

test('cancel-loses: the reservation is not taken without another yes', async () => {
  await start('cancel-loses')
  const paymentId = await sold(aPhone())
  expect(await cancel(paymentId)).toBe('asked')
  await moveSandboxClock(30_000)
  await look(paymentId)
  expect(await endOf(paymentId)).toEqual({ end: 'payment reserved, order open', carts: ['reserved'] })
})

test('late-yes: a yes after the shop has given up is taken up while the order can still be paid', async () => {
  await start('late-yes')
  const paymentId = await sold(aPhone())
  expect((await readPayment(paymentId)).state).toBe('unknown')
  await db()
    .$executeRaw`UPDATE payment SET expires_at = now() - interval '1 hour', next_check_at = now(), claim_until = 'epoch' WHERE id = ${paymentId}`
  await becomes(paymentId, 'expired')
  await moveSandboxClock(240_000)
  await arrives(paymentId, 'confirmed')
  expect(await endOf(paymentId)).toEqual(paid)
})

test('every scenario there is has been gone through', () => {
  const others: ScenarioName[] = ['callback-first', 'callback-lost', 'slow-provider', 'declined', 'cancel-loses', 'late-yes']
  expect([...byCallback, ...others].toSorted()).toEqual(scenarioNames.toSorted())
})
