// Moves that chance makes seldom, after the customer's yes: captures nobody knows the outcome of, and answers that come
// after the end.
import { cancelPayment } from '@/lib/payments/cancel'
import { renewYes } from '@/lib/payments/capture'
import { shop } from '../databases'
import { unlooked } from '../held-up'
import { accepts, afflict, bind, comesTo, endsAs, heal, open, providerEnds, quiet, unheard } from './paths'
import { capturing, look, state, told, type Misfortune } from './tools'

const shopper = { actor: 'shopper', who: 'shopper' } as const
const merchant = { actor: 'user:faults', who: 'merchant' } as const
const one = (what: string, happen: Misfortune['happen']): Misfortune => ({ type: null, what, happen })

/** The money was asked for, and neither that nor what became of it was heard. */
async function unsure(begun: Promise<string>, go: (id: string) => Promise<unknown> = look): Promise<string> {
  const id = await begun
  await afflict(id, 'ConfirmCart', { name: 'slow', ms: 50 })
  await afflict(id, 'ConfirmCart', { name: 'no_answer', count: null })
  await capturing(id, () => afflict(id, 'CheckCart', { name: 'no_answer', count: null }), go)
  await endsAs(id, 'confirm_unknown')
  return id
}
const said = async () => {
  const id = await open({ type: 2 }).then(quiet)
  await unlooked(id)
  await accepts(id)
  return id
}
const wantsItBack = async () => {
  const id = await said()
  await cancelPayment(id, shopper)
  await comesTo(id, 'reserved')
  return id
}

export const late: readonly Misfortune[] = [
  one('a reservation nobody takes up lapses', async () => {
    const id = await open({ type: 2, captureBy: 'merchant' })
    await accepts(id)
    await comesTo(id, 'reserved')
    await providerEnds(id, 'lapsed')
    await comesTo(id, 'expired')
  }),
  one('a cancel came too late, and the reservation lapses', async () => {
    const id = await wantsItBack()
    await providerEnds(id, 'lapsed')
    await comesTo(id, 'cancelled')
  }),
  one('nobody knows what became of the capture, and the reservation lapses', async () => {
    const id = await unsure(said())
    await providerEnds(id, 'lapsed')
    await heal(id)
    await endsAs(id, 'expired')
  }),
  one('nobody knows what became of the capture, and the reservation stands', async () => {
    const id = await unsure(said())
    await heal(id)
    await endsAs(id, 'confirmed')
  }),
  one('nobody knows what became of the capture, and the customer is said to have declined', async () => {
    const id = await unsure(said())
    await providerEnds(id, 'declined')
    await heal(id)
    await afflict(id, 'CheckCart', { name: 'refuse', code: 10423 })
    await endsAs(id, 'declined')
  }),
  one('wanted after all, and then nobody knows what became of the capture, and it lapses', async () => {
    const id = await unsure(wantsItBack(), renewYes)
    await providerEnds(id, 'lapsed')
    await heal(id)
    await endsAs(id, 'cancelled')
  }),
  one('called off, and the customer is said to have declined', async () => {
    const id = await open({ type: 2 }).then(quiet)
    await afflict(id, 'CancelCart', { name: 'no_answer', count: null })
    await afflict(id, 'CheckCart', { name: 'refuse', code: 10423, count: null })
    await providerEnds(id, 'declined')
    await cancelPayment(id, shopper)
    await comesTo(id, 'declined')
  }),
  one('called off unheard of and ended, and then the customer says yes', async (expect) => {
    const id = await unheard({ type: 2 }, 'cancelled', (begun) => cancelPayment(begun, shopper))
    await accepts(id)
    await comesTo(id, 'reserved')
    expect((await shop('SELECT 1 FROM payment WHERE id = $1 AND needs_yes', [id])).length === 1, 'it would be taken without a renewed yes')
    await renewYes(id)
    await endsAs(id, 'confirmed')
  }),
  one('called off by the merchant unheard of and ended, and then the customer says yes', async () => {
    const id = await unheard({ type: 2 }, 'cancelled', (begun) => cancelPayment(begun, merchant))
    await accepts(id)
    await comesTo(id, 'late_unhonoured')
  }),
  one('said to be declined, and then the customer says yes', async (expect) => {
    const id = await open({ type: 2 }).then(quiet)
    await afflict(id, 'CheckCart', { name: 'refuse', code: 10423 })
    await comesTo(id, 'declined')
    await accepts(id)
    await comesTo(id, 'late_unhonoured')
    expect(await told(id, 'contradiction'), 'nobody is told of the contradiction')
  }),
  one('said to be refused, and then the customer says yes', async (expect) => {
    const id = await open({ type: 2, faults: [{ name: 'unknown_code', code: 10306 }, { name: 'contradiction' }] }).then(quiet)
    expect((await state(id)) === 'failed', `a refusal by name is ${await state(id)}`)
    await bind(id)
    await accepts(id)
    await comesTo(id, 'late_unhonoured')
    expect(await told(id, 'contradiction'), 'nobody is told of the contradiction')
  }),
]
