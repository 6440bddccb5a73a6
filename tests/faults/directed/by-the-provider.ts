// Misfortunes where the provider takes the money: on our answer to its callback (type 1), or at once (type 0).
import { cancelPayment } from '@/lib/payments/cancel'
import { confirmReservation } from '@/lib/payments/capture'
import { readWaitingRoom } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { dyingAt } from '../crashes'
import { shop } from '../databases'
import { cartOf, onThePhone, orderFault, paymentRow, until } from '../people'
import { becomes, begin, calls, look, losesCallbacks, passDeadline, state, told, type Misfortune } from './tools'

export const byTheProvider: readonly Misfortune[] = [
  { type: 1, what: 'the provider waits for our answer', happen: async () => {
    const { id } = await begin()
    await onThePhone(id, 'accept')
    await until('the payment is seen', async () => (await reconcileDue(), state(id)), (now) => now === 'confirmed', 12_000)
  } },
  { type: 1, what: 'the provider waits for our answer, and the order can no longer be honoured', happen: async (expect) => {
    const { id, variantId } = await begin({ stock: 1 })
    const { order_id: orderId } = await paymentRow(id)
    await shop(`UPDATE variant SET held = 0 WHERE id = $1`, [variantId])
    await shop(`UPDATE orders SET state = 'cancelled', stock = 'released' WHERE id = $1`, [orderId])
    await onThePhone(id, 'accept')
    await until('the callbacks are answered', () => cartOf(id), (cart) => cart?.state !== 'reserved' && cart?.state !== 'pending', 12_000)
    expect((await cartOf(id))?.state === 'unacknowledged', `the provider took it as ${(await cartOf(id))?.state}`)
  } },
  { type: 1, what: 'the provider waits for our answer, which the shopper has called off', happen: async (expect) => {
    const { id } = await begin()
    await orderFault({ name: 'callback_delayed', operation: 'callback', reference: (await paymentRow(id)).reference, ms: 1_500 })
    await onThePhone(id, 'accept')
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await look(id)
    expect((await cartOf(id))?.state !== 'paid', 'a payment the shopper had called off was taken')
  } },
  { type: 1, what: 'the merchant confirms by hand what only the provider\'s own callback may', happen: async (expect) => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    expect((await confirmReservation(id, 'user:faults')) === 'not_reserved', 'it was confirmed')
    expect((await calls(id, 'ConfirmCart')) === 0, 'it was captured by hand')
  } },
  { type: 0, what: 'an automatic payment is paid before the cancel arrives', happen: async () => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await becomes(id, 'confirmed')
  } },
  { type: 0, what: 'an automatic payment whose answer and callbacks are all lost', happen: async (expect) => {
    const { id } = await takenUnheard()
    await ends(id, 'expired', reconcileDue)
    expect(await told(id, 'unbound'), 'nobody is told to look for it')
    expect((await readWaitingRoom(id))?.unheard === true, 'the shopper is told that nothing was taken')
  } },
  { type: 0, what: 'an automatic payment whose answer and callbacks are all lost, and the shopper calls it off', happen: async (expect) => {
    const { id } = await takenUnheard()
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await ends(id, 'cancelled', reconcileDue)
    expect(await told(id, 'unbound'), 'nobody is told to look for it')
    expect((await readWaitingRoom(id))?.unheard === true, 'the shopper is told that nothing was taken')
  } },
  { type: 0, what: 'an automatic payment is never heard of, and whoever ends it dies', happen: async (expect) => {
    const { id } = await takenUnheard()
    await ends(id, 'expired', () => dyingAt('record.committed.expired', reconcileDue))
    expect(await told(id, 'unbound'), 'nobody is told to look for it')
  } },
]

/** The customer's money is taken, and nothing of it ever reaches the shop. */
async function takenUnheard(): Promise<{ id: string }> {
  const { id } = await begin({ fault: 'answer_lost' })
  await losesCallbacks(id)
  await onThePhone(id, 'accept')
  return { id }
}

async function ends(id: string, as: string, reconcile: () => Promise<unknown>): Promise<void> {
  await passDeadline(id)
  await until('it ends', async () => (await reconcile(), state(id)), (now) => now === as, 25_000)
}
