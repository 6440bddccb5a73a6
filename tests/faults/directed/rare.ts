// Moves that chance makes seldom, up to the customer's yes: each is made here on purpose, so that a run that did not
// make it is noticed.
import { cancelPayment } from '@/lib/payments/cancel'
import { startAtTill } from '@/lib/payments/till'
import { checkout } from '@/lib/payments/start'
import { submitCode } from '@/lib/payments/submit-code'
import { newId } from '@/lib/ids'
import { dyingAt } from '../crashes'
import { shop } from '../databases'
import { keepsItsClaim, whileHeldUp } from '../held-up'
import { placed } from '../histories'
import { aForm, aKennitala, anAppCode, cartWith, codeOf, merchantChooses, onThePhone, orderFault, shelf, wrongCode } from '../people'
import { afflict, bind, comesTo, endsAs, heal, open, openTold, providerEnds, quiet } from './paths'
import { becomes, inTurn, passDeadline, state, type Misfortune } from './tools'

const actor = 'user:faults'
const shopper = { actor: 'shopper', who: 'shopper' } as const
const one = (what: string, happen: Misfortune['happen']): Misfortune => ({ type: null, what, happen })
const lost = [{ name: 'answer_lost' }]
const kennitala = () => open({ type: 2, named: 'national_id' }).then(quiet)

/** The order is placed, and whoever was to send its payment dies. */
async function neverSent(): Promise<string> {
  const form = aForm()
  const cartId = await cartWith(await shelf(2))
  await dyingAt('start.placed', () => checkout({ cartId, locale: 'is', form }))
  return (await placed(form.checkoutKey)) ?? ''
}

/** Something happens before the answer to InsertCart is taken down. */
const onItsWayOut = (faults: readonly { name: string; ms?: number }[], meanwhile: (id: string) => Promise<unknown>): Promise<string> =>
  inTurn(async () => {
    await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
    for (const fault of faults) await orderFault({ ...fault, operation: 'InsertCart' })
    const form = aForm()
    const cartId = await cartWith(await shelf(2))
    let id = ''
    await whileHeldUp('exchange.answered.InsertCart', () => checkout({ cartId, locale: 'is', form }), async () => {
      id = (await placed(form.checkoutKey)) ?? ''
      await meanwhile(id)
    })
    return id
  })

const tillSale = (payer: Parameters<typeof startAtTill>[0]['payer']) => async () => {
  await merchantChooses({ confirmationType: 2, captureBy: 'merchant' })
  const result = await startAtTill({ items: [], amount: 8_900, saleKey: newId(), locale: 'is', actor, locationId: 'L-1', registerId: 'R-2', payer })
  if (result.kind !== 'started') throw new Error(result.kind)
  return result.paymentId
}

export const rare: readonly Misfortune[] = [
  one('whoever was to send it dies: it was never sent', async () => endsAs(await neverSent(), 'failed').then(() => undefined)),
  one('whoever was to send it dies, and the shopper calls it off', async (expect) => {
    const id = await neverSent()
    await cancelPayment(id, shopper)
    expect((await state(id)) === 'cancelled', `it is ${await state(id)}`)
  }),
  one('it is called off while it is on its way out', async () => {
    const id = await onItsWayOut([{ name: 'slow', ms: 50 }], async (sent) => {
      await keepsItsClaim(sent, 'sent')
      await cancelPayment(sent, shopper)
    })
    await endsAs(id, 'cancelled')
  }),
  one('InsertCart says at once that a code is needed', async (expect) => {
    const id = await openTold(tillSale({ kind: 'national_id', nationalId: aKennitala() }))
    expect(Boolean((await shop(`SELECT 1 FROM payment_event WHERE payment_id = $1 AND "from" = 'sent' AND "to" = 'needs_code'`, [id])).length), 'it was not believed')
    expect((await submitCode(id, (await codeOf(id)) ?? '', actor)) === 'taken', 'the code was not taken')
    await endsAs(id, 'confirmed')
  }),
  one('InsertCart says at once that the customer has said yes', async () => {
    const code = await anAppCode()
    await endsAs(await openTold(tillSale({ kind: 'app_code', code })), 'confirmed')
  }),
  one('unheard of, then named by the provider: it waits', async () => {
    const id = await open({ type: 2, faults: lost })
    await bind(id)
    await becomes(id, 'pending')
  }),
  one('unheard of, then named by the provider: a code is needed', async () => {
    const id = await open({ type: 2, named: 'national_id', faults: lost })
    await bind(id)
    await becomes(id, 'needs_code')
  }),
  one('called off while unheard of, then named by the provider', async () => {
    const id = await open({ type: 2, faults: lost })
    await cancelPayment(id, shopper)
    await bind(id)
    await endsAs(id, 'cancelled')
  }),
  one('the customer refuses what we never heard of', async () => {
    const id = await open({ type: 2, faults: lost })
    await onThePhone(id, 'reject')
    await endsAs(id, 'declined')
  }),
  one('the customer refuses what we never heard of and had called off', async () => {
    const id = await quiet(await open({ type: 2, faults: lost }))
    await cancelPayment(id, shopper)
    await onThePhone(id, 'reject')
    await bind(id)
    await endsAs(id, 'cancelled')
  }),
  one('the start is refused so late that it was given up for lost', async () => {
    const id = await onItsWayOut([{ name: 'refuse' }], (sent) => endsAs(sent, 'unknown'))
    await becomes(id, 'failed')
  }),
  ...(['pending', 'needs_code'] as const).flatMap((from) => {
    const begun = () => (from === 'pending' ? open({ type: 2 }).then(quiet) : kennitala())
    const end = (id: string) => providerEnds(id, 'declined')
    return [
      one(`${from}, and ended by the provider after its time`, async () => {
        const id = await begun()
        await comesTo(id, from)
        await end(id)
        await passDeadline(id)
        await endsAs(id, 'expired')
      }),
      one(`${from}, and the provider says that the cart is not valid`, async () => {
        const id = await begun()
        await comesTo(id, from)
        await end(id)
        await afflict(id, 'CheckCart', { name: 'refuse', code: 10304 })
        await comesTo(id, 'failed')
      }),
      one(`${from}, and the provider says that the customer declined`, async () => {
        const id = await begun()
        await comesTo(id, from)
        await end(id)
        await afflict(id, 'CheckCart', { name: 'refuse', code: 10423 })
        await comesTo(id, 'declined')
      }),
    ]
  }),
  one('five wrong codes end a sale', async (expect) => {
    const id = await open({ type: 2, named: 'national_id' })
    const code = (await codeOf(id)) ?? ''
    for (let i = 0; i < 5; i++) await submitCode(id, wrongCode(code), actor)
    await endsAs(id, 'cancelled')
    expect((await submitCode(id, code, actor)) === 'over', 'a sixth code was passed on')
  }),
  one('the answer to the right code is lost, nor can it be looked up', async (expect) => {
    const id = await open({ type: 0, named: 'national_id' })
    const code = (await codeOf(id)) ?? ''
    await afflict(id, 'ConfirmCart', { name: 'answer_lost' })
    await afflict(id, 'CheckCart', { name: 'no_answer', count: null })
    expect((await submitCode(id, code, actor)) === 'unclear', 'a lost answer is not unclear')
    expect((await submitCode(id, code, actor)) === 'unclear', 'another code was sent without a look')
    const sent = await shop(`SELECT 1 FROM exchange WHERE payment_id = $1 AND operation = 'ConfirmCart'`, [id])
    expect(sent.length === 1, `${sent.length} codes were sent without a look`)
    await heal(id)
    await comesTo(id, 'confirmed')
  }),
]
