import { db, Prisma } from '@/lib/db'

export const verdicts = ['received', 'accepted', 'forged', 'malformed', 'mismatch', 'refused'] as const

export type CallbacksQuery = {
  readonly verdict?: (typeof verdicts)[number] | undefined
  readonly gateway?: string | undefined
  /** Keyset: the callbacks further down the list than this one, or those before it. */
  readonly after?: bigint | undefined
  readonly before?: bigint | undefined
}

const pageSize = 25

/** One page of the inbox, newest first, with what each callback caused. */
export async function listCallbacks({ verdict, gateway, after, before }: CallbacksQuery) {
  const upwards = after === undefined && before !== undefined
  const found = await db().callback.findMany({
    where: { verdict, gateway, id: upwards ? { gt: before } : { lt: after } },
    orderBy: { id: upwards ? 'asc' : 'desc' },
    take: pageSize + 1,
    include: { payment: { select: { order: { select: { number: true } } } } },
  })
  const more = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (upwards) page.reverse()
  const caused = await causedBy(page.map(({ id }) => id))
  const back = upwards ? more : after !== undefined
  return {
    rows: page.map(({ payment, ...callback }) => ({ ...callback, orderNumber: payment.order.number, caused: caused.filter(({ callbackId }) => callbackId === callback.id) })),
    after: upwards || more ? page.at(-1)?.id : undefined,
    before: back ? page[0]?.id : undefined,
  }
}

export type CallbackRow = Awaited<ReturnType<typeof listCallbacks>>['rows'][number]

type Caused = { callbackId: bigint; from: string | null; to: string; version: number }

/** The events written for a callback: those of its cause after it, before the payment's next callback. */
async function causedBy(ids: readonly bigint[]): Promise<Caused[]> {
  if (!ids.length) return []
  return db().$queryRaw<Caused[]>`
    SELECT c.id AS "callbackId", e."from", e."to", e.version
    FROM callback c
    LEFT JOIN LATERAL (SELECT received_at FROM callback n WHERE n.payment_id = c.payment_id AND n.id > c.id ORDER BY n.id LIMIT 1) next ON true
    JOIN payment_event e ON e.payment_id = c.payment_id AND e.cause = 'callback' AND e.at >= c.received_at
      AND (next.received_at IS NULL OR e.at < next.received_at)
    WHERE c.id IN (${Prisma.join([...ids])})
    ORDER BY e.id`
}
