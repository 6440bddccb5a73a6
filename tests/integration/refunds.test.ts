// Money on its way back, on real Postgres and the sandbox over HTTP: whatever is lost, doubled or interrupted, the
// customer gets what was asked for, once.
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { reconcileDue } from '@/lib/payments/reconcile'
import { record } from '@/lib/payments/record'
import { requestRefund, refundsOf, type RefundWish } from '@/lib/payments/refund'
import { retryRefund, settleRefund } from '@/lib/payments/refund-by-hand'
import { comparePayment } from '@/lib/payments/refund-compare'
import { requestHash } from '@/lib/payments/refund-rules'
import { nextTryAt } from '@/lib/payments/refund-states'
import { tryAgain } from '@/lib/payments/start'
import { aPhone, merchantChooses, onThePhone, orderFaults, paymentOf, readPayment, resetSandbox, startOne, until } from '../support/shop'

vi.setConfig({ testTimeout: 180_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

/** Bought and paid: 12.400 kr. */
async function paidOne(): Promise<string> {
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await until(() => readPayment(paymentId), (p) => p.state === 'confirmed')
  return paymentId
}

const ask = (paymentId: string, amount: number, more: Partial<RefundWish> = {}) =>
  requestRefund({ paymentId, amount, reason: 'Passaði ekki', actor: 'user:test', formKey: newId(), ...more })
const refundIdOf = (answer: Awaited<ReturnType<typeof ask>>): string => {
  if (answer.kind !== 'asked') throw new Error(`not asked: ${JSON.stringify(answer)}`)
  return answer.refundId
}
const readRefund = (id: string) => db().refund.findUniqueOrThrow({ where: { id } })
const makeDue = (id: string) => db().$executeRaw`UPDATE refund SET next_try_at = now(), claim_until = 'epoch' WHERE id = ${id}`
const orderState = async (paymentId: string) => (await readPayment(paymentId)).order.state
const attentionOf = async (paymentId: string) => (await db().attention.findMany({ where: { paymentId } })).map((item) => item.kind)
/** What the sandbox's own books say was given back: the oracle. */
async function givenBack(paymentId: string): Promise<number> {
  const { transactionId } = await readPayment(paymentId)
  const answer = await fetch(`${env().netgiro.partnerUrl}/transaction/${transactionId}`, { headers: { token: env().netgiro.secretKey } })
  return ((await answer.json()) as { refundedAmount: number }).refundedAmount
}
const keysSent = async (paymentId: string) =>
  (await readPayment(paymentId)).exchanges.filter((e) => e.operation === 'refund').map((e) => (e.request as { idempotencyKey: string }).idempotencyKey)

test('a refund in full gives the money back, and the order says so', async () => {
  const paymentId = await paidOne()
  expect(await ask(paymentId, 12_400)).toMatchObject({ kind: 'asked', state: 'succeeded' })
  expect(await orderState(paymentId)).toBe('refunded')
  expect(await givenBack(paymentId)).toBe(12_400)
  expect(await ask(paymentId, 1)).toEqual({ kind: 'too_much', left: 0 })
  expect(await db().auditEntry.findFirst({ where: { subject: `payment:${paymentId}`, action: 'payment.refund' } })).toMatchObject({ actor: 'user:test', reason: 'Passaði ekki' })
})

test('in two parts with the first answer lost: the customer gets the money once', async () => {
  const paymentId = await paidOne()
  await orderFaults({ name: 'answer_lost', operation: 'refund' })
  const first = await ask(paymentId, 5_000)
  expect(first).toMatchObject({ kind: 'asked', state: 'unknown' })
  expect(await orderState(paymentId)).toBe('paid')
  // What may have been given back is spent: only the rest can be asked for.
  expect(await ask(paymentId, 7_401)).toEqual({ kind: 'too_much', left: 7_400 })
  expect(await ask(paymentId, 7_400)).toMatchObject({ kind: 'asked', state: 'succeeded' })
  expect(await orderState(paymentId)).toBe('part_refunded')
  await makeDue(refundIdOf(first))
  await reconcileDue()
  expect(await readRefund(refundIdOf(first))).toMatchObject({ state: 'succeeded', tries: 2 })
  expect(await orderState(paymentId)).toBe('refunded')
  expect(await givenBack(paymentId)).toBe(12_400)
  const keys = await keysSent(paymentId)
  expect(keys).toHaveLength(3)
  expect(keys.filter((key) => key === refundIdOf(first))).toHaveLength(2)
})

test('a second part after the first is given back as well, and no krona more', async () => {
  const paymentId = await paidOne()
  for (const amount of [4_000, 4_000, 4_400]) expect(await ask(paymentId, amount)).toMatchObject({ state: 'succeeded' })
  expect(await orderState(paymentId)).toBe('refunded')
  expect(await refundsOf(paymentId)).toMatchObject({ left: 0, succeeded: 12_400, spent: 12_400 })
})

test('twenty partial refunds at once never exceed what was taken, though answers are lost', async () => {
  const paymentId = await paidOne()
  await orderFaults([{ name: 'answer_lost', operation: 'refund', count: 2 }, { name: 'error_500_after_effect', operation: 'refund', count: 1 }])
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(paymentId, 3_000)))
  expect(answers.filter((a) => a.kind === 'asked')).toHaveLength(4)
  expect(answers.filter((a) => a.kind === 'too_much')).toHaveLength(16)
  for (const answer of answers) if (answer.kind === 'asked') await makeDue(answer.refundId)
  await reconcileDue()
  expect(await refundsOf(paymentId)).toMatchObject({ left: 400, succeeded: 12_000 })
  expect(await givenBack(paymentId)).toBe(12_000)
})

