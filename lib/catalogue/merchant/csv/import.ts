import { withoutParticulars } from '@/lib/audit/without-particulars'
import type { Prisma, Tx } from '@/lib/db'
import { db, inTransaction } from '@/lib/db'
import { lockVariants } from '../stock'
import type { LineError } from './columns'
import { compare, type Plan } from './compare'
import { readTable } from './read-table'
import { inOrder, readWishes, type Wish } from './wishes'
import { Overtaken, writePlan } from './write'

/** Products that would be, or were, created and changed; sizes added; shelves corrected; products that stay as they are. */
export type Tally = {
  readonly created: number
  readonly changed: number
  readonly sizes: number
  readonly counted: number
  readonly same: number
}

/** Nothing is written while there is an error. `overtaken`: somebody else wrote at the same time; it is tried again by hand. */
export type Imported =
  | { readonly kind: 'wrong'; readonly errors: readonly LineError[] }
  | { readonly kind: 'planned' | 'done'; readonly tally: Tally }
  | { readonly kind: 'overtaken' }

const tallyOf = (plan: Plan): Tally => ({
  created: plan.create.length,
  changed: new Set([
    ...plan.edit.map(({ before }) => before.id),
    ...plan.addSizes.map(({ product }) => product.id),
    ...plan.counts.map(({ variant }) => variant.productId),
  ]).size,
  sizes: plan.addSizes.length + plan.create.reduce((sum, { wish }) => sum + wish.sizes.length, 0),
  counted: plan.counts.length,
  same: plan.same,
})

/** What is right of a file, or null when nothing of it can be read, and what is wrong with it by itself. */
function read(bytes: Uint8Array): { wishes: readonly Wish[] | null; errors: readonly LineError[] } {
  const table = readTable(bytes)
  const { wishes, errors } = readWishes(table.lines)
  return { wishes: table.lines.length ? wishes : null, errors: [...table.errors, ...errors] }
}

type Looked = Exclude<Imported, { kind: 'overtaken' | 'done' }> & { readonly wishes: readonly Wish[] }

async function look(bytes: Uint8Array): Promise<Looked> {
  const { wishes, errors } = read(bytes)
  if (!wishes) return { kind: 'wrong', errors: inOrder(errors), wishes: [] }
  // Also where lines are wrong by themselves: every error is told at once.
  const compared = await compare(db(), wishes)
  const all = inOrder([...errors, ...compared.errors])
  return all.length ? { kind: 'wrong', errors: all, wishes } : { kind: 'planned', tally: tallyOf(compared.plan), wishes }
}

/** What a file would do, or all that is wrong with it. Changes nothing. */
export async function previewImport(bytes: Uint8Array): Promise<Imported> {
  const { wishes: _, ...answer } = await look(bytes)
  return answer
}

/** All of a file, or nothing of it. */
export async function importProducts(bytes: Uint8Array, by: { actor: string; reason: string }): Promise<Imported> {
  const { wishes, ...answer } = await look(bytes)
  if (answer.kind === 'wrong') return answer
  try {
    return await inTransaction((tx) => write(tx, wishes, by), { timeout: 60_000 })
  } catch (error) {
    if (error instanceof Overtaken) return { kind: 'overtaken' }
    throw error
  }
}

async function write(tx: Tx, wishes: readonly Wish[], by: { actor: string; reason: string }): Promise<Imported> {
  // Two files at once would wait for each other's words of the search in whatever order.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('products.import'))`
  const { plan: first } = await compare(tx, wishes)
  // As a purchase takes them: sizes by their ids, then products by theirs. What the file leaves as it is, is not held.
  await lockVariants(
    tx,
    first.counts.map(({ variant }) => variant.id),
  )
  const products = [...first.edit.map(({ before }) => before.id), ...first.addSizes.map(({ product }) => product.id)]
  await tx.$queryRaw`SELECT id FROM product WHERE id = ANY(${products}::int[]) ORDER BY id FOR NO KEY UPDATE`
  const { plan, errors } = await compare(tx, wishes)
  if (errors.length) return { kind: 'wrong', errors: inOrder(errors) }
  const made = await writePlan(tx, plan)
  await tx.auditEntry.createMany({ data: deeds(plan, made, by) })
  return { kind: 'done', tally: tallyOf(plan) }
}

/** The import, and of each product what was done to it: as if it had been edited by hand. */
function deeds(
  plan: Plan,
  made: readonly { id: number; slug: string }[],
  { actor, reason }: { actor: string; reason: string },
): Prisma.AuditEntryCreateManyInput[] {
  const counts = new Map<number, Plan['counts'][number][]>()
  for (const count of plan.counts) counts.set(count.variant.productId, [...(counts.get(count.variant.productId) ?? []), count])
  const deed = (action: string, id: number, detail: Prisma.InputJsonObject): Prisma.AuditEntryCreateManyInput => ({
    actor,
    action,
    subject: `product:${id}`,
    detail: { ...detail, file: true },
  })
  return [
    { actor, action: 'products.import', subject: 'products', reason: withoutParticulars(reason), detail: tallyOf(plan) },
    ...plan.edit.map(({ before, changed }) => deed('product.edit', before.id, { slug: before.slug, ...changed })),
    ...made.map(({ id, slug }, at) => {
      const wish = plan.create[at]?.wish
      return deed('product.create', id, {
        slug,
        ...plan.create[at]?.fields,
        drawing: wish?.drawing ?? '',
        sizes: (wish?.sizes ?? []).map(({ size, counted }) => ({ size, counted: counted ?? 0 })),
      })
    }),
    ...plan.addSizes.map(({ product, size }) =>
      deed('product.size', product.id, { slug: product.slug, size: size.size, counted: size.counted ?? 0 }),
    ),
    ...[...counts].map(([id, each]) => ({
      ...deed('product.count', id, {
        sizes: each.map(({ variant, counted }) => ({ sku: variant.sku, size: variant.size, before: variant.onHand, after: counted })),
      }),
      reason: withoutParticulars(reason),
    })),
  ]
}
