// What a person must see. Orthogonal to the states: nothing is decided by it, and only a named person clears it.
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { audit } from '@/lib/audit/audit'

export const attentionKinds = [
  'amount_mismatch', // the provider's amount or reference is not ours
  'contradiction', // the provider says what can't be
  'unknown_too_long', // nobody could tell for a quarter of an hour
  'paid_late', // accepted or paid after the end
  'surplus', // paid twice
  'unbound', // ended without the provider's name for it ever learnt
  'bad_signature', // answers or callbacks whose signature is wrong
  'refund_unclear', // nobody can tell whether a refund was made
  'reservation_ends', // a reservation that waits for its goods, or for a person, ends soon
  'refund_differs', // the provider's books say something else than ours
] as const
export type AttentionKind = (typeof attentionKinds)[number]

/** Opens an item, or leaves the open one of that kind as it is. */
export async function openAttention(tx: Pick<Tx, '$executeRaw'>, paymentId: string, kind: AttentionKind, detail: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO attention (payment_id, kind, detail) VALUES (${paymentId}, ${kind}, ${detail.slice(0, 500)})
    ON CONFLICT (payment_id, kind) WHERE cleared_at IS NULL DO NOTHING`
}

export const openAttentionItems = () =>
  db().attention.findMany({ where: { clearedAt: null }, orderBy: { openedAt: 'asc' }, take: 200, include: { payment: { include: { order: true } } } })

/** Clears one item in a person's name. False when it was not open. */
export async function clearAttention(id: bigint, actor: string, why: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.attention.updateMany({ where: { id, clearedAt: null }, data: { clearedAt: await databaseNow(tx), clearedBy: actor, clearedWhy: why } })
    if (count === 1) await audit(tx, { actor, action: 'attention.clear', subject: `attention:${id}`, reason: why })
    return count === 1
  })
}