test('twenty clicks on one form are one refund', async () => {
  const paymentId = await paidOne()
  const formKey = newId()
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(paymentId, 1_000, { formKey })))
  expect(new Set(answers.map(refundIdOf)).size).toBe(1)
  expect(await givenBack(paymentId)).toBe(1_000)
  expect(await keysSent(paymentId)).toHaveLength(1)
})

test('a definite refusal frees the amount, and the next refund has a key of its own', async () => {
  const paymentId = await paidOne()
  // The provider knows better: all but 400 went back in its own portal.
  const { transactionId } = await readPayment(paymentId)
  await fetch(`${env().netgiro.partnerUrl}/refund`, {
    method: 'POST', headers: { token: env().netgiro.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId, refundAmount: 12_000, idempotencyKey: newId() }),
  })
  const refused = await ask(paymentId, 5_000)
  expect(refused).toMatchObject({ kind: 'asked', state: 'refused' })
  expect(await refundsOf(paymentId)).toMatchObject({ left: 12_400, spent: 0 })
  expect(await orderState(paymentId)).toBe('paid')
  expect(await ask(paymentId, 400)).toMatchObject({ kind: 'asked', state: 'succeeded' })
  expect(new Set(await keysSent(paymentId)).size).toBe(2)
})

test('a refusal after a try that may have succeeded frees nothing: a person looks, and settles it', async () => {
  const paymentId = await paidOne()
  await orderFaults([{ name: 'error_500_after_effect', operation: 'refund' }])
  const answer = await ask(paymentId, 12_400)
  const refundId = refundIdOf(answer)
  expect(answer).toMatchObject({ state: 'unknown' })
  // As if the provider's memory of the key were gone: the repetition is refused, since nothing is left.
  const other = newId()
  await db().$executeRaw`UPDATE sandbox.netgiro_refund SET idempotency_key = ${other} WHERE idempotency_key = ${refundId}`
  await makeDue(refundId)
  await reconcileDue()
  expect(await readRefund(refundId)).toMatchObject({ state: 'unknown', nextTryAt: null })
  expect(await refundsOf(paymentId)).toMatchObject({ left: 0 })
  expect(await attentionOf(paymentId)).toContain('refund_unclear')
  expect(await settleRefund({ refundId, made: true, actor: 'user:boss', reason: 'Sést á þjónustuvefnum' })).toBe('succeeded')
  expect(await orderState(paymentId)).toBe('refunded')
})

test('a worker that died before the call is replaced; the call is made once', async () => {
  const paymentId = await paidOne()
  const refundId = await intentOf(paymentId, 'requested')
  await reconcileDue()
  expect(await readRefund(refundId)).toMatchObject({ state: 'succeeded', tries: 1 })
  expect(await givenBack(paymentId)).toBe(2_000)
})

