// Rows in memory, written whole or not at all, with those of the database's constraints that concurrency could break.

export type Row = Record<string, unknown>
const names = ['payment', 'paymentEvent', 'exchange', 'callback', 'order', 'orderLine', 'variant', 'product', 'cart', 'cartLine', 'attention', 'outbox', 'mail', 'setting', 'auditEntry', 'rateLimit', 'budget'] as const
export type TableName = (typeof names)[number]

export let tables: Record<TableName, Map<number, Row>>
let lastKey = 0
let undo: (() => void)[] | null = null

export function emptyTables(): void {
  tables = Object.fromEntries(names.map((name) => [name, new Map()])) as typeof tables
  lastKey = 0
}

export const nextNumber = (): number => ++lastKey
export const rows = (table: TableName): Row[] => [...tables[table].values()]

export class Refused extends Error {
  constructor(readonly code: string, message: string) {
    super(message)
  }
}

export function write(table: TableName, key: number | null, row: Row | null): void {
  const at = key ?? nextNumber()
  const before = tables[table].get(at)
  const put = (value: Row | undefined | null) => (value ? tables[table].set(at, value) : tables[table].delete(at))
  put(row)
  undo?.push(() => put(before))
  if (row) constrain(table, row, before)
}

/** All of what `work` writes, or nothing. */
export async function wholly<T>(work: () => Promise<T>): Promise<T> {
  const mine: (() => void)[] = (undo = [])
  try {
    return await work()
  } catch (error) {
    undo = null
    for (const back of mine.reverse()) back()
    throw error
  } finally {
    undo = null
  }
}

const active = new Set(['created', 'sent', 'unknown', 'pending', 'needs_code', 'reserved', 'confirming', 'confirm_unknown', 'cancelling'])
const named = new Set(['reserved', 'confirming', 'confirm_unknown', 'confirmed', 'surplus'])

function constrain(table: TableName, row: Row, before: Row | undefined): void {
  const unique = (name: string, same: (other: Row) => boolean) => {
    if (rows(table).filter(same).length > 1) throw new Refused('P2002', `${name} refuses a second one`)
  }
  const check = (name: string, holds: boolean) => {
    if (!holds) throw new Refused('23514', `${name} is violated by ${JSON.stringify(row)}`)
  }
  if (table === 'payment') {
    if (active.has(String(row.state))) unique('payment_one_active', (p) => p.orderId === row.orderId && active.has(String(p.state)))
    if (row.state === 'confirmed') unique('payment_one_confirmed', (p) => p.orderId === row.orderId && p.state === 'confirmed')
    if (row.transactionId) unique('payment_transaction', (p) => p.transactionId === row.transactionId)
    check('payment_money_has_transaction', !named.has(String(row.state)) || row.transactionId !== null)
    check('payment_code_tries', Number(row.codeTries) <= 5)
    check('payment_keeps_identity', !before?.transactionId || before.transactionId === row.transactionId)
  }
  if (table === 'order') {
    unique('orders_checkout_key', (o) => o.checkoutKey === row.checkoutKey)
    check('orders_open_holds_stock', row.state !== 'open' || row.stock === 'held')
  }
  if (table === 'variant') check('variant_held_within_stock', Number(row.held) >= 0 && Number(row.held) <= Number(row.onHand))
  if (table === 'exchange') check('exchange_completed_once', !before?.completedAt)
}
