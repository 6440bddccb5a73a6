// Whole payments, on real Postgres and a sandbox over HTTP. The shop's own code runs in this process and in the
// server that takes the callbacks: two instances, as in the field.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { viewOf } from '@/components/checkout/waiting-view'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { sign } from '@/lib/gateways/netgiro/signature'
import { callbackUrl } from '@/lib/payments/addresses'
import { cancelPayment } from '@/lib/payments/cancel'
import { confirmReservation, giveUp, renewYes } from '@/lib/payments/capture'
import { limitsOf } from '@/lib/payments/limits'
import { pollStatus, readOrderPage, readWaitingRoom } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { refreshPayment } from '@/lib/payments/refresh'
import { checkout, tryAgain } from '@/lib/payments/start'
import { returnToCart } from '@/lib/orders/commands'
import { aCart, aForm, aPhone, aProduct, merchantChooses, onThePhone, orderFaults, paymentOf, readPayment, resetSandbox, startOne, stockOf, until } from '../support/shop'

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})
afterEach(() => merchantChooses({ confirmationType: 2, captureBy: 'shop' }))

const path = (events: readonly { to: string }[]) => events.map((event) => event.to)
const codes = (exchanges: readonly { operation: string; code: string | null }[], operation: string) => exchanges.filter((e) => e.operation === operation).map((e) => e.code)
const inState = (paymentId: string, state: string, withinMs?: number) => until(() => readPayment(paymentId), (p) => p.state === state, withinMs)
const passDeadline = (paymentId: string) =>
  db().$executeRaw`UPDATE payment SET expires_at = now() - interval '1 hour', next_check_at = now(), claim_until = 'epoch' WHERE id = ${paymentId}`
const makeDue = (paymentId: string) => db().$executeRaw`UPDATE payment SET next_check_at = now(), claim_until = 'epoch' WHERE id = ${paymentId}`
const attentionOf = async (paymentId: string) => (await db().attention.findMany({ where: { paymentId } })).map((item) => item.kind)

for (const [type, words] of [[0, 'automatic'], [1, 'server callback'], [2, 'manual']] as const) {
  test(`a payment by phone with ${words} confirmation is paid once the customer accepts`, async () => {
    await merchantChooses({ confirmationType: type })
    const { paymentId, variantId } = await startOne({ stock: 3, quantity: 2 })
    expect(await readPayment(paymentId)).toMatchObject({ state: 'pending', checkEveryMs: 3000, order: { state: 'open', stock: 'held' } })
    expect(await stockOf(variantId)).toEqual({ onHand: 3, held: 2 })
    expect(await onThePhone(paymentId, 'accept')).toBe(200)
    // The shopper's page asks meanwhile: after our answer to a server callback, that is how the end is learnt.
    const asked = () => pollStatus(paymentId).then(() => readPayment(paymentId))
    const paid = await until(asked, (payment) => payment.state === 'confirmed')
    expect(paid.order).toMatchObject({ state: 'paid', stock: 'sold' })
    expect(await stockOf(variantId)).toEqual({ onHand: 1, held: 0 })
    expect(codes(paid.exchanges, 'ConfirmCart')).toEqual(type === 2 ? ['10200'] : [])
  })
}

test('a customer who rejects leaves the order open for another number, and that one can pay', async () => {
  const { paymentId, variantId } = await startOne({ stock: 1 })
  await onThePhone(paymentId, 'reject')
  const declined = await inState(paymentId, 'declined')
  expect(declined.order).toMatchObject({ state: 'open', stock: 'held' })
  const again = paymentOf(await tryAgain({ paymentId, phone: aPhone() }))
  expect(again).not.toBe(paymentId)
  await onThePhone(again, 'accept')
  await inState(again, 'confirmed')
  expect(await readPayment(paymentId)).toMatchObject({ state: 'declined', order: { state: 'paid' } })
  expect(await stockOf(variantId)).toEqual({ onHand: 0, held: 0 })
})

test('a cancel in time ends the payment, and the goods go back to the cart', async () => {
  const { paymentId, variantId } = await startOne({ stock: 4 })
  expect(await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })).toBe('asked')
  const cancelled = await inState(paymentId, 'cancelled')
  expect(codes(cancelled.exchanges, 'CancelCart')).toEqual(['10201'])
  expect(await onThePhone(paymentId, 'accept')).toBe(409)
  expect(await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })).toBe('over')
  expect(await returnToCart(cancelled.orderId, cancelled.order.cartId ?? '')).toBe('ok')
  expect(await stockOf(variantId)).toEqual({ onHand: 4, held: 0 })
  expect(await db().cartLine.count({ where: { cartId: cancelled.order.cartId ?? '' } })).toBe(1)
})

