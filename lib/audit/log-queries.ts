import { db, type Prisma } from '@/lib/db'
import { toPage, type Position } from '@/lib/keyset'

export type AuditFilter = {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  /** The number of an order, whose payments are meant. */
  readonly order?: number | undefined
  /** The id of a product. */
  readonly product?: number | undefined
  /** From the beginning of one day to before the beginning of another. */
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

export type AuditRow = {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly reason: string | null
  readonly detail: Prisma.JsonValue
}

const pageSize = 50

async function filtered({ actor, action, order, product, from, until }: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  const payments = order === undefined ? null : await db().payment.findMany({ where: { order: { number: order } }, select: { id: true } })
  const subjects = payments?.map(({ id }) => `payment:${id}`)
  return { actor, action, at: { gte: from, lt: until }, ...(subjects && { subject: { in: [`order:${order}`, ...subjects] } }), ...(product !== undefined && { subject: `product:${product}` }) }
}

/** How many entries a filter leaves. */
export const countAudit = async (filter: AuditFilter): Promise<number> => db().auditEntry.count({ where: await filtered(filter) })

function beyond(position: Position): Prisma.AuditEntryWhereInput {
  if (!position) return {}
  const { at } = position.key
  const id = BigInt(position.key.id)
  // The first condition says nothing new, but it is the one an index begins at.
  return position.direction === 'after'
    ? { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] }
    : { at: { gte: at }, OR: [{ at: { gt: at } }, { id: { gt: id } }] }
}

/** One page of what people did, newest first. */
export async function listAudit(filter: AuditFilter, position: Position, size = pageSize) {
  const direction = position?.direction === 'before' ? 'asc' : 'desc'
  const found = await db().auditEntry.findMany({
    where: { AND: [await filtered(filter), beyond(position)] },
    orderBy: [{ at: direction }, { id: direction }],
    take: size + 1,
  })
  return toPage<AuditRow>(found, position, ({ at, id }) => ({ at, id: String(id) }), size)
}

/** Everybody who works or worked here, for a choice of whom to look at. */
export const listPeople = () => db().user.findMany({ orderBy: { name: 'asc' }, take: 200, select: { id: true, name: true } })

/** The orders behind subjects such as "payment:…" and "order:…", as numbers people know. */
export async function ordersOf(rows: readonly AuditRow[]): Promise<ReadonlyMap<string, number>> {
  const ids = rows.flatMap(({ subject }) => (subject.startsWith('payment:') ? [subject.slice(8)] : []))
  const payments = ids.length ? await db().payment.findMany({ where: { id: { in: ids } }, select: { id: true, order: { select: { number: true } } } }) : []
  const orders = rows.flatMap(({ subject }) => (/^order:\d+$/.test(subject) ? [[subject, Number(subject.slice(6))] as const] : []))
  return new Map([...orders, ...payments.map(({ id, order }) => [`payment:${id}`, order.number] as const)])
}
