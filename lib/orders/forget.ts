// An order without its person: the sums stay for the books, the name and the address go.
import { z } from 'zod'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { enqueue } from '@/lib/outbox/commands'
import { lockOrder } from './commands'

const day = 24 * 3600_000
/** How long after its payment an order is still being delivered, or may be returned. */
const keptDays = 30

export const forgetPayload = z.object({
  orderId: z.string(),
  /** The same for all orders of one person; it says no more than that. */
  pseudonym: z.string(),
})

const nameless: Record<Locale, string> = { is: 'Nafni eytt', en: 'Name deleted' }

/** When an order may be forgotten: null for now. One that waits for money is asked about again tomorrow. */
function forgettableAt(order: { state: string; paidAt: Date | null }, now: Date): Date | null {
  if (order.state === 'open') return new Date(now.getTime() + day)
  if (!order.paidAt || order.state === 'refunded') return null
  const at = new Date(order.paidAt.getTime() + keptDays * day)
  return at > now ? at : null
}

/** Forgets whose order it was, or comes back to it when it is over. Its payments are not touched. */
export async function forgetOrder(tx: Tx, { orderId, pseudonym }: z.output<typeof forgetPayload>): Promise<void> {
  const { now } = await lockOrder(tx, orderId)
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } })
  if (order.forgottenAt) return
  const later = forgettableAt(order, now)
  if (later)
    return enqueue(tx, {
      causeKey: `forget:${orderId}:${later.toISOString()}`,
      kind: 'order.forget',
      payload: { orderId, pseudonym },
      dueAt: later,
    })
  const gone = { phone: null, address: null, postcode: null, city: null, shopperId: null }
  await tx.withdrawal.updateMany({ where: { orderId }, data: { reason: null } })
  await tx.order.update({
    where: { id: orderId },
    data: { ...gone, name: nameless[order.locale as Locale], email: `${pseudonym}@deleted.invalid`, forgottenAt: now },
  })
}
