// A server whose clock is wrong, by minutes or by days: nothing that decides about money may notice.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseNow, db } from '@/lib/db'
import { cancelPayment } from '@/lib/payments/cancel'
import { pollStatus, readWaitingRoom } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { requestRefund } from '@/lib/payments/refund'
import { tryAgain } from '@/lib/payments/start'
import { aPhone, merchantChooses, onThePhone, orderFaults, paymentOf, readPayment, resetSandbox, startOne, until } from '../support/shop'

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})
afterEach(() => void vi.useRealTimers())

/** Only Date is wrong: timers and the monotonic clock of a machine go on as ever. */
const clockIsOff = (ms: number) => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms, shouldAdvanceTime: false })
const secondsFrom = (now: Date, then: Date) => Math.round((then.getTime() - now.getTime()) / 1000)

for (const [words, off] of [['ten minutes fast', 600_000], ['ten minutes slow', -600_000], ['a day fast', 86_400_000], ['a day slow', -86_400_000]] as const) {
  test(`with a clock ${words} every deadline of a new payment is by the database's`, async () => {
    clockIsOff(off)
    const { paymentId } = await startOne()
    const now = await databaseNow()
    const payment = await readPayment(paymentId)
    const deadlines = { made: payment.createdAt, ends: payment.expiresAt, held: payment.order.holdUntil, ordered: payment.order.createdAt, written: payment.events[0]!.at, sent: payment.exchanges[0]!.sentAt, answered: payment.exchanges[0]!.completedAt! }
    const ahead = Object.fromEntries(Object.entries(deadlines).map(([name, at]) => [name, Math.round(secondsFrom(now, at) / 30) * 30 || 0]))
    expect(ahead).toEqual({ made: 0, ends: 180, held: 180 + 900, ordered: 0, written: 0, sent: 0, answered: 0 })
    expect(Math.abs(secondsFrom(now, payment.nextCheckAt))).toBeLessThan(15)
    const room = await readWaitingRoom(paymentId)
    expect(Math.abs(secondsFrom(now, room!.now))).toBeLessThan(15)
  })

  test(`with a clock ${words} a page's poll looks when it is due, and the mail goes out at once`, async () => {
    await orderFaults({ name: 'callback_lost', count: null })
    clockIsOff(off)
    const { paymentId } = await startOne()
    await onThePhone(paymentId, 'accept')
    expect(await until(() => pollStatus(paymentId), (status) => status?.state === 'confirmed')).toMatchObject({ terminal: true })
    const effects = () => db().outbox.findMany({ where: { causeKey: { startsWith: `payment:${paymentId}:` } } })
    // Others' mail may be before it in the queue.
    const outbox = await until(async () => (await reconcileDue(), effects()), (found) => found.every((effect) => effect.doneAt !== null))
    expect(outbox).toHaveLength(1)
  })

  test(`with a clock ${words} a cancel is carried out, and the goods of another try are held as long as ever`, async () => {
    clockIsOff(off)
    const { paymentId } = await startOne()
    expect(await cancelPayment(paymentId, { actor: 'shopper', who: 'shopper' })).toBe('asked')
    await until(() => readPayment(paymentId), (payment) => payment.state === 'cancelled')
    const again = await readPayment(paymentOf(await tryAgain({ paymentId, phone: aPhone() })))
    expect(Math.round(secondsFrom(await databaseNow(), again.order.holdUntil) / 60)).toBe(18)
  })

  test(`with a clock ${words} a refund is leased and tried by the database's`, async () => {
    const { paymentId } = await startOne()
    await onThePhone(paymentId, 'accept')
    const { amount } = await until(() => readPayment(paymentId), (payment) => payment.state === 'confirmed')
    await orderFaults({ name: 'answer_lost', operation: 'refund' })
    clockIsOff(off)
    await requestRefund({ paymentId, amount, reason: 'x', actor: 'user:1', formKey: paymentId })
    const refund = await db().refund.findFirstOrThrow({ where: { paymentId } })
    const now = await databaseNow()
    expect(refund.state).toBe('unknown')
    expect([refund.createdAt, refund.updatedAt, refund.unknownSince!].map((at) => Math.abs(secondsFrom(now, at)) < 15)).toEqual([true, true, true])
    expect(secondsFrom(now, refund.nextTryAt!)).toBeGreaterThan(40)
    expect(secondsFrom(now, refund.nextTryAt!)).toBeLessThan(80)
  })
}
