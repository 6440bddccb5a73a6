// A mail once more, since somebody asks for it: a new mail with a key of its own, so that each still goes once at most.
import { z } from 'zod'
import { audit } from '@/lib/audit/audit'
import { db, inTransaction } from '@/lib/db'
import { lockOrder } from '@/lib/orders/commands'
import { enqueue } from '@/lib/outbox/commands'
import { mailsOfOrder } from './of-order'

/** Nobody's mailbox is filled by a clerk with a nervous finger. */
export const mostAgainAnHour = 5

export const againPayload = z.object({ orderId: z.string(), of: z.string().regex(/^\d+$/).transform(BigInt), actor: z.string() })

export type AgainWish = {
  readonly number: number
  /** Of the mail in the order's list. */
  readonly id: bigint
  /** Who asks, "user:<id>". */
  readonly actor: string
  /** The hidden field of one rendered form: a second click asks for no second mail. */
  readonly formKey: string
}

/** `stale`: what it says is no longer so, or it has not gone yet. `gone`: no such order or mail. */
export async function sendAgain({ number, id, actor, formKey }: AgainWish): Promise<'asked' | 'stale' | 'too_many' | 'gone'> {
  const found = await db().order.findUnique({ where: { number }, select: { id: true } })
  if (!found) return 'gone'
  return inTransaction(async (tx) => {
    const { now } = await lockOrder(tx, found.id)
    const causeKey = `mail-again:${formKey}`
    if (await tx.outbox.findUnique({ where: { causeKey_kind: { causeKey, kind: 'mail.again' } } })) return 'asked'
    const order = await tx.order.findUniqueOrThrow({ where: { id: found.id } })
    const mail = (await mailsOfOrder(order, tx)).find((one) => one.id === id)
    if (!mail) return 'gone'
    if (!mail.mayGoAgain) return 'stale'
    const [{ asked } = { asked: 0 }] = await tx.$queryRaw<{ asked: number }[]>`
      SELECT count(*)::int AS asked FROM outbox
      WHERE payload->>'orderId' = ${order.id} AND kind = 'mail.again' AND due_at > ${now}::timestamptz - interval '1 hour'`
    if (asked >= mostAgainAnHour) return 'too_many'
    await enqueue(tx, { causeKey, kind: 'mail.again', payload: { orderId: order.id, of: String(id), actor } })
    await audit(tx, { actor, action: 'order.mail_again', subject: `order:${number}`, detail: { mail: mail.kind } })
    return 'asked'
  })
}
