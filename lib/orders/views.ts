// Lists of orders that somebody looks at often: each person's own, by name.
import { z } from 'zod'
import { db, inTransaction } from '@/lib/db'

export const mostViews = 20
export const longestViewName = 60

/** The messages are keys of the words of the order list, `views.*`. */
export const viewName = z
  .string('name_missing')
  .trim()
  .min(1, 'name_missing')
  .max(longestViewName, 'name_long')
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'name_strange')

export type ViewWish = { readonly userId: string; readonly name: string; /** What the list's address says. */ readonly query: string }

/** Under a name that is there already the new list takes the old one's place. */
export async function saveView({ userId, name, query }: ViewWish): Promise<'saved' | 'too_many'> {
  return inTransaction(async (tx) => {
    // Two tabs that save at once come in one after the other.
    await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId} FOR UPDATE`
    const others = await tx.savedView.count({ where: { userId, name: { not: name } } })
    if (others >= mostViews) return 'too_many'
    await tx.savedView.upsert({ where: { userId_name: { userId, name } }, create: { userId, name, query }, update: { query } })
    return 'saved'
  })
}

/** Nobody takes away another's; one that is gone already is gone. */
export async function removeView({ userId, id }: { userId: string; id: bigint }): Promise<void> {
  await db().savedView.deleteMany({ where: { id, userId } })
}

export const viewsOf = (userId: string) =>
  db().savedView.findMany({ where: { userId }, orderBy: { name: 'asc' }, select: { id: true, name: true, query: true } })
