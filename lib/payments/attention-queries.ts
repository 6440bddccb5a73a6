import { db } from '@/lib/db'

export const countOpenAttention = (): Promise<number> => db().attention.count({ where: { clearedAt: null } })

/** What people cleared in the last days, newest first. */
export const recentlyCleared = () =>
  db().attention.findMany({
    where: { clearedAt: { not: null } },
    orderBy: { clearedAt: 'desc' },
    take: 20,
    include: { payment: { select: { order: { select: { number: true } } } } },
  })

export type ClearedAttention = Awaited<ReturnType<typeof recentlyCleared>>[number]
