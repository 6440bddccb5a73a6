// The mails of one order as those who work here see them: which went, when, and what became of each.
import { db, Prisma, type Tx } from '@/lib/db'
import { isToBeFulfilled, steps, type Step } from '@/lib/orders/steps'

/** The mails an order causes, by the outbox's kind; `mail.again` is one of the others once more. */
export const orderMails = ['order_placed', 'order_paid', 'payment_ended', 'order_step', 'order_refunded', 'withdrawal'] as const
export type OrderMailKind = (typeof orderMails)[number]

/**
 * `waiting`: not written or not taken by the server yet; it is tried again. `on_its_way`: the server has it, and has not
 * answered. `sent`. `kept`: no server is set, it is in the sandbox's mailbox. `unclear`: nobody can tell whether the
 * server took it. `refused`: it will not go. `none`: when its time came it was no news any more.
 */
export type MailState = 'waiting' | 'on_its_way' | 'sent' | 'kept' | 'unclear' | 'refused' | 'none'

export type OrderMail = {
  readonly id: bigint
  readonly kind: OrderMailKind
  /** Of what was ready or sent: which. */
  readonly step: Step | null
  readonly state: MailState
  /** When it was sent, or last changed otherwise. */
  readonly at: Date
  /** When the next try is, of one that was not taken. */
  readonly again: Date | null
  /** What the server said, where it did not take it. */
  readonly error: string | null
  /** Whom it was written to; null before it is written. */
  readonly to: string | null
  readonly subject: string | null
  /** Who had it sent once more, "user:<id>"; null for one the shop sent by itself. */
  readonly actor: string | null
  /** It may be sent once more: it went, or may not have, and what it says is still so. */
  readonly mayGoAgain: boolean
}

type Row = {
  id: bigint
  kind: string
  position: number | null
  step: string | null
  actor: string | null
  attempts: number
  due: Date
  done: Date | null
  state: string | null
  to: string | null
  subject: string | null
  written: Date | null
  sent: Date | null
  next: Date | null
  tries: number | null
  error: string | null
}
type Of = { readonly id: string; readonly state: string; readonly channel: string; readonly forgottenAt: Date | null }

const givenUpAfter = 20

/** Oldest first. */
export async function mailsOfOrder(order: Of, tx: Pick<Tx, '$queryRaw' | 'orderStep'> = db()): Promise<OrderMail[]> {
  const last = await tx.orderStep.findFirst({ where: { orderId: order.id }, orderBy: { position: 'desc' }, select: { position: true } })
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT o.id, coalesce(f.kind, o.kind) AS kind, (coalesce(f.payload, o.payload)->>'position')::int AS position, s.step, o.payload->>'actor' AS actor,
      o.attempts, o.due_at AS due, o.done_at AS done, m.state, m."to", m.subject, m.created_at AS written, m.sent_at AS sent,
      m.due_at AS next, m.attempts AS tries, m.last_error AS error
    FROM outbox o
    LEFT JOIN outbox f ON o.kind = 'mail.again' AND f.id = (o.payload->>'of')::bigint
    LEFT JOIN order_step s ON s.order_id = ${order.id} AND s.position = (coalesce(f.payload, o.payload)->>'position')::int
    LEFT JOIN mail m ON m.outbox_key = o.cause_key || ':' || o.kind
    WHERE o.id = ANY (ARRAY(
      SELECT id FROM outbox WHERE payload->>'orderId' = ${order.id}
      UNION SELECT id FROM outbox WHERE kind = 'mail.withdrawal' AND cause_key = ANY (ARRAY(SELECT 'withdrawal:' || id FROM withdrawal WHERE order_id = ${order.id}))))
    ORDER BY o.id`)
  return rows.flatMap((row) => {
    const kind = orderMails.find((one) => `mail.${one}` === row.kind)
    return kind ? [asMail(row, kind, order, last?.position ?? 0)] : []
  })
}

function asMail(row: Row, kind: OrderMailKind, order: Of, lastStep: number): OrderMail {
  const state = stateOf(row)
  const stillSo = isStillSo(kind, order, row.position === lastStep)
  return {
    id: row.id,
    kind,
    step: steps.find((one) => one === row.step) ?? null,
    state,
    at: row.sent ?? row.written ?? row.done ?? row.due,
    again: state === 'waiting' && (row.tries ?? row.attempts) > 0 ? (row.next ?? row.due) : null,
    error: state === 'waiting' || state === 'refused' || state === 'unclear' ? row.error : null,
    to: order.forgottenAt ? null : row.to,
    subject: row.subject,
    actor: row.actor,
    mayGoAgain: !row.actor && !order.forgottenAt && stillSo && went.includes(state),
  }
}

const went: readonly MailState[] = ['sent', 'kept', 'unclear', 'refused']
const ofMail: Readonly<Record<string, MailState>> = {
  kept: 'kept',
  due: 'waiting',
  handed_over: 'on_its_way',
  sent: 'sent',
  refused: 'refused',
  unclear: 'unclear',
}

function stateOf({ state, done, attempts }: Row): MailState {
  if (state !== null) return ofMail[state] as MailState
  if (done) return 'none'
  return attempts < givenUpAfter ? 'waiting' : 'refused'
}

/** What a mail told once may be false today: then it is never told again. */
function isStillSo(kind: OrderMailKind, order: Of, isLastStep: boolean): boolean {
  switch (kind) {
    case 'order_placed':
      return order.state === 'open'
    case 'order_paid':
      return isToBeFulfilled(order)
    case 'order_step':
      return isLastStep && isToBeFulfilled(order)
    case 'order_refunded':
    case 'withdrawal':
      return true
    case 'payment_ended':
      return false
  }
}
