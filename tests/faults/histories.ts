// T3: random histories through the real services on real PostgreSQL. Shoppers, customers, cashiers, merchants, pages,
// callbacks and overlapping reconcilers at once; answers and callbacks lost, doubled, late, forged; workers that die anywhere.
import { newId } from '@/lib/ids'
import { returnToCart } from '@/lib/orders/commands'
import { callbackUrl } from '@/lib/payments/addresses'
import { confirmByHand, releaseByHand } from '@/lib/payments/by-hand'
import { cancelPayment } from '@/lib/payments/cancel'
import { giveUp, renewYes } from '@/lib/payments/capture'
import { fulfil, keepHere } from '@/lib/payments/fulfil'
import { pollStatus } from '@/lib/payments/read'
import { reconcileDue } from '@/lib/payments/reconcile'
import { checkout, tryAgain, type CheckoutResult } from '@/lib/payments/start'
import type { TillResult } from '@/lib/payments/till'
import { transitionsSince, violations } from './checker'
import { mortally } from './crashes'
import { shop } from './databases'
import { callbackRisk } from './in-process'
import { aForm, aPhone, cartWith, hurryProvider, merchantChooses, moveProvidersClock, onThePhone, orderFault, paymentRow, pause, setProvidersClockRight, shelf, type OrderedFault } from './people'
import { moneyBack } from './money-back'
import { seeded, type Random } from './random'
import { isOverload } from './report'
import { hoursPassInTheShop, rest } from './rest'
import { oneSale } from './till-sale'

export type HistoryOptions = { readonly seed: number; readonly orders: number; readonly wave?: number; readonly risk?: number; readonly faultChance?: number }
export type History = { readonly complaints: string[]; readonly operations: number; readonly orders: number; readonly transitions: Record<string, number> }

export const insertFaults = ['answer_lost', 'answer_lost', 'no_answer', 'error_500_after_effect', 'html', 'cut_json', 'wrong_signature', 'unknown_code', 'unknown_fields', 'missing_signature', 'contradiction', 'refuse', 'callback_before_answer', 'push_never_shown', 'slow'] as const
export const laterFaults = ['answer_lost', 'answer_lost', 'no_answer', 'error_500_after_effect', 'html', 'cut_json', 'wrong_signature', 'unknown_code', 'accepted_first', 'slow'] as const
export const callbackFaults = ['callback_lost', 'callback_lost', 'callback_delayed', 'callback_doubled', 'callback_out_of_order', 'callback_badly_signed', 'callback_wrong_amount'] as const

/** Plays `orders` orders in waves; each wave ends at rest, is checked, grows old, and is checked again. */
export async function playHistory({ seed, orders, wave = 30, risk = 0.02, faultChance = 0.4 }: HistoryOptions): Promise<History> {
  const random = seeded(seed)
  const began = new Date(Date.now() - 1)
  const complaints: string[] = []
  let operations = 0
  const count = () => void operations++
  await setProvidersClockRight()
  await hurryProvider()
  for (let placed = 0; placed < orders; placed += wave) {
    const since = await databaseTime()
    const n = Math.min(wave, orders - placed)
    await merchantChooses({ confirmationType: random.pick([0, 1, 2, 2, 2]), captureBy: random.chance(0.7) ? 'shop' : random.pick(['merchant', 'goods']) })
    await shop('DELETE FROM rate_limit')
    const shelves = await Promise.all(Array.from({ length: Math.ceil(n / 4) }, () => shelf(random.between(2, 6))))
    Object.assign(callbackRisk, { random: random.fork(), risk })
    let playing = true
    const reconciler = async (own: Random) => {
      while (playing) {
        count()
        await mortally(own, risk, () => reconcileDue({ limit: 20, budgetMs: 2_000 })).catch((error: unknown) => isOverload(error) || complaints.push(unexpected('a reconciler', error)))
        await pause(own.between(20, 200))
      }
    }
    const reconcilers = [reconciler(random.fork()), reconciler(random.fork())]
    await Promise.all(
      Array.from({ length: n }, async () => {
        const own = random.fork()
        await pause(own.between(0, n * 40))
        try {
          const actor = actorWith(own, { risk, faultChance, count })
          await (own.chance(0.3) ? oneSale : oneOrder)(actor, own.pick(shelves))
        } catch (error) {
          if (!isOverload(error)) complaints.push(unexpected('an order', error))
        }
      }),
    )
    playing = false
    await Promise.all(reconcilers)
    Object.assign(callbackRisk, { random: undefined, risk: 0 })
    await rest(reconcileDue, since)
    await hoursPassInTheShop(since)
    await rest(reconcileDue, since)
    const first = await violations(since)
    // Until the provider, too, has let everything lapse.
    await moveProvidersClock(9 * 86_400_000)
    await rest(reconcileDue, since)
    const second = await violations(since, { allOver: true })
    complaints.push(...first, ...second.filter((line) => !first.includes(line)))
    if (complaints.length) break
  }
  return { complaints: complaints.map((line) => `${line} [seed ${seed}]`), operations, orders, transitions: await transitionsSince(began) }
}

