import { db, type Tx } from '@/lib/db'
import type { Currency, Money } from '@/lib/money'
import { orderToken } from './token'

/** An account, its address checked. */
export type Buyer = { readonly id: string; readonly email: string }

export type OwnOrder = {
  readonly number: number
  readonly token: string
  readonly state: string
  /** Its money is reserved, and taken when its goods leave. */
  readonly reserved: boolean
  /** The latest of the steps with its goods. */
  readonly fulfilment: string | null
  readonly createdAt: Date
  readonly total: Money
  readonly things: number
  readonly drawings: readonly string[]
}

/** A page, newest first; `older` is the key of the next one, null where there is none. */
export type OwnOrders = { readonly rows: readonly OwnOrder[]; readonly older: number | null }

const pageSize = 10
const largestNumber = 2_147_483_647

/** Each half is one range of an index, however many orders the shop has. */
async function numbersOf({ id, email }: Buyer, before: number, take: number): Promise<number[]> {
  const rows = await db().$queryRaw<{ number: number }[]>`
    (SELECT number FROM orders WHERE shopper_id = ${id} AND number < ${before} ORDER BY number DESC LIMIT ${take})
    UNION
    (SELECT number FROM orders WHERE lower(email) = ${email} AND shopper_id IS NULL AND number < ${before} ORDER BY number DESC LIMIT ${take})
    ORDER BY number DESC LIMIT ${take}`
  return rows.map(({ number }) => number)
}

/** The orders a person placed signed in, and those that nobody signed in placed with the account's address. */
export async function ordersOfShopper(buyer: Buyer, before = largestNumber): Promise<OwnOrders> {
  const numbers = await numbersOf(buyer, before, pageSize + 1)
  const shown = numbers.slice(0, pageSize)
  const orders = await db().order.findMany({
    where: { number: { in: shown } },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      state: true,
      reserved: true,
      fulfilment: true,
      createdAt: true,
      total: true,
      currency: true,
      lines: { orderBy: { id: 'asc' }, select: { quantity: true, drawing: true } },
    },
  })
  return {
    rows: orders.map(({ id, lines, total, currency, ...order }) => ({
      ...order,
      token: orderToken(id),
      total: { amount: total, currency: currency as Currency },
      things: lines.reduce((sum, line) => sum + line.quantity, 0),
      drawings: lines.flatMap(({ drawing }) => drawing ?? []).slice(0, 4),
    })),
    older: numbers.length > pageSize ? (shown.at(-1) ?? null) : null,
  }
}

/** Where a person's last order went: what the next checkout begins with. */
export async function lastDelivery(buyer: Buyer) {
  const [number] = await numbersOf(buyer, largestNumber, 1)
  const order =
    number === undefined
      ? null
      : await db().order.findUnique({ where: { number }, select: { delivery: true, address: true, postcode: true, city: true } })
  return order
}

/** The account an order is placed by, held against deletion until the order is committed; null when it has just gone. */
export async function stillThere(tx: Tx, shopperId: string | null | undefined): Promise<string | null> {
  if (!shopperId) return null
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM shopper WHERE id = ${shopperId} FOR KEY SHARE`
  return row?.id ?? null
}
