// What misfortunes are made of.
import { env } from '@/lib/env'
import { sign } from '@/lib/gateways/netgiro/signature'
import { callbackUrl } from '@/lib/payments/addresses'
import { reconcileDue } from '@/lib/payments/reconcile'
import { refreshPayment } from '@/lib/payments/refresh'
import { checkout, tryAgain } from '@/lib/payments/start'
import { shop } from '../databases'
import { keepsItsClaim, Missed, unlooked, whileHeldUp } from '../held-up'
import { aForm, aPhone, cartOf, cartWith, orderFault, paymentRow, shelf, until } from '../people'

export type Expect = (so: boolean, what: string) => void
/** Of one confirmation type, or null: it chooses for itself (paths.ts). */
export type Misfortune = { readonly type: 0 | 1 | 2 | null; readonly what: string; readonly happen: (expect: Expect) => Promise<void> }

/** What it complains of. */
export async function happens({ happen }: Misfortune): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    const complaints: string[] = []
    try {
      await happen((so, complaint) => void (so || complaints.push(complaint)))
      return complaints
    } catch (error) {
      if (complaints.length) return complaints
      if (!(error instanceof Missed) || tries === 8) throw error
    }
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Starts come one at a time, so that a fault of the start, which has no reference yet, hits the right one. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

export const buy = async (variantId: number) => checkout({ cartId: await cartWith(variantId), locale: 'is', form: aForm() })
export const again = (paymentId: string) => tryAgain({ paymentId, phone: aPhone() })

/** Up to the waiting room. */
export function begin({ stock = 3, fault }: { stock?: number; fault?: string } = {}): Promise<{ id: string; variantId: number }> {
  return inTurn(async () => {
    if (fault) await orderFault({ name: fault, operation: 'InsertCart' })
    const variantId = await shelf(stock)
    const result = await buy(variantId)
    if (result.kind !== 'started') throw new Error(`not started: ${result.kind}`)
    return { id: result.paymentId, variantId }
  })
}
export const state = async (id: string) => (await paymentRow(id)).state
export const reconciled = async (id: string) => (await dueNow(id), await reconcileDue({ limit: 40, budgetMs: 2_000 }), state(id))
export const becomes = (id: string, wanted: string) => until(`payment ${id} becomes ${wanted}`, () => state(id), (now) => now === wanted, 12_000)
export const look = (id: string) => refreshPayment(id, 'merchant')

/** Whoever takes its money is held up when the provider has answered; meanwhile it is `confirming`. */
export async function capturing(id: string, meanwhile: () => Promise<unknown>, go: (id: string) => Promise<unknown> = look): Promise<void> {
  // Not every look gets to it: one that took too long does not begin to take money.
  for (let tries = 0; tries < 8; tries++) {
    await unlooked(id)
    if (await whileHeldUp('exchange.answered.ConfirmCart', () => (tries ? look : go)(id), async () => (await keepsItsClaim(id, 'confirming'), meanwhile()))) return
  }
  throw new Missed(`nobody took the money of payment ${id}: it is ${await state(id)}`)
}
/** Whether money was asked for twice and nobody looked in between. */
export const blindlyRepeated = async (id: string) =>
  (await shop(`SELECT 1 FROM (SELECT operation, lag(operation) OVER (ORDER BY sent_at, id) AS before FROM exchange WHERE payment_id = $1) AS calls WHERE operation = 'ConfirmCart' AND before = 'ConfirmCart'`, [id])).length > 0

export const losesCallbacks = async (id: string) => {
  for (const operation of ['callback', 'cancel-callback']) await orderFault({ name: 'callback_lost', operation, reference: (await paymentRow(id)).reference, count: null })
}
export const spoil = async (id: string, name: string, operation: string) => orderFault({ name, operation, reference: (await paymentRow(id)).reference })
export const told = async (id: string, kind: string) => (await shop('SELECT 1 FROM attention WHERE payment_id = $1 AND kind = $2', [id, kind])).length > 0
export const calls = async (id: string, operation: string) => (await shop('SELECT 1 FROM exchange WHERE payment_id = $1 AND operation = $2', [id, operation])).length
export const passDeadline = (id: string) => shop(`UPDATE payment SET expires_at = expires_at - interval '1 hour', next_check_at = clock_timestamp() WHERE id = $1`, [id])

export async function post(to: string, about: { id: string; amount?: number; code?: number }): Promise<number> {
  const p = await paymentRow(about.id)
  const [row] = await shop<{ amount: number }>('SELECT amount FROM payment WHERE id = $1', [about.id])
  const transactionId = p.transaction_id ?? (await cartOf(about.id))?.id
  const info = { TransactionId: transactionId, InvoiceNumber: 1, ReferenceNumber: p.reference, StatusId: 2, Created: '2026-01-01T00:00:00', TotalAmount: about.amount ?? row?.amount }
  const body = JSON.stringify({ PaymentSuccessful: true, PaymentInfo: info, Success: true, Message: null, ResultCode: 10200 })
  const url = callbackUrl('netgiro', to, 'callback')
  const signature = sign({ secretKey: env().netgiro.secretKey, nonce: '7', url, body })
  return (await fetch(url, { method: 'POST', body, headers: { netgiro_appkey: env().netgiro.appKey, netgiro_nonce: '7', netgiro_signature: signature } })).status
}

export async function overAndClosed(id: string): Promise<void> {
  await passDeadline(id)
  await until('it expires', async () => (await dueNow(id), await reconcileDue(), state(id)), (now) => now === 'expired', 25_000)
  await shop(`UPDATE orders SET hold_until = clock_timestamp() - interval '1 second' WHERE id = $1`, [(await paymentRow(id)).order_id])
  await reconcileDue()
}
export const dueNow = (id: string) => shop(`UPDATE payment SET next_check_at = clock_timestamp() WHERE id = $1 AND next_check_at > clock_timestamp()`, [id])