test('a cancel that comes after the money is shown as paid', async () => {
  await merchantChooses({ confirmationType: 0 })
  await orderFaults({ name: 'callback_lost', count: null })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })
  const paid = await inState(paymentId, 'confirmed')
  expect(path(paid.events)).toContain('cancelling')
  expect(paid.order.state).toBe('paid')
})

test('a cancel that loses against a reservation is not captured until the shopper says yes again', async () => {
  await orderFaults({ name: 'callback_lost', count: null })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })
  const asked = await inState(paymentId, 'reserved')
  expect(asked.needsYes).toBe(true)
  await makeDue(paymentId)
  await reconcileDue()
  expect((await readPayment(paymentId)).state).toBe('reserved')
  expect(await confirmReservation(paymentId, 'user:test')).toBe('not_reserved')
  expect(await renewYes(paymentId)).toBe('ok')
  const paid = await inState(paymentId, 'confirmed')
  expect(codes(paid.exchanges, 'ConfirmCart')).toEqual(['10200'])
})

test('a shopper who means the cancel is never charged, whoever looks afterwards', async () => {
  await orderFaults({ name: 'callback_lost', count: null })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })
  await inState(paymentId, 'reserved')
  expect(await giveUp(paymentId)).toBe('ok')
  expect(await giveUp(paymentId)).toBe('over')
  await makeDue(paymentId)
  await reconcileDue()
  const after = await readPayment(paymentId)
  expect(after.state).toBe('late_unhonoured')
  expect(codes(after.exchanges, 'ConfirmCart')).toEqual([])
})

test('a payment nobody answers expires, is called off at the provider, and its order is closed after a while', async () => {
  const { paymentId, variantId } = await startOne({ stock: 2 })
  await passDeadline(paymentId)
  await reconcileDue()
  const expired = await inState(paymentId, 'expired')
  expect(codes(expired.exchanges, 'CancelCart')).toEqual(['10201'])
  await db().order.update({ where: { id: expired.orderId }, data: { holdUntil: new Date(Date.now() - 1000) } })
  await reconcileDue()
  expect((await readPayment(paymentId)).order).toMatchObject({ state: 'expired', stock: 'released' })
  expect(await stockOf(variantId)).toEqual({ onHand: 2, held: 0 })
  expect(await tryAgain({ paymentId, phone: aPhone() })).toEqual({ kind: 'order_closed' })
})

test('the same callback a hundred times at once: one event each, one ConfirmCart, one mail', { timeout: 60_000 }, async () => {
  await orderFaults({ name: 'callback_lost', count: null })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  // Unsigned, with the right token: a hint, as behind a proxy that drops headers with underscores.
  const url = callbackUrl('netgiro', paymentId, 'callback')
  const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(url, { method: 'POST', body: '{}' }).then((r) => r.status)))
  expect(new Set(answers)).toEqual(new Set([200]))
  const paid = await inState(paymentId, 'confirmed')
  expect(path(paid.events)).toEqual(['created', 'sent', 'pending', 'reserved', 'confirming', 'confirmed'])
  expect(codes(paid.exchanges, 'ConfirmCart')).toEqual(['10200'])
  await reconcileDue()
  expect(await db().mail.count({ where: { outboxKey: { startsWith: `payment:${paymentId}:` } } })).toBe(1)
})

test('a forged callback is refused and changes nothing', async () => {
  const { paymentId } = await startOne()
  const before = await readPayment(paymentId)
  const url = callbackUrl('netgiro', paymentId, 'callback')
  const body = JSON.stringify({ PaymentSuccessful: true, ResultCode: 10200, Success: true, PaymentInfo: { TransactionId: before.transactionId, ReferenceNumber: before.reference, StatusId: 2, TotalAmount: before.amount } })
  const forged = await fetch(url, { method: 'POST', body, headers: { netgiro_appkey: 'x', netgiro_nonce: '1', netgiro_signature: 'a'.repeat(64) } })
  expect(forged.status).toBe(401)
  const wrongToken = await fetch(url.replace(/[^/]+$/, 'A'.repeat(32)), { method: 'POST', body })
  expect(wrongToken.status).toBe(404)
  for (const method of ['GET', 'PUT', 'DELETE']) expect((await fetch(url, { method })).status, method).toBe(405)
  expect(await readPayment(paymentId)).toMatchObject({ state: 'pending', version: before.version })
})