export const databaseTime = async (): Promise<Date> => (await shop<{ now: Date }>('SELECT clock_timestamp() AS now'))[0]!.now
const unexpected = (who: string, error: unknown) => `#0 ${who} met an error nobody expected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`

/** Whoever acts in a history: does things and may die of it, and has bad luck with the provider. */
export type Actor = {
  readonly random: Random
  readonly count: () => void
  deed<T>(work: () => Promise<T>): Promise<T | undefined>
  fault(operation: string, names: readonly string[], reference?: string): Promise<void>
}

const actorWith = (random: Random, { risk, faultChance, count }: { risk: number; faultChance: number; count: () => void }): Actor => ({
  random,
  count,
  deed(work) {
    count()
    return mortally(random.fork(), risk, work)
  },
  async fault(operation, names, reference) {
    if (!random.chance(faultChance)) return
    const name = random.pick(names)
    const more = { ...(name === 'slow' && { ms: random.between(50, 600) }), ...((name === 'callback_delayed' || name === 'callback_out_of_order') && { ms: random.between(100, 2_500) }) }
    await orderFault({ name, operation, count: 1, ...(reference && { reference }), ...more } satisfies OrderedFault)
  },
})

async function oneOrder(actor: Actor, variantId: number): Promise<void> {
  const { random, deed, fault, count } = actor
  const cartId = await cartWith(variantId, random.between(1, 2))
  const form = aForm()
  await fault('InsertCart', insertFaults)
  const click = () => deed(() => checkout({ cartId, locale: 'is', form }))
  const clicks = await Promise.all(random.chance(0.2) ? [click(), click(), click()] : [click()])
  let paymentId = started(clicks) ?? (await placed(form.checkoutKey))
  // Whoever saw an error sends the form again.
  paymentId ??= started([await click()]) ?? (await placed(form.checkoutKey))

  for (let attempt = 0; paymentId && attempt < 3; attempt++) {
    const id = paymentId
    const { reference, order_id: orderId } = await paymentRow(id)
    for (const operation of ['CheckCart', 'ConfirmCart', 'CancelCart']) await fault(operation, laterFaults, reference)
    for (const operation of ['callback', 'cancel-callback']) await fault(operation, callbackFaults, reference)
    const decision = random.pick(['accept', 'accept', 'accept', 'accept', 'accept', 'reject', 'ignore', 'nothing'] as const)
    const polls = random.between(2, 7)
    await Promise.all([
      (async () => {
        await pause(random.between(0, 400))
        count()
        if (decision !== 'nothing') await onThePhone(id, decision)
      })(),
      (async () => {
        for (let i = 0; i < polls; i++) {
          await deed(() => pollStatus(id))
          await pause(random.between(20, 200))
        }
      })(),
      (async () => {
        if (!random.chance(0.25)) return
        await pause(random.between(0, 500))
        await deed(() => cancelPayment(id, { actor: 'shopper', who: random.chance(0.8) ? 'shopper' : 'merchant' }))
      })(),
      (async () => {
        if (!random.chance(0.2)) return
        await pause(random.between(0, 500))
        // Somebody who knows the address but not the key, and somebody who has only seen a key.
        const forged = random.chance(0.3)
        const headers: Record<string, string> = forged ? { netgiro_signature: 'a'.repeat(64), netgiro_nonce: '1', netgiro_appkey: 'x' } : {}
        const body = JSON.stringify({ PaymentSuccessful: true, Success: true, ResultCode: 10200, PaymentInfo: { ReferenceNumber: reference, StatusId: 2, TotalAmount: 1 } })
        const post = () => fetch(callbackUrl('netgiro', id, random.chance(0.7) ? 'callback' : 'cancel'), { method: 'POST', headers, body }).catch(() => undefined)
        await Promise.all([post(), post(), post()])
      })(),
    ])
    await afterwards(actor, id)
    const { state } = await paymentRow(id)
    const ended = ['declined', 'cancelled', 'expired', 'failed'].includes(state)
    if (!ended) return moneyBack(actor, id)
    if (random.chance(0.2)) {
      await deed(() => returnToCart(orderId, cartId))
      return
    }
    if (!random.chance(0.7)) return
    await fault('InsertCart', insertFaults)
    const again = () => deed(() => tryAgain({ paymentId: id, phone: aPhone() }))
    paymentId = started(await Promise.all(random.chance(0.3) ? [again(), again()] : [again()]))
    if (paymentId === id) return
  }
}

