// The right to send goods back within 14 days, without a reason. What follows from it, a refund, is the merchant's to do.
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/outbox/commands'
import { lockOrder } from './commands'

const withdrawalDays = 14
export const longestReason = 1_000

/** Why, if the shopper wants to say. The message is a key of the returns' words, `problem.*`. */
export const withdrawalReason = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .max(longestReason, 'reasonLong')
      .regex(/^(?:[\n\t]|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u, 'reasonStrange'),
  )

type Bought = { readonly state: string; readonly channel: string; readonly paidAt: Date | null; readonly forgottenAt: Date | null; readonly steps: readonly { readonly at: Date }[] }

/** Until when goods may be sent back; null for an order whose goods never left, or all of whose money went back. */
export function withdrawableUntil({ state, channel, paidAt, forgottenAt, steps }: Bought): Date | null {
  if (channel !== 'webshop' || forgottenAt || !paidAt || (state !== 'paid' && state !== 'part_refunded')) return null
  // From when the goods were sent or ready, where the shop says so: nobody is told when they arrive.
  const from = Math.max(paidAt.getTime(), ...steps.map(({ at }) => at.getTime()))
  return new Date(from + withdrawalDays * 24 * 3600_000)
}

const readOn = (on: Pick<Tx, 'order'>, orderId: string) =>
  on.order.findUnique({
    where: { id: orderId },
    select: {
      number: true,
      state: true,
      channel: true,
      paidAt: true,
      forgottenAt: true, steps: { where: { step: { in: ['ready', 'sent'] } }, select: { at: true } },
      lines: {
        orderBy: { id: 'asc' },
        select: { id: true, name: true, size: true, quantity: true, variantId: true, withdrawn: { select: { quantity: true } } },
      },
      withdrawals: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          at: true,
          reason: true,
          settledAt: true,
          settledBy: true,
          lines: { orderBy: { orderLineId: 'asc' }, select: { orderLineId: true, quantity: true } },
        },
      },
    },
  })
type Read = NonNullable<Awaited<ReturnType<typeof readOn>>>

const leftOf = ({ quantity, withdrawn }: Read['lines'][number]): number => quantity - withdrawn.reduce((sum, one) => sum + one.quantity, 0)

/** How an order stands with returns: what was asked for, and what still may be. */
export async function returnsOf(orderId: string) {
  const [order, now] = await Promise.all([readOn(db(), orderId), databaseNow()])
  if (!order) return null
  const until = withdrawableUntil(order)
  const lines = order.lines.map((line) => ({ id: line.id, name: line.name, size: line.size, left: leftOf(line) }))
  const names = new Map(lines.map((line) => [line.id, line]))
  return {
    number: order.number,
    until,
    open: until !== null && now < until && lines.some(({ left }) => left > 0),
    lines,
    asked: order.withdrawals.map(({ lines: parts, ...one }) => ({
      ...one,
      lines: parts.map((part) => ({
        name: names.get(part.orderLineId)?.name ?? '',
        size: names.get(part.orderLineId)?.size ?? '',
        quantity: part.quantity,
      })),
    })),
  }
}
export type Returns = NonNullable<Awaited<ReturnType<typeof returnsOf>>>

export type WithdrawalWish = {
  readonly orderId: string
  /** Line → how many; a line that is left out is meant whole. */
  readonly quantities: ReadonlyMap<number, number>
  readonly reason: string
  readonly formKey: string
}

/** `tooMany`: more than is left of a line. `nothing`: not one piece. `over`: the 14 days are, or nothing is left. */
export async function withdraw({
  orderId,
  quantities,
  reason,
  formKey,
}: WithdrawalWish): Promise<'asked' | 'over' | 'nothing' | 'tooMany'> {
  return inTransaction(async (tx) => {
    const { now } = await lockOrder(tx, orderId)
    const earlier = await tx.withdrawal.findUnique({ where: { formKey }, select: { orderId: true } })
    if (earlier) return earlier.orderId === orderId ? 'asked' : 'over'
    const order = await readOn(tx, orderId)
    const until = order && withdrawableUntil(order)
    if (!order || !until || now >= until || order.lines.every((line) => leftOf(line) <= 0)) return 'over'
    const wanted = order.lines.map((line) => ({ line, quantity: quantities.get(line.id) ?? leftOf(line) }))
    if (wanted.some(({ line, quantity }) => quantity > leftOf(line))) return 'tooMany'
    const lines = wanted.filter(({ quantity }) => quantity > 0).map(({ line, quantity }) => ({ orderLineId: line.id, quantity }))
    if (!lines.length) return 'nothing'
    const { id } = await tx.withdrawal.create({ data: { orderId, reason: reason || null, formKey, lines: { create: lines } } })
    await enqueue(tx, { causeKey: `withdrawal:${id}`, kind: 'mail.withdrawal', payload: { withdrawalId: String(id) } })
    return 'asked'
  })
}

/** The merchant is done with a wish to return; whatever was given back is in the order's refunds. */
export async function settleWithdrawal(id: bigint, actor: string): Promise<'settled' | 'gone'> {
  return inTransaction(async (tx) => {
    const { count } = await tx.withdrawal.updateMany({
      where: { id, settledAt: null },
      data: { settledAt: await databaseNow(tx), settledBy: actor },
    })
    const one = await tx.withdrawal.findUnique({ where: { id }, select: { order: { select: { number: true } } } })
    if (!one) return 'gone'
    if (count === 1) await audit(tx, { actor, action: 'withdrawal.settle', subject: `order:${one.order.number}` })
    return 'settled'
  })
}
