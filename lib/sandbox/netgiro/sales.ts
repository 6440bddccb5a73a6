import { transaction, type Sql } from '../db'
import { localTime } from './answers'
import { sandboxNow, type Cart } from './carts'
import { settle } from './journey'

// What the transaction details and the Partner API see of a cart: a sale.

export type Sale = { readonly cart: Cart; readonly refunded: number }

/** By the cart's identifier or the payment's, brought up to now and locked until the transaction ends. */
export async function lockSale(tx: Sql, id: string, appKey: string): Promise<Sale | null> {
  const [found] = await tx<Cart>('select * from sandbox.netgiro_cart where (id = $1 or payment_id = $1) and app_key = $2 for update', [
    id,
    appKey,
  ])
  if (!found) return null
  const cart = await settle(tx, found, await sandboxNow(tx, appKey))
  const [sum] = await tx<{ refunded: string }>(
    'select coalesce(sum(amount), 0) as refunded from sandbox.netgiro_refund where cart_id = $1',
    [cart.id],
  )
  return { cart, refunded: Number(sum?.refunded ?? 0) }
}

export const findSale = (id: string, appKey: string): Promise<Sale | null> => transaction((tx) => lockSale(tx, id, appKey))

export const isRefundable = ({ cart, refunded }: Sale): boolean => cart.state === 'paid' && refunded < cart.amount

export function saleStatus({ state }: Cart): 'new' | 'unpaid' | 'paid' | 'canceled' {
  if (state === 'pending' || state === 'needs_code') return 'new'
  return state === 'reserved' ? 'unpaid' : state === 'paid' ? 'paid' : 'canceled'
}

/** The first Tuesday after the payment, as the official wrapper reckons it. */
export function settlementDate({ paidAt }: Cart): string | null {
  if (!paidAt) return null
  const day = new Date(Date.UTC(paidAt.getUTCFullYear(), paidAt.getUTCMonth(), paidAt.getUTCDate()))
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 6) % 7) + 1)
  return localTime(day)
}

export const recordedRefund = (tx: Sql, appKey: string, key: string) =>
  tx<{ cartId: string; amount: number }>('select cart_id, amount from sandbox.netgiro_refund where app_key = $1 and idempotency_key = $2', [
    appKey,
    key,
  ])
