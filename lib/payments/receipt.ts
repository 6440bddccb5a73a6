import { db } from '@/lib/db'
import type { MerchantOrder } from '@/lib/orders/merchant-queries'
import { isPaid } from '@/lib/orders/states'
import { vatByRate, vatOfKept } from '@/lib/orders/vat-by-rate'

type Vat = readonly { readonly rate: number; readonly amount: number }[]

/** What went back of a payment, as far as that is known: a refund that may have been made is none yet. */
export type GivenBack = {
  readonly refunds: readonly { readonly id: string; readonly amount: number; readonly at: Date }[]
  /** What of the order's total stays paid. */
  readonly kept: number
  /** The VAT inside it, by rate; null when nobody can tell which goods came back. */
  readonly vat: Vat | null
}

export type ReceiptView = { readonly reference: string; readonly vat: Vat; readonly givenBack: GivenBack | null }

/** What a receipt says besides the order itself. Null for an order whose money was not taken: there is none to write. */
export async function readReceipt(order: MerchantOrder): Promise<ReceiptView | null> {
  if (!isPaid(order.state)) return null
  const payment = await db().payment.findFirst({
    where: { orderId: order.id, state: 'confirmed' },
    select: {
      reference: true,
      refunds: {
        where: { state: 'succeeded' },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, amount: true, updatedAt: true },
      },
    },
  })
  if (!payment) return null
  const refunds = payment.refunds.map(({ id, amount, updatedAt }) => ({ id, amount, at: updatedAt }))
  const kept = order.total - refunds.reduce((sum, { amount }) => sum + amount, 0)
  return {
    reference: payment.reference,
    vat: vatByRate(order),
    givenBack: refunds.length ? { refunds, kept, vat: vatOfKept(order, kept) } : null,
  }
}