test('a signed callback of one order posted to another is refused and moves neither', async () => {
  const mine = await readPayment((await startOne()).paymentId)
  const other = await readPayment((await startOne()).paymentId)
  const url = callbackUrl('netgiro', mine.id, 'callback')
  const post = (body: string) =>
    fetch(url, { method: 'POST', body, headers: { netgiro_appkey: env().netgiro.appKey, netgiro_nonce: '7', netgiro_signature: sign({ secretKey: env().netgiro.secretKey, nonce: '7', url, body }) } })
  const of = (p: typeof mine, amount: number) =>
    JSON.stringify({ PaymentSuccessful: true, PaymentInfo: { TransactionId: p.transactionId, InvoiceNumber: 1, ReferenceNumber: p.reference, StatusId: 2, Created: '2026-01-01T00:00:00', TotalAmount: amount }, Success: true, Message: null, ResultCode: 10200 })
  expect((await post(of(other, other.amount))).status).toBe(409)
  await post(of(mine, mine.amount + 1))
  await post('[1,2')
  expect((await readPayment(mine.id)).state).toBe('pending')
  expect((await readPayment(other.id)).state).toBe('pending')
  expect(await attentionOf(mine.id)).toContain('amount_mismatch')
})

test('a lost callback is made up for by whoever looks next', async () => {
  await orderFaults({ name: 'callback_lost', count: null })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await makeDue(paymentId)
  await pollStatus(paymentId)
  expect(await pollStatus(paymentId)).toMatchObject({ state: 'confirmed', terminal: true, nextPollMs: null })
})

test('an answer that was lost is unknown, never failed, and the callback finds the payment again', async () => {
  await orderFaults({ name: 'answer_lost', operation: 'InsertCart' })
  const { paymentId } = await startOne()
  const lost = await readPayment(paymentId)
  expect(lost).toMatchObject({ state: 'unknown', transactionId: null })
  expect(await pollStatus(paymentId)).toMatchObject({ state: 'unknown', terminal: false })
  // No second push for this order while the first may be alive.
  expect(await tryAgain({ paymentId, phone: aPhone() })).toEqual({ kind: 'existing', paymentId })
  const id = await acceptByReference(lost.reference)
  const paid = await inState(paymentId, 'confirmed')
  expect(paid.transactionId).toBe(id)
})

test('a lost answer whose push nobody answers ends expired at the deadline', async () => {
  await orderFaults({ name: 'no_answer', operation: 'InsertCart' })
  const { paymentId } = await startOne()
  expect((await readPayment(paymentId)).state).toBe('unknown')
  await passDeadline(paymentId)
  await reconcileDue()
  expect(await readPayment(paymentId)).toMatchObject({ state: 'expired', reason: 'no_answer' })
})

test('an automatic payment that was never heard of is told as not known, by its page, its order and the mail', async () => {
  await merchantChooses({ confirmationType: 0 })
  await orderFaults({ name: 'no_answer', operation: 'InsertCart' })
  const { paymentId } = await startOne()
  await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })
  await passDeadline(paymentId)
  await reconcileDue()
  expect(await readPayment(paymentId)).toMatchObject({ state: 'cancelled', reason: 'no_answer', transactionId: null })
  expect(await attentionOf(paymentId)).toEqual(['unbound'])
  const room = await readWaitingRoom(paymentId)
  expect(room).toMatchObject({ unheard: true, terminal: true })
  expect(viewOf(room!, 'is')).toMatchObject({ scene: 'unheard', title: 'Netgíró svaraði okkur aldrei', reason: null })
  expect((await readOrderPage(room!.order.token))?.unheard).toBe(true)
  const mail = await until(async () => (await reconcileDue(), db().mail.findFirst({ where: { outboxKey: { startsWith: `payment-end:${paymentId}:` } } })), (found) => found !== null)
  expect(mail!.text).toContain('vitum ekki hvort hún var tekin')
  expect(mail!.text).not.toContain('Ekkert var tekið')
})

test('a confirmation whose answer was lost is looked up, not repeated', async () => {
  const { paymentId } = await startOne()
  await orderFaults({ name: 'answer_lost', operation: 'ConfirmCart', reference: (await readPayment(paymentId)).reference })
  await onThePhone(paymentId, 'accept')
  const paid = await inState(paymentId, 'confirmed')
  expect(codes(paid.exchanges, 'ConfirmCart')).toEqual([null])
  expect(path(paid.events)).toContain('confirm_unknown')
})

