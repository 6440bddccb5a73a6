import type { Payment } from '@/lib/generated/prisma/client'
import { databaseNow, db } from '@/lib/db'
import { log } from '@/lib/log'
import { idPattern } from '@/lib/ids'
import type { Locale } from '@/lib/i18n'
import type { Currency, Money } from '@/lib/money'
import { stepsOf } from '@/lib/orders/fulfilment'
import { orderOfToken, orderToken } from '@/lib/orders/token'
import { budgetIsSpent } from './budget'
import { endedUnheard, isActive, publicState, type PublicState, type State } from './machine'
import { isCrowd, isTooBusyToLook, nextPollMs } from './page-pace'
import { refreshIfDue } from './refresh'

/** The polled answer: no more than the page needs to know whether to ask for its words anew. */
export type PaymentStatus = { readonly state: PublicState; readonly version: number; readonly nextPollMs: number | null; readonly terminal: boolean }

function statusOf(payment: Pick<Payment, 'state' | 'version' | 'checkEveryMs' | 'createdAt'>, now: Date): PaymentStatus {
  const terminal = !isActive(payment.state as State)
  return {
    state: publicState(payment.state as State),
    version: payment.version,
    nextPollMs: terminal ? null : nextPollMs(payment, now),
    terminal,
  }
}

type Polled = Pick<Payment, 'state' | 'version' | 'checkEveryMs' | 'createdAt'> & { readonly gateway: string; readonly now: Date; readonly due: boolean }

/** Whether a look is due is for the database's clock to say; it does so in the same read. */
async function readPolled(paymentId: string): Promise<Polled | undefined> {
  const [payment] = await db().$queryRaw<Polled[]>`
    SELECT state, version, gateway, check_every_ms AS "checkEveryMs", created_at AS "createdAt", clock_timestamp() AS now,
      next_check_at <= clock_timestamp() AND claim_until < clock_timestamp() AS due
    FROM payment WHERE id = ${paymentId}`
  return payment
}

/** Looks of polls under way in this instance: they must leave connections to those who only read. */
let looks = 0
const mostLooks = 8

async function refreshed(paymentId: string): Promise<void> {
  looks++
  try {
    await refreshIfDue(paymentId, 'poll')
  } finally {
    looks--
  }
}

/**
 * One primary-key read; a poll that finds the payment's check due does the reconciler's work for it, and of all
 * the polls that find it due one does. Null for an id that is not ours.
 */
export async function pollStatus(paymentId: string): Promise<PaymentStatus | null> {
  if (!idPattern.test(paymentId)) return null
  const payment = await readPolled(paymentId)
  if (!payment) return null
  if (!payment.due || !isActive(payment.state as State) || budgetIsSpent(payment.gateway) || isTooBusyToLook() || looks >= mostLooks) return statusOf(payment, payment.now)
  const look = refreshed(paymentId)
  if (isCrowd()) {
    // Whoever else asks next hears of it; a crowd must not stand waiting for the provider.
    look.catch((err: unknown) => log.error({ err }, 'a look that nobody waited for failed; the payment stays due'))
    return statusOf(payment, payment.now)
  }
  await look
  const after = (await readPolled(paymentId)) ?? payment
  return statusOf(after, after.now)
}

export type Line = { readonly name: string; readonly size: string; readonly quantity: number; readonly unitPrice: number; readonly lineTotal: number; readonly drawing: string | null; readonly slug: string | null }

export type WaitingRoom = PaymentStatus & {
  /** The database's time of this reading, to count down from. */
  readonly now: Date
  readonly paymentId: string
  /** The customer said yes after the shopper cancelled: only a renewed yes captures it. */
  readonly needsYes: boolean
  readonly cancelling: boolean
  readonly waitsForMerchant: boolean
  /** The money is taken when the goods leave. */
  readonly waitsForGoods: boolean
  /** Over, and whether money was taken is not known: the provider was never heard. */
  readonly unheard: boolean
  readonly reason: string | null
  /** The last two digits of the number the push went to. */
  readonly payerHint: string | null
  readonly expiresAt: Date
  readonly amount: Money
  readonly captureMode: string
  readonly order: {
    readonly number: number
    readonly token: string
    readonly locale: Locale
    readonly state: string
    readonly lines: readonly Line[]
    readonly delivery: string
    readonly deliveryPrice: number
    readonly total: number
    readonly canTryAgain: boolean
    /** The payment that is alive or paid, when it is not this one. */
    readonly otherPaymentId: string | null
  }
}

