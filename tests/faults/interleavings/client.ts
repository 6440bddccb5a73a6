// As much of Prisma's client over the rows in memory as the payments core asks of it. Each call outside a transaction
// is one step; a transaction is one step, since it holds its order's lock from its first look that decides anything.
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { statement, type Sql } from './statements'
import { nextNumber, Refused, rows, tables, wholly, write, type Row, type TableName } from './tables'
import { present, step } from './time'

type Query = { where?: Row; include?: Row; select?: Row; orderBy?: Row | Row[]; take?: number; data?: Row | Row[]; create?: Row; update?: Row; skipDuplicates?: boolean }
type Relation = { readonly table: TableName; readonly many: boolean; readonly own: string; readonly other: string }

const one = (table: TableName, own: string): Relation => ({ table, many: false, own, other: 'id' })
const many = (table: TableName, other: string): Relation => ({ table, many: true, own: 'id', other })
const relations: Partial<Record<TableName, Record<string, Relation>>> = {
  payment: { order: one('order', 'orderId') },
  order: { lines: many('orderLine', 'orderId'), payments: many('payment', 'orderId') },
  cartLine: { variant: one('variant', 'variantId') },
  variant: { product: one('product', 'productId') },
}

/** What the database fills in. */
const defaults: Partial<Record<TableName, () => Row>> = {
  payment: () => ({ transactionId: null, reason: null, cancelBy: null, needsYes: false, codeTries: 0, honouredAt: null, lastCheckAt: null, checkCount: 0, claimToken: null, unknownSince: null, createdAt: present(), updatedAt: present() }),
  paymentEvent: () => ({ at: present(), from: null, reason: null }),
  order: () => ({ number: nextNumber(), state: 'open', stock: 'held', currency: 'ISK', paidAt: null, createdAt: present() }),
  exchange: () => ({ id: nextNumber(), sentAt: present(), completedAt: null }),
}
const keyOf: Partial<Record<TableName, readonly string[]>> = { outbox: ['causeKey', 'kind'], mail: ['outboxKey'] }

function fits(table: TableName, row: Row, where: Row = {}): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    const relation = relations[table]?.[name]
    if (relation) return related(relation, row).some((other) => fits(relation.table, other, wanted as Row))
    const value = row[name]
    if (wanted === null || typeof wanted !== 'object') return value === wanted
    return Object.entries(wanted).every(([operator, operand]) => {
      if (operator === 'in') return (operand as unknown[]).includes(value)
      if (operator === 'not') return value !== operand
      if (operator === 'lt') return value !== null && (value as Date) < (operand as Date)
      if (operator === 'lte') return value !== null && (value as Date) <= (operand as Date)
      throw new Error(`the rows in memory do not know ${operator} of ${table}.${name}`)
    })
  })
}

const related = ({ table, own, other }: Relation, row: Row): Row[] => rows(table).filter((one) => one[other] === row[own])

/** A row as it is read: with what it is asked to bring along. */
function read(table: TableName, row: Row, query: Query = {}): Row {
  const seen = { ...row }
  for (const [name, wanted] of Object.entries({ ...query.include, ...query.select })) {
    const relation = relations[table]?.[name]
    if (!relation || !wanted) continue
    const inner = wanted === true ? {} : (wanted as Query)
    const found = find(relation.table, { ...inner, where: { ...inner.where, [relation.other]: row[relation.own] } })
    seen[name] = relation.many ? found : (found[0] ?? null)
  }
  return seen
}

function find(table: TableName, query: Query = {}): Row[] {
  const found = rows(table).filter((row) => fits(table, row, query.where))
  for (const order of [query.orderBy ?? []].flat().reverse()) {
    const [[by, way] = ['', '']] = Object.entries(order)
    const sign = way === 'desc' ? -1 : 1
    found.sort((a, b) => (Number(a[by]) - Number(b[by])) * sign)
  }
  return found.slice(0, query.take).map((row) => read(table, row, query))
}

function create(table: TableName, data: Row): Row {
  const key = nextNumber()
  const row: Row = { id: key, ...defaults[table]?.() }
  const inner: [Relation, Row[]][] = []
  for (const [name, value] of Object.entries(data)) {
    const relation = relations[table]?.[name]
    if (relation) inner.push([relation, (value as { create: Row[] }).create])
    else if (value !== undefined) row[name] = value
  }
  write(table, key, row)
  for (const [relation, members] of inner) for (const member of members) create(relation.table, { ...member, [relation.other]: row.id })
  return row
}

function update(table: TableName, query: Query): Row[] {
  const changed: Row[] = []
  for (const [key, row] of tables[table]) {
    if (!fits(table, row, query.where)) continue
    const after = { ...row }
    for (const [name, value] of Object.entries((query.data ?? query.update) as Row)) {
      if (value === undefined) continue
      after[name] = value !== null && typeof value === 'object' && 'increment' in value ? Number(row[name]) + Number(value.increment) : value
    }
    write(table, key, after)
    changed.push(after)
  }
  return changed
}

const missing = (table: TableName) => new Refused('P2025', `no such ${table}`)

function operation(table: TableName, name: string, query: Query): unknown {
  switch (name) {
    case 'findMany':
      return find(table, query)
    case 'findFirst':
    case 'findUnique':
      return find(table, query)[0] ?? null
    case 'findUniqueOrThrow': {
      const [found] = find(table, query)
      if (!found) throw missing(table)
      return found
    }
    case 'create':
      return read(table, create(table, query.data as Row), query)
    case 'createMany': {
      const fresh = (query.data as Row[]).filter((row) => !rows(table).some((other) => keyOf[table]?.every((member) => other[member] === row[member])))
      return { count: fresh.map((row) => create(table, row)).length }
    }
    case 'update': {
      const [changed] = update(table, query)
      if (!changed) throw missing(table)
      return changed
    }
    case 'updateMany':
      return { count: update(table, query).length }
    case 'upsert':
      return update(table, query)[0] ?? create(table, query.create as Row)
    case 'deleteMany': {
      const gone = [...tables[table]].filter(([, row]) => fits(table, row, query.where))
      for (const [key] of gone) write(table, key, null)
      return { count: gone.length }
    }
    default:
      throw new Error(`the rows in memory do not know ${table}.${name}`)
  }
}

type Steps = <T>(label: string, effect: () => T | Promise<T>) => Promise<T>
/** Rows only ever added, which nobody decides by: their order among other steps means nothing. */
const alone = new Set<TableName>(['exchange', 'auditEntry', 'setting'])

function client(steps: Steps): Record<string, unknown> {
  const models = new Map<string, unknown>()
  const model = (table: TableName) =>
    new Proxy({}, { get: (_, name: string) => (query: Query = {}) => (alone.has(table) ? atOnce : steps)(`${table}.${name}`, () => operation(table, name, query)) })
  const raw = (first: Sql | readonly string[], ...values: unknown[]) => {
    const { label, run } = statement('strings' in first ? first : { strings: first, values })
    return steps(label, run)
  }
  const fixed: Record<string, unknown> = {
    $queryRaw: raw,
    $executeRaw: raw,
    $transaction: <T>(work: (tx: unknown) => Promise<T>) => steps('a transaction', () => wholly(() => work(inside))),
  }
  return new Proxy(fixed, {
    get(_, name: string) {
      if (name in fixed) return fixed[name]
      if (!(name in tables)) return undefined
      if (!models.has(name)) models.set(name, model(name as TableName))
      return models.get(name)
    },
  })
}

const atOnce: Steps = async (_, effect) => effect()
const inside = client(atOnce)

/** In the place of the shop's connection pool. */
export const database = client(step) as unknown as PrismaClient