test('an amount that is not ours is never captured, and a person is told', async () => {
  const { paymentId } = await startOne()
  await db().$executeRaw`ALTER TABLE payment DISABLE TRIGGER payment_keeps_identity`
  await db().$executeRaw`UPDATE payment SET amount = amount + 1 WHERE id = ${paymentId}`
  await db().$executeRaw`ALTER TABLE payment ENABLE TRIGGER payment_keeps_identity`
  await onThePhone(paymentId, 'accept')
  await refreshPayment(paymentId, 'merchant')
  const after = await readPayment(paymentId)
  expect(after.state).toBe('pending')
  expect(codes(after.exchanges, 'ConfirmCart')).toEqual([])
  expect(await attentionOf(paymentId)).toContain('amount_mismatch')
})

test('a server callback for an order that can no longer be honoured gets no 200, and nothing is taken', async () => {
  await merchantChooses({ confirmationType: 1 })
  const { paymentId, variantId } = await startOne({ stock: 1 })
  const { orderId } = await readPayment(paymentId)
  await db().$transaction([
    db().variant.update({ where: { id: variantId }, data: { held: 0 } }),
    db().order.update({ where: { id: orderId }, data: { state: 'cancelled', stock: 'released' } }),
  ])
  await onThePhone(paymentId, 'accept')
  await until(() => db().callback.findFirst({ where: { paymentId } }), (row) => row?.answered === 409)
  expect((await readPayment(paymentId)).honouredAt).toBeNull()
})

test('a reservation waits for the merchant who confirms by hand, and one click of two confirms it', async () => {
  await merchantChooses({ captureBy: 'merchant' })
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await inState(paymentId, 'reserved')
  await makeDue(paymentId)
  await reconcileDue()
  expect((await readPayment(paymentId)).state).toBe('reserved')
  const clicks = await Promise.all([confirmReservation(paymentId, 'user:a'), confirmReservation(paymentId, 'user:b')])
  expect(clicks).toContain('confirmed')
  const paid = await inState(paymentId, 'confirmed')
  expect(codes(paid.exchanges, 'ConfirmCart')).toEqual(['10200'])
})

test('a late yes to an expired order is taken up again if the goods are still there', async () => {
  await orderFaults({ name: 'answer_lost', operation: 'InsertCart' })
  const { paymentId, variantId } = await startOne({ stock: 1 })
  await passDeadline(paymentId)
  await reconcileDue()
  const { orderId, reference } = await readPayment(paymentId)
  await db().order.update({ where: { id: orderId }, data: { holdUntil: new Date(Date.now() - 1000) } })
  await reconcileDue()
  expect(await stockOf(variantId)).toEqual({ onHand: 1, held: 0 })
  await acceptByReference(reference)
  const paid = await inState(paymentId, 'confirmed')
  expect(paid.order).toMatchObject({ state: 'paid', stock: 'sold' })
  expect(await stockOf(variantId)).toEqual({ onHand: 0, held: 0 })
})

test('a late yes whose goods are gone is left to lapse, and a person is told', async () => {
  await orderFaults({ name: 'answer_lost', operation: 'InsertCart' })
  const { paymentId, variantId } = await startOne({ stock: 1 })
  await passDeadline(paymentId)
  await reconcileDue()
  const { orderId, reference } = await readPayment(paymentId)
  await db().order.update({ where: { id: orderId }, data: { holdUntil: new Date(Date.now() - 1000) } })
  await reconcileDue()
  await db().variant.update({ where: { id: variantId }, data: { onHand: 0 } })
  await acceptByReference(reference)
  const late = await inState(paymentId, 'late_unhonoured')
  expect(codes(late.exchanges, 'ConfirmCart')).toEqual([])
  expect(await attentionOf(paymentId)).toContain('paid_late')
})

/** The customer accepts a push the shop never learnt of. */
async function acceptByReference(reference: string): Promise<string> {
  const found = await fetch(`${env().loopback}/sandbox/netgiro/control/carts?reference=${reference}`)
  const answer = (await found.json()) as { carts: { transactionId: string }[] } | { transactionId: string }[]
  const cart = (Array.isArray(answer) ? answer : answer.carts)[0]
  if (!cart) throw new Error('the sandbox has no such cart')
  await fetch(`${env().loopback}/sandbox/netgiro/control/carts/${cart.transactionId}/accept`, { method: 'POST' })
  return cart.transactionId
}

