// Selling at a till: the order is placed and paid in one go, by whatever the customer names themselves with.
import type { Payment } from '@/lib/generated/prisma/client'
import { db, inTransaction } from '@/lib/db'
import { closeOrder, lockOrder, OutOfStock, retryWindowMs, type Shortage } from '@/lib/orders/commands'
import { placeTillOrder, type TillSale } from '@/lib/orders/till'
import { phoneGateway } from './gateways'
import { activeStates } from './machine'
import { namedBy, type TillPayer } from './payer'
import type { By } from './record'
import { refreshPayment } from './refresh'
import { createPayment, hindrance, send, termsOf, type Terms } from './start'

export type TillResult =
  | { readonly kind: 'started' | 'existing'; readonly paymentId: string }
  | { readonly kind: 'out_of_stock'; readonly lines: readonly Shortage[] }
  | { readonly kind: 'nothing_to_sell' | 'form_stale' | 'order_closed' | 'too_many_tries' | 'not_now' }

type Made = Exclude<TillResult, { kind: 'started' }> | { readonly kind: 'started'; readonly payment: Payment }

/** Sells. Sending the same sale again finds the payment it made; nothing of the payer is kept but the kind. */
export async function startAtTill({ payer, ...sale }: TillSale & { readonly payer: TillPayer }): Promise<TillResult> {
  const earlier = await soldBefore(sale.saleKey)
  if (earlier) return earlier
  const hindered = await hindranceAtTill(payer)
  if (hindered) return hindered
  const terms = await tillTerms(payer)
  const by = { cause: 'start', actor: sale.actor } as const
  return carryOut(await place(sale, payer, terms, by), payer, by)
}

/** Another payment for the same sale, its goods still held: another number, or the same once more. */
export async function tryAgainAtTill({ paymentId, payer, actor }: { paymentId: string; payer: TillPayer; actor: string }): Promise<TillResult> {
  const hindered = await hindranceAtTill(payer)
  if (hindered) return hindered
  const terms = await tillTerms(payer)
  const by = { cause: 'start', actor } as const
  const made = await inTransaction(async (tx): Promise<Made> => {
    const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } })
    await lockOrder(tx, orderId)
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: { where: { state: { in: [...activeStates, 'confirmed'] } } } } })
    const live = order.payments[0]
    if (live) return { kind: 'existing', paymentId: live.id }
    if (order.state !== 'open') return { kind: 'order_closed' }
    const payment = await createPayment(tx, order, { gateway: phoneGateway(), terms, payer, by })
    await tx.order.update({ where: { id: orderId }, data: { holdUntil: new Date(payment.expiresAt.getTime() + retryWindowMs) } })
    return { kind: 'started', payment }
  })
  return carryOut(made, payer, by)
}

/** The customer left: goods that no payment can still pay for go back at once. Anything else is left to end by itself. */
export async function abandonSale(paymentId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } })
    await lockOrder(tx, orderId)
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: { where: { state: { in: [...activeStates, 'confirmed', 'surplus'] } } } } })
    if (order.state === 'open' && order.channel === 'pos' && !order.payments.length) await closeOrder(tx, orderId, 'cancelled')
  })
}

async function hindranceAtTill(payer: TillPayer): Promise<{ kind: 'not_now' | 'too_many_tries' } | null> {
  const named = namedBy(payer)
  return hindrance(phoneGateway(), named === null ? null : { phone: named })
}

/** Goods leave with the customer: a reservation is never left for somebody to confirm later. */
async function tillTerms(payer: TillPayer): Promise<Terms> {
  return { ...(await termsOf(phoneGateway(), payer.kind)), captureBy: 'shop' }
}

/** A double click comes within moments. An old key is an old page, and its sale is not the one that was meant. */
const clickMs = 60_000

async function soldBefore(saleKey: string): Promise<TillResult | null> {
  const [payment] = await db().$queryRaw<{ id: string; fresh: boolean }[]>`
    SELECT p.id, o.channel = 'pos' AND o.created_at > clock_timestamp() - ${clickMs} * interval '1 millisecond' AS fresh
    FROM orders o JOIN payment p ON p.order_id = o.id WHERE o.checkout_key = ${saleKey} ORDER BY p.created_at DESC LIMIT 1`
  if (!payment) return null
  return payment.fresh ? { kind: 'existing', paymentId: payment.id } : { kind: 'form_stale' }
}

async function place(sale: TillSale, payer: TillPayer, terms: Terms, by: By): Promise<Made | TillResult> {
  try {
    return await inTransaction(async (tx): Promise<Made> => {
      const order = await placeTillOrder(tx, sale, terms.validityMs + retryWindowMs)
      if (!order) return { kind: 'nothing_to_sell' }
      return { kind: 'started', payment: await createPayment(tx, order, { gateway: phoneGateway(), terms, payer, by }) }
    })
  } catch (error) {
    if (error instanceof OutOfStock) return { kind: 'out_of_stock', lines: error.lines }
    // The same sale twice at the same instant: the second meets the first's key.
    const earlier = (error as { code?: string }).code === 'P2002' ? await soldBefore(sale.saleKey) : null
    if (earlier) return earlier
    throw error
  }
}

async function carryOut(made: Made | TillResult, payer: TillPayer, by: By): Promise<TillResult> {
  if (!('payment' in made)) return made
  const { payment } = made
  await send(payment, { payer, gateway: phoneGateway(), by })
  // A phone rings for a while; the others are a step further already, and the cashier waits.
  if (payer.kind !== 'phone') await refreshPayment(payment.id, 'start', { waitMs: 4_000, actor: by.actor })
  return { kind: 'started', paymentId: payment.id }
}
