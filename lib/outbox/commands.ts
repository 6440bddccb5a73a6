import type { Prisma, Tx } from '@/lib/db'

export type Effect = {
  /** What caused it; the same cause asks for one kind of effect once. */
  readonly causeKey: string
  readonly kind:
    | 'mail.order_placed'
    | 'mail.order_paid'
    | 'mail.payment_ended'
    | 'mail.order_refunded'
    | 'mail.order_step'
    | 'mail.order_link'
    | 'mail.again'
    | 'mail.letter'
    | 'mail.password_changed'
    | 'mail.withdrawal'
    | 'mail.alert'
    | 'order.forget'
  readonly payload: Prisma.InputJsonObject
  /** Not before; at once when left out. */
  readonly dueAt?: Date
}

/** Writes an effect down with the change that causes it; it is done later, once. */
export async function enqueue(tx: Tx, effect: Effect): Promise<void> {
  await tx.outbox.createMany({ data: [effect], skipDuplicates: true })
}
