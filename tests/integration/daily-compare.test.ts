// The books of the provider and ours, once a day, against the sandbox: each test has a day long past of its own.
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { clearAttention } from '@/lib/payments/attention'
import { compareDue } from '@/lib/payments/daily-compare'
import { requestRefund } from '@/lib/payments/refund'
import { asDetails } from '@/lib/payments/refund-compare'
import { keepUp } from '@/lib/upkeep/upkeep'
import { merchantChooses, onThePhone, orderFaults, readPayment, resetSandbox, startOne, until } from '../support/shop'

vi.setConfig({ testTimeout: 60_000 })

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})

const before = (day: Date, days: number) => new Date(day.getTime() - days * 86_400_000 + 3_600_000)

/** Bought and paid, so many days before that day. */
async function paidOne(day: Date, days = 1): Promise<string> {
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  await until(
    () => readPayment(paymentId),
    (p) => p.state === 'confirmed',
    60_000,
  )
  await db().payment.update({ where: { id: paymentId }, data: { createdAt: before(day, days), updatedAt: before(day, days) } })
  return paymentId
}

const asked = async (paymentId: string) => (await readPayment(paymentId)).exchanges.filter((e) => e.operation === 'transaction').length
const opened = (paymentId: string) => db().attention.findMany({ where: { paymentId, kind: 'refund_differs' }, orderBy: { id: 'asc' } })
const dayOf = (day: Date) => db().dailyCompare.findUnique({ where: { day } })
/** What is put off is due now. */
const laterOn = (day: Date) => db().compareItem.updateMany({ where: { day }, data: { dueAt: new Date(0) } })

/** The provider gives back what we know nothing of. */
async function givenBackElsewhere(paymentId: string, refundAmount: number): Promise<void> {
  const { transactionId } = await readPayment(paymentId)
  const answer = await fetch(`${env().netgiro.partnerUrl}/refund`, {
    method: 'POST',
    headers: { token: env().netgiro.secretKey, 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId, refundAmount, idempotencyKey: newId() }),
  })
  expect(answer.status).toBe(200)
}