test('a worker that died after the call is replaced; the same key gives the money once', async () => {
  const paymentId = await paidOne()
  const refundId = await intentOf(paymentId, 'sent')
  const { transactionId } = await readPayment(paymentId)
  // The dead worker's call did reach the provider.
  await fetch(`${env().netgiro.partnerUrl}/refund`, {
    method: 'POST', headers: { token: env().netgiro.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId, refundAmount: 2_000, idempotencyKey: refundId }),
  })
  await reconcileDue()
  const refund = await readRefund(refundId)
  expect(refund.state).toBe('succeeded')
  expect(refund.unknownSince).not.toBeNull()
  expect(await givenBack(paymentId)).toBe(2_000)
})

/** A refund whose worker is gone, and whose lease has run out. */
async function intentOf(paymentId: string, state: 'requested' | 'sent'): Promise<string> {
  const payment = await readPayment(paymentId)
  const id = newId()
  const wish = { idempotencyKey: id, amount: 2_000, reason: 'Próf' }
  await db().refund.create({
    data: { id, paymentId, currency: 'ISK', state, formKey: newId(), actor: 'user:test', tries: state === 'sent' ? 1 : 0, requestHash: requestHash(payment, wish), ...wish },
  })
  return id
}

test('ten reconcilers at once send a due refund once', async () => {
  const paymentId = await paidOne()
  await intentOf(paymentId, 'requested')
  await Promise.all(Array.from({ length: 10 }, () => reconcileDue()))
  expect(await keysSent(paymentId)).toHaveLength(1)
})

test('a provider that cannot be reached was told nothing: the refund stays asked for and is sent later', async () => {
  const paymentId = await paidOne()
  vi.stubGlobal('fetch', () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED', syscall: 'connect' } })))
  const answer = await ask(paymentId, 3_000)
  vi.unstubAllGlobals()
  expect(answer).toMatchObject({ state: 'requested' })
  expect(await readRefund(refundIdOf(answer))).toMatchObject({ unknownSince: null, tries: 1 })
  expect(await retryRefund(refundIdOf(answer), 'user:test')).toBe('succeeded')
  expect(await givenBack(paymentId)).toBe(3_000)
})

test('what has no answer is asked again after 1, 2, 4, 8, 15 and 30 minutes, and then a person is told', async () => {
  const now = new Date()
  const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => nextTryAt(tries, now)).map((at) => at && (at.getTime() - now.getTime()) / 60_000)
  expect(waits).toEqual([1, 2, 4, 8, 15, 30, null])
  const paymentId = await paidOne()
  await orderFaults({ name: 'html', operation: 'refund', count: null })
  const refundId = refundIdOf(await ask(paymentId, 3_000))
  for (let i = 0; i < 6; i++) {
    expect(await attentionOf(paymentId)).toEqual([])
    await makeDue(refundId)
    await reconcileDue()
  }
  expect(await readRefund(refundId)).toMatchObject({ state: 'unknown', tries: 7, nextTryAt: null })
  expect(await attentionOf(paymentId)).toContain('refund_unclear')
  await resetFaults()
  expect(await settleRefund({ refundId, made: false, actor: 'user:boss', reason: 'Sést ekki' })).toBe('refused')
  expect(await refundsOf(paymentId)).toMatchObject({ left: 12_400 })
})

const resetFaults = () => fetch(`${env().loopback}/sandbox/netgiro/control/faults`, { method: 'DELETE' })

test('a refund whose content no longer fits its key is not sent', async () => {
  const paymentId = await paidOne()
  const refundId = newId()
  await db().refund.create({
    data: { id: refundId, paymentId, currency: 'ISK', formKey: newId(), actor: 'user:test', amount: 2_000, reason: 'x', idempotencyKey: refundId, requestHash: 'of something else' },
  })
  await reconcileDue()
  expect(await readRefund(refundId)).toMatchObject({ state: 'requested', tries: 0, nextTryAt: null })
  expect(await attentionOf(paymentId)).toContain('refund_unclear')
  expect(await keysSent(paymentId)).toEqual([])
})

