import { db } from '@/lib/db'
import { readOrderForMerchant, type MerchantOrder } from '@/lib/orders/merchant-queries'
import { isPaid } from '@/lib/orders/states'
import { orderOfToken } from '@/lib/orders/token'
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

export type ReceiptView = {
  readonly gateway: string
  /** Our name for the payment at its gateway, and the gateway's own. */
  readonly reference: string
  readonly transactionId: string | null
  readonly vat: Vat
  readonly givenBack: GivenBack | null
}

/** What a receipt says besides the order itself. Null for an order whose money was not taken: there is none to write. */
export async function readReceipt(order: MerchantOrder): Promise<ReceiptView | null> {
  if (!isPaid(order.state)) return null
  const payment = await db().payment.findFirst({
    where: { orderId: order.id, state: 'confirmed' },
    select: {
      gateway: true,
      reference: true,
      transactionId: true,
      refunds: {
        where: { state: 'succeeded' },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, amount: true, updatedAt: true },
      },
    },
  })
  if (!payment) return null
  const { gateway, reference, transactionId } = payment
  const refunds = payment.refunds.map(({ id, amount, updatedAt }) => ({ id, amount, at: updatedAt }))
  const kept = order.total - refunds.reduce((sum, { amount }) => sum + amount, 0)
  return {
    gateway,
    reference,
    transactionId,
    vat: vatByRate(order),
    givenBack: refunds.length ? { refunds, kept, vat: vatOfKept(order, kept) } : null,
  }
}

export type PaidOrder = { readonly order: MerchantOrder; readonly receipt: ReceiptView }

/** A paid order with its receipt; null where no order has the number, or it was not paid. */
export async function readPaidOrder(number: number, particulars: boolean): Promise<PaidOrder | null> {
  const order = await readOrderForMerchant(number, particulars)
  const receipt = order && (await readReceipt(order))
  return receipt ? { order, receipt } : null
}

/** The same for whoever has the order's secret link. */
export async function readPaidOrderOfLink(token: string): Promise<PaidOrder | null> {
  const id = orderOfToken(token)
  const found = id && (await db().order.findUnique({ where: { id }, select: { number: true } }))
  return found ? readPaidOrder(found.number, true) : null
}
