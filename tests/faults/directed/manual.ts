// Misfortunes one by one, each with what must come of it. What is expected at once is said here; what must hold in
// the end is the checker's. Here the money is ours to take (confirmation type 2).
import { newId } from '@/lib/ids'
import { returnToCart } from '@/lib/orders/commands'
import { callbackUrl } from '@/lib/payments/addresses'
import { cancelPayment } from '@/lib/payments/cancel'
import { giveUp, renewYes } from '@/lib/payments/capture'
import { fulfil } from '@/lib/payments/fulfil'
import { reconcileDue } from '@/lib/payments/reconcile'
import { provider, shop } from '../databases'
import { cartOf, onThePhone, orderFault, paymentRow, until } from '../people'
import { passing } from '../crashes'
import { unlooked, whileHeldUp } from '../held-up'
import { afflict, heal } from './paths'
import { again, becomes, begin, blindlyRepeated, buy, calls, capturing, dueNow, inTurn, look, losesCallbacks, overAndClosed, passDeadline, post, spoil, state, told, type Misfortune } from './tools'

/** A reservation whose money is taken when its goods leave. */
async function waitsForGoods(): Promise<{ id: string; number: number }> {
  const { id } = await begin()
  const [row] = await shop<{ number: number }>(`UPDATE payment p SET capture_by = 'goods' FROM orders o WHERE o.id = p.order_id AND p.id = $1 RETURNING o.number`, [id])
  await onThePhone(id, 'accept')
  await becomes(id, 'reserved')
  return { id, number: row?.number ?? 0 }
}
const leave = (number: number, formKey = newId()) => fulfil({ number, step: 'ready', trackingUrl: null, actor: 'user:faults', position: 1, formKey })
/** The same form again, for as long as nobody can tell about the money. */
const becomesClear = (number: number, formKey: string) => until('what became of the goods is clear', () => leave(number, formKey), (answer) => answer !== 'money_unknown')