const reservedStates: readonly string[] = ['reserved', 'confirming', 'confirm_unknown']
const moneyOf = (p: { amount: number; currency: string }): Money => ({ amount: p.amount, currency: p.currency as Currency })

export async function readWaitingRoom(paymentId: string): Promise<WaitingRoom | null> {
  if (!idPattern.test(paymentId)) return null
  const payment = await db().payment.findUnique({
    where: { id: paymentId },
    include: { order: { include: { lines: { orderBy: { id: 'asc' } }, payments: { orderBy: { createdAt: 'desc' } } } } },
  })
  if (!payment) return null
  const { order } = payment
  const others = order.payments.filter((p) => p.id !== payment.id)
  const alive = others.find((p) => p.state === 'confirmed') ?? others.find((p) => isActive(p.state as State))
  const now = await databaseNow()
  const status = statusOf(payment, now)
  return {
    ...status,
    now,
    paymentId: payment.id,
    needsYes: payment.needsYes && payment.state === 'reserved',
    cancelling: payment.state === 'cancelling' || (isActive(payment.state as State) && payment.cancelBy !== null && payment.state !== 'reserved'),
    waitsForMerchant: payment.state === 'reserved' && payment.captureBy === 'merchant' && !payment.needsYes,
    waitsForGoods: (payment.captureBy === 'goods' || payment.captureBy === 'leaving') && reservedStates.includes(payment.state) && !payment.needsYes,
    unheard: endedUnheard(payment),
    reason: payment.reason,
    payerHint: payment.payerHint,
    expiresAt: payment.expiresAt,
    amount: moneyOf(payment),
    captureMode: payment.captureMode,
    order: {
      number: order.number,
      token: orderToken(order.id),
      locale: order.locale as Locale,
      state: order.state,
      lines: order.lines,
      delivery: order.delivery,
      deliveryPrice: order.deliveryPrice,
      total: order.total,
      canTryAgain: status.terminal && order.state === 'open' && !alive,
      otherPaymentId: alive?.id ?? null,
    },
  }
}

export type OrderPage = {
  /** A payment of it ended without the provider being heard: it may have been taken. */
  readonly unheard: boolean
  /** Its money is reserved, and taken when its goods leave. */
  readonly reserved: boolean
  readonly id: string
  readonly number: number
  readonly state: string
  readonly locale: Locale
  readonly name: string
  readonly email: string
  readonly delivery: string
  readonly address: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly deliveryPrice: number
  readonly total: number
  readonly vatTotal: number
  readonly currency: Currency
  readonly createdAt: Date
  readonly paidAt: Date | null
  readonly lines: readonly (Line & { readonly vatRate: number; readonly vatAmount: number })[]
  readonly payments: readonly { readonly id: string; readonly state: PublicState; readonly gateway: string; readonly createdAt: Date; readonly updatedAt: Date; readonly amount: Money }[]
  readonly activePaymentId: string | null
  /** What was given back of the order's own payment. */
  readonly refunded: number
  readonly channel: string
  /** What was done about the goods, the first first. */
  readonly steps: readonly { readonly step: string; readonly at: Date; readonly trackingUrl: string | null }[]
}

/** The order a secret link names; null when the link is not one of ours. */
export async function readOrderPage(token: string): Promise<OrderPage | null> {
  const orderId = orderOfToken(token)
  if (!orderId) return null
  const order = await db().order.findUnique({
    where: { id: orderId },
    include: {
      lines: { orderBy: { id: 'asc' } },
      payments: { orderBy: { createdAt: 'asc' }, include: { refunds: { where: { state: 'succeeded' }, select: { amount: true } } } },
    },
  })
  if (!order) return null
  return {
    ...order,
    locale: order.locale as Locale,
    currency: order.currency as Currency,
    payments: order.payments.map((p) => ({ id: p.id, state: publicState(p.state as State), gateway: p.gateway, createdAt: p.createdAt, updatedAt: p.updatedAt, amount: moneyOf(p) })),
    unheard: order.payments.some(endedUnheard),
    activePaymentId: order.payments.find((p) => isActive(p.state as State))?.id ?? null,
    steps: (await stepsOf(orderId)).map(({ step, at, trackingUrl }) => ({ step, at, trackingUrl })),
    refunded: order.payments.filter((p) => p.state === 'confirmed').flatMap((p) => p.refunds).reduce((sum, refund) => sum + refund.amount, 0),
  }
}
