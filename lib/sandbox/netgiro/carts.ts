import { randomUUID } from 'node:crypto'
import type { Sql } from '../db'

export type CustomerKind = 'gsm' | 'ssn' | 'app_code'
export type ConfirmationType = 0 | 1 | 2

/**
 * pending waits for the customer, needs_code for the SMS code; reserved and paid as they say. Closed are:
 * cancelled by the provider, declined by the customer, expired unanswered, lapsed as a reservation nobody
 * confirmed, unacknowledged when the provider never took the callback.
 */
export type CartState = 'pending' | 'needs_code' | 'reserved' | 'paid' | 'cancelled' | 'declined' | 'expired' | 'lapsed' | 'unacknowledged'

export type Cart = {
  readonly id: string
  readonly appKey: string
  readonly customerKind: CustomerKind
  readonly customer: string
  readonly confirmationType: ConfirmationType
  readonly amount: number
  readonly reference: string
  readonly description: string | null
  readonly locationId: string | null
  readonly registerId: string | null
  readonly clientInfo: string | null
  readonly items: readonly Item[]
  readonly callbackUrl: string | null
  readonly callbackCancelUrl: string | null
  readonly state: CartState
  readonly push: 'shown' | 'hidden' | 'no_app' | 'none'
  readonly smsCode: string | null
  readonly smsCodeExpiresAt: Date | null
  readonly paymentId: string
  readonly invoiceNumber: number | null
  readonly confirmAnswered: boolean
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly reservedAt: Date | null
  readonly lapsesAt: Date | null
  readonly paidAt: Date | null
  readonly closedAt: Date | null
}

/** Quantity in thousandths of a piece, as the wire has it. */
export type Item = { productNo?: string; name?: string; description?: string; unitPrice?: number; amount?: number; quantity?: number }

export const isWaiting = (cart: Cart): boolean => cart.state === 'pending' || cart.state === 'needs_code'

export const isClosed = (cart: Cart): boolean => !isWaiting(cart) && cart.state !== 'reserved'

/** The sandbox's own time for one app key. */
export async function sandboxNow(sql: Sql, appKey: string): Promise<Date> {
  const [row] = await sql<{ now: Date }>('select sandbox.netgiro_now($1) as now', [appKey])
  return row?.now ?? new Date()
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const stored = (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : value)

type NewCart = Omit<Cart, 'id' | 'paymentId' | 'confirmAnswered' | 'invoiceNumber' | 'reservedAt' | 'lapsesAt' | 'paidAt' | 'closedAt'>

export async function insertCart(tx: Sql, cart: NewCart & { readonly paymentIsCart: boolean }): Promise<Cart> {
  const { paymentIsCart, ...given } = cart
  const id = randomUUID()
  const all = { ...given, id, paymentId: paymentIsCart ? id : randomUUID() }
  const names = Object.keys(all)
  const [row] = await tx<Cart>(
    `insert into sandbox.netgiro_cart (${names.map(snake).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
    Object.values(all).map(stored),
  )
  return row!
}

/** Locks the cart until the transaction ends. Another provider's cart is an unknown one. */
export async function lockCart(tx: Sql, id: string, appKey?: string): Promise<Cart | null> {
  const [cart] = await tx<Cart>('select * from sandbox.netgiro_cart where id = $1 for update', [id])
  return cart && (!appKey || cart.appKey === appKey) ? cart : null
}

export async function changeCart(tx: Sql, cart: Cart, change: Partial<Cart>): Promise<Cart> {
  const names = Object.keys(change)
  const [row] = await tx<Cart>(
    `update sandbox.netgiro_cart set ${names.map((name, i) => `${snake(name)} = $${i + 2}`).join(', ')} where id = $1 returning *`,
    [cart.id, ...Object.values(change).map(stored)],
  )
  return row!
}

export async function nextInvoiceNumber(tx: Sql): Promise<number> {
  const [row] = await tx<{ number: string }>(`select nextval('sandbox.netgiro_invoice') as number`)
  return Number(row!.number)
}