test('twenty clicks on one form are one order and one payment', async () => {
  const { variantId } = await aProduct({ stock: 5 })
  const cartId = await aCart(variantId)
  const form = aForm()
  const results = await Promise.all(Array.from({ length: 20 }, () => checkout({ cartId, locale: 'is', form })))
  expect(new Set(results.map(paymentOf)).size).toBe(1)
  expect(await db().order.count({ where: { cartId } })).toBe(1)
  expect(await stockOf(variantId)).toEqual({ onHand: 5, held: 1 })
})

test('two tabs that order one cart get one order; the second is led to it', async () => {
  const { variantId } = await aProduct({ stock: 5 })
  const cartId = await aCart(variantId)
  const results = await Promise.all([checkout({ cartId, locale: 'is', form: aForm() }), checkout({ cartId, locale: 'is', form: aForm() })])
  const started = results.find((r) => r.kind === 'started')
  expect(results).toContainEqual({ kind: 'empty_cart', lastPaymentId: started && paymentOf(started) })
})

test('ten shoppers and three left: three hold one each, seven are told what is left, none goes below nothing', async () => {
  const { variantId } = await aProduct({ stock: 3 })
  const carts = await Promise.all(Array.from({ length: 10 }, () => aCart(variantId)))
  const results = await Promise.all(carts.map((cartId) => checkout({ cartId, locale: 'is', form: aForm() })))
  expect(results.filter((r) => r.kind === 'started')).toHaveLength(3)
  expect(results.filter((r) => r.kind === 'out_of_stock')).toHaveLength(7)
  expect(await stockOf(variantId)).toEqual({ onHand: 3, held: 3 })
})

test('a refusal that names itself ends the payment with its reason; an amount below the minimum says so', async () => {
  const { variantId } = await aProduct({ price: 50 })
  const paymentId = paymentOf(await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm() }))
  expect(await readPayment(paymentId)).toMatchObject({ state: 'failed', reason: 'below_minimum', order: { state: 'open' } })
})

test('ten reconcilers at once do the work of one', async () => {
  await orderFaults({ name: 'callback_lost', count: null })
  const started = await Promise.all(Array.from({ length: 6 }, () => startOne()))
  await Promise.all(started.map(({ paymentId }) => onThePhone(paymentId, 'accept')))
  await Promise.all(started.map(({ paymentId }) => makeDue(paymentId)))
  await Promise.all(Array.from({ length: 10 }, () => reconcileDue()))
  for (const { paymentId } of started) {
    const paid = await inState(paymentId, 'confirmed')
    expect(codes(paid.exchanges, 'ConfirmCart')).toEqual(['10200'])
    expect(codes(paid.exchanges, 'CheckCart')).toEqual(['10426'])
  }
})

test('two hundred polls of one due payment cost one CheckCart', async () => {
  const { paymentId } = await startOne()
  await makeDue(paymentId)
  await Promise.all(Array.from({ length: 200 }, () => pollStatus(paymentId)))
  const { exchanges } = await readPayment(paymentId)
  expect(codes(exchanges, 'CheckCart')).toEqual(['10425'])
})

test('the same number rings three times in ten minutes and no oftener, except the published test numbers', async () => {
  const phone = aPhone()
  const results = []
  for (let i = 0; i < 4; i++) {
    const { variantId } = await aProduct()
    results.push((await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm(phone) })).kind)
  }
  expect(results).toEqual(['started', 'started', 'started', 'too_many_tries'])
  expect(limitsOf({ phone: '8223281', client: '127.0.0.1' }, true)).toEqual({ phone: false, client: false })
  expect(limitsOf({ phone: '8223281', client: '127.0.0.1' }, false)).toEqual({ phone: true, client: true })
})

test('neither number, token nor secret is in what is kept of an exchange', async () => {
  const phone = aPhone()
  const { paymentId } = await startOne({ phone })
  await onThePhone(paymentId, 'accept')
  const paid = await inState(paymentId, 'confirmed')
  const callbacks = await db().callback.findMany({ where: { paymentId } })
  const kept = JSON.stringify([paid, callbacks], (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  expect(kept).not.toContain(phone)
  expect(kept).not.toContain(callbackUrl('netgiro', paymentId, 'callback').split('/').at(-1))
  expect(kept).not.toContain(env().netgiro.secretKey.slice(0, 20))
})