describe('the daily comparison', () => {
  test('asks once about each payment of the week before, and finds nothing where nothing is wrong', async () => {
    const day = new Date('2001-02-01')
    const [first, second, tooOld] = [await paidOne(day), await paidOne(day, 7), await paidOne(day, 9)]
    expect(await compareDue({ day })).toEqual({ compared: 2, differing: 0 })
    expect(await Promise.all([first, second, tooOld].map(asked))).toEqual([1, 1, 0])
    expect(await dayOf(day)).toMatchObject({ planned: 2, compared: 2, differing: 0, unanswered: 0, finishedAt: expect.any(Date) })
    expect(await compareDue({ day })).toEqual({ compared: 0, differing: 0 })
    expect(await asked(first)).toBe(1)
  })

  test('leaves the payments of its own day for the next', async () => {
    const day = new Date('2001-03-01')
    const paymentId = await paidOne(day, 0)
    expect(await compareDue({ day })).toEqual({ compared: 0, differing: 0 })
    expect(await dayOf(day)).toMatchObject({ planned: 0, finishedAt: expect.any(Date) })
    expect(await asked(paymentId)).toBe(0)
  })

  test('shows money given back behind our back, with both figures', async () => {
    const day = new Date('2001-04-01')
    const paymentId = await paidOne(day)
    await givenBackElsewhere(paymentId, 2_400)
    expect(await compareDue({ day })).toEqual({ compared: 1, differing: 1 })
    expect(await dayOf(day)).toMatchObject({ differing: 1 })
    expect(await opened(paymentId)).toMatchObject([{ detail: expect.stringContaining('given back 2400, ours 0'), clearedAt: null }])
  })

  test('shows a payment the provider does not know, and one it calls unpaid', async () => {
    const day = new Date('2001-05-01')
    const [gone, unpaid] = [await paidOne(day), await paidOne(day)]
    const cart = async (id: string) => (await readPayment(id)).transactionId
    await db()
      .$executeRaw`UPDATE sandbox.netgiro_cart SET state = 'pending', paid_at = NULL, invoice_number = NULL, expires_at = now() + interval '1 day' WHERE id::text = ${await cart(unpaid)}`
    await db().$executeRaw`DELETE FROM sandbox.netgiro_delivery WHERE cart_id::text = ${await cart(gone)}`
    await db().$executeRaw`DELETE FROM sandbox.netgiro_cart WHERE id::text = ${await cart(gone)}`
    expect(await compareDue({ day })).toEqual({ compared: 2, differing: 2 })
    expect(await opened(gone)).toMatchObject([{ detail: expect.stringContaining('do not know it') }])
    expect(await opened(unpaid)).toMatchObject([{ detail: expect.stringContaining('they call it') }])
  })

  test('finds the refund of an older payment in the week it was made', async () => {
    const day = new Date('2001-06-01')
    const paymentId = await paidOne(day, 40)
    await requestRefund({ paymentId, amount: 1_000, reason: 'Próf', actor: 'user:test', formKey: newId() })
    await db().refund.updateMany({ where: { paymentId }, data: { updatedAt: before(day, 2) } })
    expect(await compareDue({ day })).toEqual({ compared: 1, differing: 0 })
    expect(await asked(paymentId)).toBe(1)
  })

  test('does not open again what a person explained in just these figures, but tells of new ones', async () => {
    const paymentId = await paidOne(new Date('2001-07-01'))
    await givenBackElsewhere(paymentId, 400)
    await compareDue({ day: new Date('2001-07-01') })
    const [item] = await opened(paymentId)
    expect(await clearAttention(item?.id ?? 0n, 'user:boss', 'Gert á þjónustuvefnum')).toBe(true)
    expect(await compareDue({ day: new Date('2001-07-02') })).toEqual({ compared: 1, differing: 1 })
    expect(await opened(paymentId)).toHaveLength(1)
    await givenBackElsewhere(paymentId, 100)
    await compareDue({ day: new Date('2001-07-03') })
    expect(await opened(paymentId)).toMatchObject([
      { clearedBy: 'user:boss' },
      { clearedAt: null, detail: expect.stringContaining('given back 500, ours 0') },
    ])
  })

  test('goes on where it stopped, in as many rounds as it takes', async () => {
    const day = new Date('2001-08-01')
    const ids = [await paidOne(day), await paidOne(day), await paidOne(day)]
    expect(await compareDue({ day, limit: 2 })).toEqual({ compared: 2, differing: 0 })
    expect(await dayOf(day)).toMatchObject({ planned: 3, compared: 2, finishedAt: null })
    expect(await compareDue({ day, limit: 2 })).toEqual({ compared: 1, differing: 0 })
    expect(await Promise.all(ids.map(asked))).toEqual([1, 1, 1])
  })

  test('begun by ten instances at once is planned once, and each payment is asked about once', async () => {
    const day = new Date('2001-09-01')
    const ids = [await paidOne(day), await paidOne(day), await paidOne(day), await paidOne(day)]
    const rounds = await Promise.all(Array.from({ length: 10 }, () => compareDue({ day })))
    expect(rounds.reduce((sum, { compared }) => sum + compared, 0)).toBe(4)
    expect(await Promise.all(ids.map(asked))).toEqual([1, 1, 1, 1])
    expect(await dayOf(day)).toMatchObject({ planned: 4, compared: 4, finishedAt: expect.any(Date) })
  })

  test('takes over what an instance that died had begun', async () => {
    const day = new Date('2001-10-01')
    const paymentId = await paidOne(day)
    await compareDue({ day, limit: 0 })
    await db().compareItem.updateMany({ where: { day }, data: { tries: 1, dueAt: new Date(Date.now() + 30_000) } })
    expect(await compareDue({ day })).toEqual({ compared: 0, differing: 0 })
    await laterOn(day)
    expect(await compareDue({ day })).toEqual({ compared: 1, differing: 0 })
    expect(await asked(paymentId)).toBe(1)
  })

  test('asks three times for books that cannot be had, and then says so without calling it a difference', async () => {
    const day = new Date('2001-11-01')
    const paymentId = await paidOne(day)
    await orderFaults({ name: 'html', operation: 'transaction', count: 3 })
    for (let i = 0; i < 3; i++) {
      expect(await dayOf(day).then((row) => row?.finishedAt ?? null)).toBeNull()
      expect(await compareDue({ day })).toMatchObject({ differing: 0 })
      await laterOn(day)
    }
    expect(await asked(paymentId)).toBe(3)
    expect(await opened(paymentId)).toEqual([])
    expect(await dayOf(day)).toMatchObject({ compared: 1, unanswered: 1, finishedAt: expect.any(Date) })
  })

  test('waits where the calls of this second are spent, and that is no try', async () => {
    const day = new Date('2001-12-01')
    const paymentId = await paidOne(day)
    await db().providerBudget.upsert({
      where: { gateway: 'netgiro' },
      create: { gateway: 'netgiro', tokens: -1_000_000, filledAt: new Date() },
      update: { tokens: -1_000_000, filledAt: new Date() },
    })
    expect(await compareDue({ day })).toEqual({ compared: 0, differing: 0 })
    expect(await asked(paymentId)).toBe(0)
    expect(await db().compareItem.findFirst({ where: { day } })).toMatchObject({ tries: 0 })
    await db().providerBudget.delete({ where: { gateway: 'netgiro' } })
    await laterOn(day)
    await until(
      () => compareDue({ day }),
      ({ compared }) => compared === 1,
      60_000,
    )
  })

  test('is a part of the upkeep, and today it has nothing to do with what was paid today', async () => {
    const { paymentId } = await startOne()
    await onThePhone(paymentId, 'accept')
    await until(
      () => readPayment(paymentId),
      (p) => p.state === 'confirmed',
      60_000,
    )
    expect(await keepUp()).toMatchObject({ compared: { differing: 0 } })
    expect(await asked(paymentId)).toBe(0)
  })
})

test('a provider without books is taken at the word of its state', () => {
  const said = (truth: 'confirmed' | 'closed' | 'missing') =>
    asDetails({ kind: 'done', value: { truth, amount: { amount: 100, currency: 'ISK' } } })
  expect(said('confirmed')).toMatchObject({ kind: 'done', value: { status: 'paid', amount: { amount: 100 } } })
  expect(said('closed')).toMatchObject({ kind: 'done', value: { status: 'unpaid' } })
  expect(said('missing')).toMatchObject({ kind: 'refused' })
  expect(asDetails({ kind: 'unknown', cause: 'timeout' })).toEqual({ kind: 'unknown', cause: 'timeout' })
})