test('only money that was taken can be given back', async () => {
  const { paymentId } = await startOne()
  expect(await ask(paymentId, 100)).toEqual({ kind: 'not_refundable' })
  await merchantChooses({ captureBy: 'merchant' })
  const reserved = (await startOne()).paymentId
  await onThePhone(reserved, 'accept')
  await until(() => readPayment(reserved), (p) => p.state === 'reserved')
  expect(await ask(reserved, 100)).toEqual({ kind: 'not_refundable' })
  expect(await ask(newId(), 100)).toEqual({ kind: 'not_refundable' })
})

/** Declined once, then paid by another number: the order has an ended payment that may yet be heard of. */
async function paidAtTheSecondTry(): Promise<{ ended: string; paid: string }> {
  const ended = (await startOne()).paymentId
  await onThePhone(ended, 'reject')
  await until(() => readPayment(ended), (p) => p.state === 'declined')
  const paid = paymentOf(await tryAgain({ paymentId: ended, phone: aPhone() }))
  await onThePhone(paid, 'accept')
  await until(() => readPayment(paid), (p) => p.state === 'confirmed')
  return { ended, paid }
}
const heard = { cause: 'callback', actor: 'provider' } as const

test('a late message never takes a refunded order back to paid', async () => {
  const { ended, paid } = await paidAtTheSecondTry()
  await ask(paid, 12_400)
  for (const truth of ['confirmed', 'reserved', 'pending', 'closed'] as const) await record(paid, { seen: { truth } }, heard)
  await record(ended, { seen: { truth: 'reserved' } }, heard)
  expect((await readPayment(ended)).state).toBe('late_unhonoured')
  await record(ended, { seen: { truth: 'confirmed' } }, heard)
  expect((await readPayment(ended)).state).toBe('surplus')
  expect(await orderState(paid)).toBe('refunded')
})

test('money taken beside the payment of an order can be given back in full, and the order stays paid', async () => {
  const { ended, paid } = await paidAtTheSecondTry()
  await record(ended, { seen: { truth: 'confirmed' } }, heard)
  // The sandbox's customer had declined it; its books are made to agree.
  await db().$executeRaw`UPDATE sandbox.netgiro_cart SET state = 'paid', paid_at = now(), closed_at = NULL, invoice_number = 1 WHERE id::text = ${(await readPayment(ended)).transactionId}`
  expect(await ask(ended, 12_400)).toMatchObject({ kind: 'asked', state: 'succeeded' })
  expect(await givenBack(ended)).toBe(12_400)
  expect(await orderState(paid)).toBe('paid')
})

test('a person with a limit gives back up to it, over all their refunds of a payment', async () => {
  const paymentId = await paidOne()
  expect(await ask(paymentId, 6_000, { limit: 10_000 })).toMatchObject({ kind: 'asked' })
  expect(await ask(paymentId, 6_000, { limit: 10_000 })).toEqual({ kind: 'over_limit', left: 4_000 })
  expect(await ask(paymentId, 6_000, { limit: null, actor: 'user:boss' })).toMatchObject({ kind: 'asked' })
})

test("the provider's books lie beside ours: the same, and a refund made elsewhere is flagged", async () => {
  const paymentId = await paidOne()
  await ask(paymentId, 2_400)
  expect(await comparePayment(paymentId)).toMatchObject({
    asked: 'done', differences: [],
    theirs: { status: 'paid', amount: { amount: 12_400 }, refunded: { amount: 2_400 }, refundable: true },
    ours: { amount: { amount: 12_400 }, succeeded: { amount: 2_400 } },
  })
  expect(await attentionOf(paymentId)).toEqual([])
  const { transactionId } = await readPayment(paymentId)
  await fetch(`${env().netgiro.partnerUrl}/refund`, {
    method: 'POST', headers: { token: env().netgiro.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId, refundAmount: 10_000, idempotencyKey: newId() }),
  })
  expect(await comparePayment(paymentId)).toMatchObject({ differences: ['refunded', 'refundable'] })
  expect(await attentionOf(paymentId)).toEqual(['refund_differs'])
})

test('books that cannot be had are no difference', async () => {
  const paymentId = await paidOne()
  await orderFaults({ name: 'html', operation: 'transaction' })
  expect(await comparePayment(paymentId)).toMatchObject({ asked: 'unknown', theirs: null, differences: [] })
  expect(await attentionOf(paymentId)).toEqual([])
})
