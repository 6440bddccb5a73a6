// What is on the shelf, as somebody counted it. Sales go on meanwhile: a count is taken only where the shelf still
// holds what the one who counted was shown, and never below what is held for orders.
import { audit } from '@/lib/audit/audit'
import { inTransaction, type Tx } from '@/lib/db'

export type Count = {
  readonly variantId: number
  /** What the shelf was said to hold when it was counted. */
  readonly seen: number
  readonly counted: number
}

export type LockedVariant = {
  readonly id: number
  readonly productId: number
  readonly sku: string
  readonly size: string
  readonly onHand: number
  readonly held: number
}

/** Variants in the order of their ids, as every purchase takes them, before any product is locked. */
export const lockVariants = (tx: Tx, ids: readonly number[]) =>
  tx.$queryRaw<LockedVariant[]>`
    SELECT id, product_id AS "productId", sku, size, on_hand AS "onHand", held FROM variant
    WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR NO KEY UPDATE`

/** `moved`: goods were sold or came in meanwhile. `held`: less was counted than is held. */
export type CountProblem = 'moved' | 'held' | 'gone'

export const problemOf = (variant: LockedVariant | undefined, { seen, counted }: Pick<Count, 'seen' | 'counted'>): CountProblem | null => {
  if (!variant) return 'gone'
  if (variant.onHand !== seen) return 'moved'
  return counted < variant.held ? 'held' : null
}

export type Corrected =
  { readonly kind: 'corrected' | 'same' } | { readonly kind: 'refused'; readonly problems: ReadonlyMap<number, CountProblem> }

type Correction = { readonly id: number; readonly actor: string; readonly reason: string; readonly counts: readonly Count[] }

/** Corrects what is on the shelf of a product's sizes: all of it, or nothing. */
export function correctStock({ id, actor, reason, counts }: Correction): Promise<Corrected> {
  const differing = counts.filter(({ seen, counted }) => seen !== counted)
  if (!differing.length) return Promise.resolve({ kind: 'same' })
  return inTransaction(async (tx): Promise<Corrected> => {
    const locked = await lockVariants(
      tx,
      differing.map(({ variantId }) => variantId),
    )
    const byId = new Map(locked.filter(({ productId }) => productId === id).map((variant) => [variant.id, variant]))
    const problems = new Map<number, CountProblem>()
    for (const count of differing) {
      const problem = problemOf(byId.get(count.variantId), count)
      if (problem) problems.set(count.variantId, problem)
    }
    if (problems.size) return { kind: 'refused', problems }
    for (const { variantId, counted } of differing.toSorted((a, b) => a.variantId - b.variantId)) await writeCount(tx, variantId, counted)
    const sizes = differing.map(({ variantId, seen, counted }) => ({
      sku: byId.get(variantId)?.sku ?? '',
      size: byId.get(variantId)?.size ?? '',
      before: seen,
      after: counted,
    }))
    await audit(tx, { actor, action: 'product.count', subject: `product:${id}`, reason, detail: { sizes } })
    return { kind: 'corrected' }
  })
}

export const writeCount = (tx: Tx, variantId: number, counted: number) =>
  tx.$executeRaw`UPDATE variant SET on_hand = ${counted}::int WHERE id = ${variantId}::int`
