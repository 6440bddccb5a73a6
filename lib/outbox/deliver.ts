import { z } from 'zod'
import { mailAlerts } from '@/lib/alerts/mail'
import { inTransaction, type Tx } from '@/lib/db'
import { log } from '@/lib/log'
import { changedPayload, letterPayload, mailLetter, mailPasswordChanged } from '@/lib/mail/account'
import { againPayload } from '@/lib/mail/again'
import { mailOrderLink, orderLinkPayload } from '@/lib/mail/order-link'
import { mailOrderPaid } from '@/lib/mail/order-paid'
import { mailOrderPlaced } from '@/lib/mail/order-placed'
import { mailOrderRefunded, refundedPayload } from '@/lib/mail/order-refunded'
import { mailOrderStep } from '@/lib/mail/order-step'
import { endedPayload, mailPaymentEnded } from '@/lib/mail/payment-ended'
import { mailWithdrawal, withdrawalPayload } from '@/lib/mail/withdrawal'
import { forgetOrder, forgetPayload } from '@/lib/orders/forget'

const orderPayload = z.object({ orderId: z.string() })
const stepPayload = z.object({ orderId: z.string(), position: z.int() })

/** How each kind of effect is done, inside the transaction that marks it as done. */
const deliveries: Readonly<Record<string, (tx: Tx, outboxKey: string, payload: unknown) => Promise<void>>> = {
  'mail.order_placed': (tx, key, payload) => mailOrderPlaced(tx, key, orderPayload.parse(payload).orderId),
  'mail.withdrawal': (tx, key, payload) => mailWithdrawal(tx, key, withdrawalPayload.parse(payload)),
  'order.forget': (tx, _key, payload) => forgetOrder(tx, forgetPayload.parse(payload)),
  'mail.letter': (tx, key, payload) => mailLetter(tx, key, letterPayload.parse(payload)),
  'mail.password_changed': (tx, key, payload) => mailPasswordChanged(tx, key, changedPayload.parse(payload)),
  'mail.order_link': (tx, key, payload) => mailOrderLink(tx, key, orderLinkPayload.parse(payload)),
  'mail.order_paid': (tx, key, payload) => mailOrderPaid(tx, key, orderPayload.parse(payload).orderId),
  'mail.payment_ended': (tx, key, payload) => mailPaymentEnded(tx, key, endedPayload.parse(payload)),
  'mail.order_refunded': (tx, key, payload) => mailOrderRefunded(tx, key, refundedPayload.parse(payload)),
  'mail.order_step': (tx, key, payload) => mailOrderStep(tx, key, stepPayload.parse(payload)),
  'mail.alert': mailAlerts,
  'mail.again': mailOnceMore,
}

/** The mail of an earlier effect, as it would be written now, under a key of its own. */
async function mailOnceMore(tx: Tx, key: string, payload: unknown): Promise<void> {
  const { of } = againPayload.parse(payload)
  const first = await tx.outbox.findUniqueOrThrow({ where: { id: of } })
  const deliver = first.kind === 'mail.again' ? undefined : deliveries[first.kind]
  if (!deliver) throw new Error(`no delivery for ${first.kind}`)
  await deliver(tx, key, first.payload)
}

type Row = { id: bigint; cause_key: string; kind: string; payload: unknown }

/** Does effects that are due, each once; those that fail come again later. Returns how many were done. */
export async function deliverDue(limit = 50): Promise<number> {
  let done = 0
  while (done < limit && (await deliverOne())) done++
  return done
}

async function deliverOne(): Promise<boolean> {
  let taken: Row | undefined
  try {
    return await inTransaction(async (tx) => {
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT id, cause_key, kind, payload FROM outbox WHERE done_at IS NULL AND due_at <= clock_timestamp() AND attempts < 20
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`
      taken = row
      if (!row) return false
      const deliver = deliveries[row.kind]
      if (!deliver) throw new Error(`no delivery for ${row.kind}`)
      await deliver(tx, `${row.cause_key}:${row.kind}`, row.payload)
      await tx.$executeRaw`UPDATE outbox SET done_at = clock_timestamp(), attempts = attempts + 1 WHERE id = ${row.id}`
      return true
    })
  } catch (error) {
    if (!taken) throw error
    log.error({ err: error, outbox: String(taken.id), kind: taken.kind }, 'an effect failed; it comes again later')
    await postpone(taken.id, error)
    return true
  }
}

async function postpone(id: bigint, error: unknown): Promise<void> {
  const why = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  await inTransaction((tx) => tx.$executeRaw`
    UPDATE outbox SET attempts = attempts + 1, last_error = ${why}, due_at = clock_timestamp() + least(3600, 2 ^ attempts) * interval '1 second' WHERE id = ${id}`)
}