export const manual: readonly Misfortune[] = [
  { type: 2, what: 'a customer says yes', happen: async () => {
    const { id } = await begin()
    await onThePhone(id, 'accept')
    await becomes(id, 'confirmed')
  } },
  { type: 2, what: 'the answer to the start is lost, and the customer says yes', happen: async (expect) => {
    const { id } = await begin({ fault: 'answer_lost' })
    expect((await state(id)) === 'unknown', `a lost answer is ${await state(id)} and not unknown`)
    const second = await inTurn(() => again(id))
    expect(second.kind === 'existing', `a second push was sent while the first may live: ${second.kind}`)
    await onThePhone(id, 'accept')
    await becomes(id, 'confirmed')
  } },
  { type: 2, what: 'the start is answered with an error after it worked, and nobody says anything', happen: async (expect) => {
    const { id } = await begin({ fault: 'error_500_after_effect' })
    expect((await state(id)) === 'unknown', `an error after the effect is ${await state(id)} and not unknown`)
  } },
  { type: 2, what: 'the answer to the capture is lost', happen: async (expect) => {
    const { id } = await begin()
    await spoil(id, 'answer_lost', 'ConfirmCart')
    await onThePhone(id, 'accept')
    await becomes(id, 'confirmed')
    expect(!(await blindlyRepeated(id)), 'a capture whose answer was lost was repeated without a look')
  } },
  { type: 2, what: 'the capture never arrives', happen: async () => {
    const { id } = await begin()
    await spoil(id, 'no_answer', 'ConfirmCart')
    await onThePhone(id, 'accept')
    await until('the capture is tried again', async () => (await reconcileDue(), state(id)), (now) => now === 'confirmed', 12_000)
  } },
  { type: 2, what: 'the goods leave, and the answer to the capture is lost', happen: async (expect) => {
    const { id, number } = await waitsForGoods()
    await spoil(id, 'answer_lost', 'ConfirmCart')
    const answer = await becomesClear(number, newId())
    expect(answer === 'taken', `what the provider says afterwards was not believed: it is told as ${answer}`)
    expect((await state(id)) === 'confirmed', `goods left, and the payment is ${await state(id)}`)
    expect(!(await blindlyRepeated(id)), 'a capture whose answer was lost was repeated without a look')
  } },
  { type: 2, what: 'the goods leave, and the provider refuses', happen: async (expect) => {
    const { id, number } = await waitsForGoods()
    await afflict(id, 'ConfirmCart', { name: 'refuse', count: null })
    const answer = await becomesClear(number, newId())
    expect(answer === 'money_refused', `a capture that was refused is told as ${answer}`)
    await heal(id)
    await look(id)
    expect((await state(id)) === 'reserved', `a capture that was refused was made all the same: it is ${await state(id)}`)
    expect((await becomesClear(number, newId())) === 'taken', 'a refused capture cannot be asked for again')
  } },
  { type: 2, what: 'the goods leave, and the capture never arrives', happen: async (expect) => {
    const { id, number } = await waitsForGoods()
    await afflict(id, 'ConfirmCart', { name: 'no_answer', count: null })
    const answer = await leave(number)
    expect(answer === 'money_unknown', `a capture nobody answered is told as ${answer}`)
    await heal(id)
    await until('the capture is tried again', async () => (await reconcileDue(), state(id)), (now) => now === 'confirmed', 12_000)
  } },
  { type: 2, what: 'a cancel loses against the yes, and nothing more is said', happen: async (expect) => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await look(id)
    expect((await state(id)) === 'reserved', `a cancel that lost is ${await state(id)} and not reserved`)
  } },
  { type: 2, what: 'a cancel loses against the yes, and the shopper wants it after all', happen: async () => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await becomes(id, 'reserved')
    await renewYes(id)
    await becomes(id, 'confirmed')
  } },
  { type: 2, what: 'a cancel loses against the yes, and the shopper means it', happen: async () => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    await cancelPayment(id, { actor: 'shopper', who: 'shopper' })
    await becomes(id, 'reserved')
    await giveUp(id)
    await look(id)
    await becomes(id, 'late_unhonoured')
  } },
  { type: 2, what: 'somebody posts that a pending payment is paid', happen: async (expect) => {
    const { id } = await begin()
    await fetch(callbackUrl('netgiro', id, 'callback'), { method: 'POST', body: JSON.stringify({ PaymentSuccessful: true, Success: true, ResultCode: 10200 }) })
    expect((await post(id, { id })) === 200, 'a signed hint was not taken')
    const forged = await fetch(callbackUrl('netgiro', id, 'callback'), { method: 'POST', body: '{}', headers: { netgiro_appkey: 'x', netgiro_nonce: '1', netgiro_signature: 'a'.repeat(64) } })
    expect(forged.status === 401, `a forged callback was answered ${forged.status}`)
    expect((await state(id)) === 'pending', `a payment nobody accepted is ${await state(id)}`)
  } },
  { type: 2, what: 'a signed callback names another amount', happen: async (expect) => {
    const { id } = await begin()
    await post(id, { id, amount: 1 })
    expect(await told(id, 'amount_mismatch'), 'nobody is told of another amount')
  } },
  { type: 2, what: 'a signed callback of one order is posted to another, whose name is not yet known', happen: async (expect) => {
    const a = await begin()
    const b = await begin({ fault: 'no_answer' })
    const status = await post(b.id, { id: a.id })
    expect(status === 409, `it was answered ${status}`)
    expect((await paymentRow(b.id)).transaction_id === null, 'it bound another order\'s transaction')
  } },
  { type: 2, what: 'the customer refuses, and two tabs try again at once', happen: async (expect) => {
    const { id } = await begin()
    await onThePhone(id, 'reject')
    await becomes(id, 'declined')
    const tries = await inTurn(() => Promise.all(Array.from({ length: 6 }, () => again(id))))
    const ids = new Set(tries.map((t) => ('paymentId' in t ? t.paymentId : t.kind)))
    expect(ids.size === 1, `six tries became ${[...ids].join(', ')}`)
    const second = [...ids][0] ?? ''
    await onThePhone(second, 'accept')
    await becomes(second, 'confirmed')
  } },
  { type: 2, what: 'nobody answers the push', happen: async (expect) => {
    const { id } = await begin()
    await losesCallbacks(id)
    await passDeadline(id)
    await until('it expires', async () => (await reconcileDue(), state(id)), (now) => now === 'expired', 12_000)
    const cart = await cartOf(id)
    expect(cart?.state === 'cancelled', `the shop gave up and left the cart ${cart?.state} at the provider`)
  } },
  { type: 2, what: 'the provider holds another amount than the order\'s', happen: async (expect) => {
    const { id } = await begin()
    const cart = await cartOf(id)
    await losesCallbacks(id)
    await provider('UPDATE sandbox.netgiro_cart SET amount = amount + 100 WHERE id = $1', [cart?.id])
    await onThePhone(id, 'accept')
    await look(id)
    expect((await calls(id, 'ConfirmCart')) === 0, 'another amount was captured')
    expect(await told(id, 'amount_mismatch'), 'nobody is told of another amount')
    await provider('UPDATE sandbox.netgiro_cart SET amount = amount - 100 WHERE id = $1', [cart?.id])
  } },
  { type: 2, what: 'a yes comes after the end, and the goods are still there', happen: async () => {
    const { id } = await begin({ stock: 1, fault: 'answer_lost' })
    await overAndClosed(id)
    await onThePhone(id, 'accept')
    await becomes(id, 'confirmed')
  } },
  { type: 2, what: 'a yes comes after the end, and the goods are gone', happen: async (expect) => {
    const { id, variantId } = await begin({ stock: 1, fault: 'answer_lost' })
    await overAndClosed(id)
    const other = await inTurn(() => buy(variantId))
    await onThePhone(id, 'accept')
    await until('it is told as too late', () => state(id), (now) => now !== 'expired', 12_000)
    expect((await state(id)) === 'late_unhonoured', `a yes nobody can honour is ${await state(id)}`)
    if ('paymentId' in other && other.paymentId) await onThePhone(other.paymentId, 'accept')
  } },
  { type: 2, what: 'twenty see the yes at once', happen: async (expect) => {
    const { id } = await begin()
    await losesCallbacks(id)
    await onThePhone(id, 'accept')
    await Promise.all(Array.from({ length: 20 }, () => look(id)))
    await becomes(id, 'confirmed')
    expect((await calls(id, 'CheckCart')) <= 6, `twenty looks asked the provider ${await calls(id, 'CheckCart')} times`)
    expect((await calls(id, 'ConfirmCart')) === 1, `it was captured ${await calls(id, 'ConfirmCart')} times`)
  } },
  { type: 2, what: 'another try and the way back to the cart cross', happen: async (expect) => {
    for (let i = 0; i < 12; i++) {
      const { id } = await begin()
      await onThePhone(id, 'reject')
      await look(id)
      const { order_id: orderId } = await paymentRow(id)
      const [order] = await shop<{ cart_id: string }>('SELECT cart_id FROM orders WHERE id = $1', [orderId])
      await inTurn(() => Promise.all([again(id), returnToCart(orderId, order?.cart_id ?? ''), again(id), returnToCart(orderId, order?.cart_id ?? '')]))
      const [after] = await shop<{ state: string; alive: number }>(
        `SELECT state, (SELECT count(*)::int FROM payment p WHERE p.order_id = o.id AND p.state NOT IN ('declined', 'failed', 'cancelled', 'expired')) AS alive FROM orders o WHERE id = $1`,
        [orderId],
      )
      expect((after?.state === 'open') === (after?.alive === 1), `the order is ${after?.state} with ${after?.alive} payments alive`)
    }
  } },
  { type: 2, what: 'nobody knows what became of the capture, nor can it be looked up', happen: async () => {
    const { id } = await begin()
    await losesCallbacks(id)
    await unlooked(id)
    await spoil(id, 'answer_lost', 'ConfirmCart')
    await onThePhone(id, 'accept')
    await capturing(id, () => spoil(id, 'no_answer', 'CheckCart'))
    await until('it is looked up in the end', async () => (await reconcileDue(), state(id)), (now) => now === 'confirmed', 15_000)
  } },
  { type: 2, what: 'a worker is held up until its claim is nearly over', happen: async (expect) => {
    const { id } = await begin()
    await losesCallbacks(id)
    await orderFault({ name: 'slow', operation: 'CheckCart', reference: (await paymentRow(id)).reference, ms: 50 })
    await unlooked(id)
    await onThePhone(id, 'accept')
    // Less than half of its lease is left.
    const nearlyOver = () => shop(`UPDATE payment SET claim_until = clock_timestamp() + interval '900 milliseconds', next_check_at = clock_timestamp() + interval '1 hour' WHERE id = $1`, [id])
    const taking = await passing('exchange.opened.ConfirmCart', () => whileHeldUp('exchange.answered.CheckCart', () => look(id), nearlyOver))
    expect(!taking, 'it took money though another may have had the claim')
    await until('another takes it up', async () => (await dueNow(id), await reconcileDue(), state(id)), (now) => now === 'confirmed', 15_000)
  } },
]
