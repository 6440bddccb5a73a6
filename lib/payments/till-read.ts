import { databaseNow, db } from '@/lib/db'
import { idPattern } from '@/lib/ids'
import { endedUnheard, isActive, publicState, type State } from './machine'
import { mostCodes } from './submit-code'

/** Whose sales somebody may see: their own, or everybody's. */
export type Seller = { readonly actor: string; readonly all: boolean }

const ofSeller = ({ actor, all }: Seller) => ({ channel: 'pos', ...(!all && { createdBy: actor }) })

/** True for a payment at a till that this person may see and act on. */
export async function maySeeSale(paymentId: string, seller: Seller): Promise<boolean> {
  return idPattern.test(paymentId) && (await db().payment.count({ where: { id: paymentId, order: ofSeller(seller) } })) === 1
}

/** One payment at a till with its order; null when there is none this person may see. */
export async function readTillSale(paymentId: string, seller: Seller) {
  if (!idPattern.test(paymentId)) return null
  const payment = await db().payment.findFirst({
    where: { id: paymentId, order: ofSeller(seller) },
    include: { order: { include: { lines: { orderBy: { id: 'asc' } }, payments: { orderBy: { createdAt: 'desc' }, select: { id: true, state: true } } } } },
  })
  if (!payment) return null
  const { order } = payment
  const alive = order.payments.find((other) => other.id !== payment.id && (other.state === 'confirmed' || isActive(other.state as State)))
  return {
    payment,
    order,
    state: publicState(payment.state as State),
    terminal: !isActive(payment.state as State),
    unheard: endedUnheard(payment),
    /** An end was asked for, and the provider has not said yet whether it came in time. */
    cancelling: payment.state === 'cancelling',
    /** The database's time of this reading, to count down from. */
    now: await databaseNow(),
    codesLeft: Math.max(0, mostCodes - payment.codeTries),
    canTryAgain: !isActive(payment.state as State) && order.state === 'open' && !alive,
    otherPaymentId: alive?.id ?? null,
  }
}

export type TillSaleView = NonNullable<Awaited<ReturnType<typeof readTillSale>>>

/** The latest sales somebody made, newest first. */
export async function listSales(actor: string, take = 50) {
  const orders = await db().order.findMany({
    where: { channel: 'pos', createdBy: actor },
    orderBy: { number: 'desc' },
    take,
    select: {
      id: true, number: true, state: true, total: true, createdAt: true,
      payments: { orderBy: { createdAt: 'desc' }, take: 1, select: { id: true, state: true, payerKind: true } },
    },
  })
  return orders.flatMap(({ payments, ...order }) => (payments[0] ? [{ ...order, payment: payments[0] }] : []))
}

export type TillSaleRow = Awaited<ReturnType<typeof listSales>>[number]
