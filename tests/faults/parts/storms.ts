// T5, T11 and the overlapping half of T12: the same thing many times at once.
import { callbackUrl } from '@/lib/payments/addresses'
import { pollStatus } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { refreshPayment } from '@/lib/payments/refresh'
import { checkout } from '@/lib/payments/start'
import { transitionsSince, violations } from '../checker'
import { shop } from '../databases'
import { databaseTime } from '../histories'
import { aForm, cartWith, hurryProvider, merchantChooses, onThePhone, orderFault, shelf, until } from '../people'
import { check } from '../report'
import { rest } from '../rest'
import type { Part } from '../suite'

const many = <T>(n: number, work: (i: number) => Promise<T>) => Promise.all(Array.from({ length: n }, (_, i) => work(i)))

async function start(variantId?: number): Promise<string> {
  const result = await checkout({ cartId: await cartWith(variantId ?? (await shelf(3))), locale: 'is', form: aForm() })
  if (result.kind !== 'started') throw new Error(result.kind)
  return result.paymentId
}

async function acceptedUnheard(n: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < n; i++) ids.push(await start())
  for (const id of ids) await onThePhone(id, 'accept')
  return ids
}

const count = async (sql: string, id: string) => (await shop<{ n: number }>(sql, [id]))[0]?.n ?? 0
const captures = (id: string) => count(`SELECT count(*)::int AS n FROM exchange WHERE payment_id = $1 AND operation = 'ConfirmCart'`, id)
const confirmations = (id: string) => count(`SELECT count(*)::int AS n FROM payment_event WHERE payment_id = $1 AND "to" = 'confirmed'`, id)
const mails = (id: string) => count(`SELECT count(*)::int AS n FROM mail WHERE outbox_key LIKE 'payment:' || $1 || ':%'`, id)

/** One event, one capture, one mail for each. */
async function oneOfEach(ids: readonly string[]): Promise<string[]> {
  const complaints: string[] = []
  await reconcileDue()
  for (const id of ids) {
    // A worker whose lease was nearly over leaves the capture to the next one.
    await until(`payment ${id} is confirmed`, async () => (await reconcileDue(), confirmations(id)), (n) => n > 0).catch((error: Error) => complaints.push(error.message))
    await until(`payment ${id} is mailed`, async () => (await reconcileDue(), mails(id)), (n) => n > 0).catch((error: Error) => complaints.push(error.message))
    const got = [await confirmations(id), await captures(id), await mails(id)]
    if (got.join() !== '1,1,1') complaints.push(`payment ${id}: ${got[0]} confirmations, ${got[1]} captures, ${got[2]} mails`)
  }
  return complaints
}

export const run: Part = async ({ long }) => {
  const since = await databaseTime()
  await hurryProvider()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const orders = long ? 200 : 5

  await check(`a hundred identical callbacks at once for each of ${orders} orders: one event, one capture, one mail`, async () => {
    const complaints: string[] = []
    for (let i = 0; i < orders; i += 5) {
      await shop('DELETE FROM rate_limit')
      await orderFault({ name: 'callback_lost', operation: 'callback', count: 5 })
      const ids = await acceptedUnheard(Math.min(5, orders - i))
      const answers = await Promise.all(ids.flatMap((id) => Array.from({ length: 100 }, () => fetch(callbackUrl('netgiro', id, 'callback'), { method: 'POST', body: '{}' }).then((r) => r.status))))
      const strange = answers.filter((status) => status !== 200)
      if (strange.length) complaints.push(`${strange.length} callbacks were answered ${[...new Set(strange)].join(', ')}`)
      complaints.push(...(await oneOfEach(ids)))
    }
    return complaints
  })

  await check(`twenty clicks on each of ${orders} forms: one order and one payment each`, async () => {
    const complaints: string[] = []
    for (let i = 0; i < orders; i++) {
      await shop('DELETE FROM rate_limit')
      const cartId = await cartWith(await shelf(3))
      const form = aForm()
      const results = await many(20, () => checkout({ cartId, locale: 'is', form }))
      const ids = new Set(results.map((r) => ('paymentId' in r ? r.paymentId : r.kind)))
      if (ids.size !== 1) complaints.push(`twenty clicks led to ${[...ids].join(', ')}`)
      const made = await count('SELECT count(*)::int AS n FROM orders WHERE cart_id = $1', cartId)
      if (made !== 1) complaints.push(`twenty clicks made ${made} orders`)
    }
    return complaints
  })

  await check(`thirty observers of each of ${orders} payments: one capture`, async () => {
    await shop('DELETE FROM rate_limit')
    const complaints: string[] = []
    for (let i = 0; i < orders; i += 5) {
      await orderFault({ name: 'callback_lost', operation: 'callback', count: 5 })
      const ids = await acceptedUnheard(Math.min(5, orders - i))
      await Promise.all(
        ids.map((id) =>
          many(30, async (n) => {
            if (n % 3 === 0) await pollStatus(id)
            else if (n % 3 === 1) await refreshPayment(id, 'callback', { waitMs: 6_000 })
            else await reconcileDue({ limit: 10, budgetMs: 1_000 })
          }),
        ),
      )
      complaints.push(...(await oneOfEach(ids)))
    }
    return complaints
  })

  const races = long ? 300 : 5
  await check(`fifty buyers for one to five things, ${races} times: never below nothing, every hold is somebody's`, async () => {
    const complaints: string[] = []
    for (let i = 0; i < races; i++) {
      await shop('DELETE FROM rate_limit')
      const stock = (i % 5) + 1
      const variantId = await shelf(stock)
      const carts = await many(50, () => cartWith(variantId))
      const results = await Promise.all(carts.map((cartId) => checkout({ cartId, locale: 'is', form: aForm() })))
      const won = results.filter((r) => r.kind === 'started').length
      if (won !== stock) complaints.push(`${won} of fifty got one of ${stock}`)
      const others = results.filter((r) => r.kind !== 'started' && r.kind !== 'out_of_stock')
      if (others.length) complaints.push(`${others.length} were told ${others.map((o) => o.kind).join(', ')}`)
    }
    return complaints
  })

  await check('after the storms both sides agree', async () => {
    await rest(reconcileDue, since)
    return (await violations(since)).filter((line) => !/still (pending|unknown)/.test(line))
  })
  return transitionsSince(since)
}
