import type { Attention, Callback, Exchange, PaymentEvent } from '@/lib/generated/prisma/client'
import { db } from '@/lib/db'

/** Everything that happened to an order's payments, in the order it happened. */
export type TimelineEntry =
  | ({ readonly kind: 'event'; readonly at: Date } & Pick<PaymentEvent, 'id' | 'paymentId' | 'from' | 'to' | 'cause' | 'actor' | 'reason' | 'version'>)
  | ({ readonly kind: 'exchange'; readonly at: Date } & Omit<Exchange, 'sentAt'>)
  | ({ readonly kind: 'callback'; readonly at: Date } & Omit<Callback, 'receivedAt' | 'kind'> & { readonly callbackKind: string })
  | ({ readonly kind: 'attention'; readonly at: Date } & Omit<Attention, 'openedAt' | 'kind'> & { readonly attentionKind: string })

export async function readTimeline(orderId: string): Promise<TimelineEntry[]> {
  const payments = await db().payment.findMany({
    where: { orderId },
    select: {
      events: { orderBy: { id: 'asc' } },
      exchanges: { orderBy: { id: 'asc' }, take: 500 },
      callbacks: { orderBy: { id: 'asc' }, take: 500 },
      attention: { orderBy: { id: 'asc' } },
    },
  })
  const entries = payments.flatMap((payment): TimelineEntry[] => [
    ...payment.events.map((event) => ({ kind: 'event' as const, ...event })),
    ...payment.exchanges.map(({ sentAt, ...exchange }) => ({ kind: 'exchange' as const, at: sentAt, ...exchange })),
    ...payment.callbacks.map(({ receivedAt, kind, ...callback }) => ({ ...callback, kind: 'callback' as const, callbackKind: kind, at: receivedAt })),
    ...payment.attention.map(({ openedAt, kind, ...item }) => ({ ...item, kind: 'attention' as const, attentionKind: kind, at: openedAt })),
  ])
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}
