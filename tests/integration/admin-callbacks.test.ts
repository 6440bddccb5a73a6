// The inbox of callbacks, and having one judged again.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { callbackUrl } from '@/lib/payments/addresses'
import { listCallbacks } from '@/lib/payments/callback-queries'
import { replayCallback } from '@/lib/payments/notify'
import { env } from '@/lib/env'
import { merchantChooses, onThePhone, orderFaults, readPayment, resetSandbox, startOne, until } from '../support/shop'

beforeEach(async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
})
afterEach(() => merchantChooses({ confirmationType: 2, captureBy: 'shop' }))

const actor = `user:${newId()}`

/** Sends a callback to the address the payment registered, at the running shop. */
async function post(paymentId: string, headers: Record<string, string> = {}): Promise<number> {
  const address = new URL(callbackUrl('netgiro', paymentId, 'callback'))
  const body = JSON.stringify({ Success: true, ResultCode: 10426, CustomerName: 'Sunna Björk', PaymentInfo: { TotalAmount: 1 } })
  return (
    await fetch(env().loopback + address.pathname, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  ).status
}

const callbacksOf = (paymentId: string) => db().callback.findMany({ where: { paymentId }, orderBy: { id: 'asc' } })
const forged = { netgiro_signature: 'f'.repeat(64), netgiro_nonce: 'abc' }

async function theOnly(paymentId: string) {
  const [callback, ...more] = await callbacksOf(paymentId)
  if (!callback || more.length) throw new Error(`${more.length + 1} callbacks`)
  return callback
}

describe('a callback judged again', () => {
  test('makes us ask the provider, and says who wished it', async () => {
    const { paymentId } = await startOne()
    expect(await post(paymentId)).toBe(200)
    const stored = await theOnly(paymentId)
    expect(stored).toMatchObject({ verdict: 'accepted', signature: 'absent' })
    const before = await readPayment(paymentId)
    expect(await replayCallback({ id: stored.id, actor })).toBe('accepted')
    const [, again] = await callbacksOf(paymentId)
    expect(again).toMatchObject({ replayOf: stored.id, verdict: 'accepted', signature: 'absent', answered: null, body: stored.body })
    const after = await readPayment(paymentId)
    expect(after.checkCount).toBeGreaterThan(before.checkCount)
    const entry = await db().auditEntry.findFirst({ where: { actor, subject: `payment:${paymentId}` } })
    expect(entry).toMatchObject({ action: 'callback.replay', detail: { callback: String(stored.id) } })
  })

  test('of which nothing is believed: a yes the provider does not know of takes no money', async () => {
    const { paymentId } = await startOne()
    await post(paymentId)
    const stored = await theOnly(paymentId)
    for (let i = 0; i < 3; i++) await replayCallback({ id: stored.id, actor })
    expect((await readPayment(paymentId)).state).toBe('pending')
  })

  test('stays forged, and changes nothing', async () => {
    const { paymentId } = await startOne()
    expect(await post(paymentId, forged)).toBe(401)
    const stored = await theOnly(paymentId)
    const before = await readPayment(paymentId)
    expect(await replayCallback({ id: stored.id, actor })).toBe('forged')
    expect((await callbacksOf(paymentId)).map(({ verdict }) => verdict)).toEqual(['forged', 'forged'])
    expect((await readPayment(paymentId)).version).toBe(before.version)
  })

  test.each(['malformed', 'mismatch'] as const)('that was %s stays so', async (verdict) => {
    const { paymentId } = await startOne()
    const { id } = await db().callback.create({
      data: { paymentId, gateway: 'netgiro', kind: 'callback', signature: 'valid', verdict, body: {} },
    })
    expect(await replayCallback({ id, actor })).toBe(verdict)
  })

  test('never gives the yes a provider would have waited for: only a callback that arrives does', async () => {
    await merchantChooses({ confirmationType: 1 })
    await orderFaults({ name: 'callback_lost', count: null })
    const { paymentId } = await startOne()
    expect(await onThePhone(paymentId, 'accept')).toBe(200)
    const { id } = await db().callback.create({
      data: { paymentId, gateway: 'netgiro', kind: 'callback', signature: 'valid', verdict: 'received', body: {} },
    })
    await replayCallback({ id, actor })
    expect(await readPayment(paymentId)).toMatchObject({ state: 'reserved', honouredAt: null })
    expect(await post(paymentId)).toBe(200)
    expect((await readPayment(paymentId)).honouredAt).not.toBeNull()
  })

  test('that nobody has stored is gone, and leaves no trace', async () => {
    const nobody = `user:${newId()}`
    expect(await replayCallback({ id: 999_999_999_999n, actor: nobody })).toBe('gone')
    expect(await db().auditEntry.count({ where: { actor: nobody } })).toBe(0)
  })
})

describe('the inbox', () => {
  test('says what a callback caused, and keeps no name, number or signature', async () => {
    const { paymentId } = await startOne()
    await post(paymentId, forged)
    expect(await onThePhone(paymentId, 'accept')).toBe(200)
    await until(
      () => readPayment(paymentId),
      ({ state }) => state === 'confirmed',
    )
    const rows = (await callbacksOf(paymentId)).length
    const page = await listCallbacks({})
    const mine = page.rows.filter((row) => row.paymentId === paymentId)
    expect(mine).toHaveLength(rows)
    const causes = (await readPayment(paymentId)).events.filter(({ cause }) => cause === 'callback').map(({ to }) => to)
    expect(mine.toReversed().flatMap(({ caused }) => caused.map(({ to }) => to))).toEqual(causes)
    expect(mine.at(-1)).toMatchObject({ verdict: 'forged', caused: [] })
    expect(JSON.stringify(mine.map(({ body }) => body))).not.toMatch(/Sunna|CustomerName|ffffff/)
  })

  test('is read by key through all of one verdict, each once, and back again', async () => {
    const { paymentId } = await startOne()
    const made = await db().callback.createManyAndReturn({
      data: Array.from({ length: 60 }, () => ({
        paymentId,
        gateway: 'netgiro',
        kind: 'cancel',
        signature: 'invalid',
        verdict: 'forged',
        body: {},
      })),
    })
    const seen: bigint[] = []
    let page = await listCallbacks({ verdict: 'forged' })
    expect(page.before).toBeUndefined()
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id))
      expect(new Set(page.rows.map(({ verdict }) => verdict))).toEqual(new Set(['forged']))
      if (page.after === undefined) break
      page = await listCallbacks({ verdict: 'forged', after: page.after })
    }
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b - a)))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.slice(0, 60)).toEqual(made.map(({ id }) => id).toSorted((a, b) => Number(b - a)))
    const back = await listCallbacks({ verdict: 'forged', before: seen[25] })
    expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(0, 25))
    expect(back.before).toBeUndefined()
  })

  test('of a gateway that sent nothing is empty', async () => {
    expect((await listCallbacks({ gateway: 'none' })).rows).toEqual([])
  })
})
