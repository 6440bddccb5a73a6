import { db, type Prisma } from '@/lib/db'
import { toPage, type Position } from '@/lib/keyset'
import type { Currency } from '@/lib/money'
import { activeStates } from './machine'

export const paymentFilters = ['waiting', 'stuck', 'reserved', 'confirmed', 'declined', 'cancelled', 'expired', 'failed', 'surplus', 'all'] as const
export type PaymentFilter = (typeof paymentFilters)[number]
export type PaymentsQuery = { readonly filter: PaymentFilter; readonly gateway?: string | undefined; readonly position: Position }

const pageSize = 25
const underWay = { in: [...activeStates] }

function filtered(filter: PaymentFilter): Prisma.PaymentWhereInput {
  if (filter === 'all') return {}
  if (filter === 'waiting') return { state: underWay }
  // Asked, and without a clear answer since.
  if (filter === 'stuck') return { state: underWay, OR: [{ unknownSince: { not: null } }, { state: { in: ['unknown', 'confirm_unknown'] } }] }
  return { state: filter }
}

/** What waits is read from the longest waiting on, what is over from the newest on. */
export const longestFirst = (filter: PaymentFilter): boolean => filter === 'waiting' || filter === 'stuck' || filter === 'reserved'

function beyond({ position, filter }: PaymentsQuery): Prisma.PaymentWhereInput {
  if (!position) return {}
  const { at, id } = position.key
  const rising = longestFirst(filter) === (position.direction === 'after')
  // The first condition says nothing new, but it is the one an index begins at.
  return rising
    ? { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }
    : { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] }
}

export async function listPayments(query: PaymentsQuery) {
  const { filter, gateway, position } = query
  const direction = longestFirst(filter) === (position?.direction !== 'before') ? 'asc' : 'desc'
  const found = await db().payment.findMany({
    where: { AND: [filtered(filter), { gateway }, beyond(query)] },
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: pageSize + 1,
    select: {
      id: true, gateway: true, state: true, amount: true, currency: true, transactionId: true, createdAt: true, unknownSince: true, lastCheckAt: true,
      order: { select: { number: true } },
    },
  })
  const { rows, ...edges } = toPage(found, position, ({ createdAt, id }) => ({ at: createdAt, id }), pageSize)
  return { ...edges, rows: rows.map(({ amount, currency, ...row }) => ({ ...row, amount: { amount, currency: currency as Currency } })) }
}

export type PaymentRow = Awaited<ReturnType<typeof listPayments>>['rows'][number]