/** What people do about a reservation that waits for them. */
export async function afterwards({ random, deed }: Actor, id: string): Promise<void> {
  await pause(random.between(0, 300))
  const [row] = await shop<{ state: string; needs_yes: boolean; capture_by: string }>('SELECT state, needs_yes, capture_by FROM payment WHERE id = $1', [id])
  if (row?.state !== 'reserved') return
  if (row.needs_yes && random.chance(0.7)) await (random.chance(0.5) ? Promise.all([deed(() => renewYes(id)), deed(() => renewYes(id))]) : deed(() => giveUp(id)))
  else if (row.capture_by === 'merchant' && random.chance(0.7)) {
    const by = { paymentId: id, actor: 'user:faults', reason: 'a reason' }
    await (random.chance(0.8) ? Promise.all([deed(() => confirmByHand(by)), deed(() => confirmByHand(by))]) : deed(() => releaseByHand(by)))
  } else if (row.capture_by === 'goods' && random.chance(0.8)) await goodsLeave({ random, deed }, id)
}

/** Pressed twice, by one person or by two at once; sometimes somebody thinks better of it meanwhile. */
async function goodsLeave({ random, deed }: Pick<Actor, 'random' | 'deed'>, paymentId: string): Promise<void> {
  const [order] = await shop<{ number: number }>('SELECT o.number FROM orders o JOIN payment p ON p.order_id = o.id WHERE p.id = $1', [paymentId])
  if (!order) return
  const { number } = order
  const form = () => ({ number, step: random.pick(['ready', 'collected'] as const), trackingUrl: null, actor: 'user:faults', position: 1, formKey: newId() })
  const [mine, others] = [form(), random.chance(0.5) ? form() : null]
  const pressed: Promise<unknown>[] = [deed(() => fulfil(mine)), deed(() => fulfil(others ?? mine))]
  if (random.chance(0.3)) {
    await pause(random.between(0, 200))
    pressed.push(deed(() => keepHere({ number, actor: 'user:faults' })))
  }
  await Promise.all(pressed)
}

export const started = (results: readonly (CheckoutResult | TillResult | undefined)[]): string | undefined => {
  for (const result of results) if (result?.kind === 'started' || result?.kind === 'existing') return result.paymentId
  return undefined
}

export async function placed(checkoutKey: string): Promise<string | undefined> {
  const [row] = await shop<{ id: string }>('SELECT p.id FROM payment p JOIN orders o ON o.id = p.order_id WHERE o.checkout_key = $1', [checkoutKey])
  return row?.id
}
