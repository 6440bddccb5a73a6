import type { Payment } from '@/lib/generated/prisma/client'
import { databaseNow, db, inTransaction, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import type { CaptureMode, Gateway, Payer, StartRequest } from '@/lib/gateways/gateway'
import { words, type Locale } from '@/lib/i18n'
import { newId, newReference } from '@/lib/ids'
import type { Currency } from '@/lib/money'
import type { CheckoutForm } from '@/lib/orders/checkout-schema'
import { lockOrder, OutOfStock, placeOrder, retryWindowMs, type Shortage } from '@/lib/orders/commands'
import { paymentSettings, type PaymentSettings } from '@/lib/settings/queries'
import { callbackUrl, waitingRoomUrl } from './addresses'
import { mayStart } from './breaker'
import { release } from './claims'
import { crashPoint } from './crash-point'
import { phoneGateway } from './gateways'
import { allowAttempt, forgetClick, isFirstClick, type Attempt } from './limits'
import { activeStates } from './machine'
import { clampPace } from './pace'
import { record, type By } from './record'
import { recorderFor } from './recorder'

export type CheckoutResult =
  | { readonly kind: 'started' | 'existing'; readonly paymentId: string }
  | { readonly kind: 'out_of_stock'; readonly lines: readonly Shortage[] }
  | { readonly kind: 'empty_cart'; readonly lastPaymentId?: string }
  | { readonly kind: 'order_closed' }
  | { readonly kind: 'too_many_tries' }
  | { readonly kind: 'not_now' }

const byShopper: By = { cause: 'start', actor: 'shopper' }
const captureModes = ['automatic', 'callback', 'manual'] as const satisfies readonly CaptureMode[]

export type Checkout = { readonly cartId: string; readonly locale: Locale; readonly form: CheckoutForm; readonly client?: string; /** Who is signed in. */ readonly shopperId?: string | null }

/**
 * Places the order of a cart and starts its payment by phone. The order and the intent to pay are committed
 * before the provider hears of it. Submitting the same form again finds what the first submit made.
 */
export async function checkout({ cartId, locale, form, client, shopperId }: Checkout): Promise<CheckoutResult> {
  const gateway = phoneGateway()
  const terms = await termsOf(gateway, 'phone')
  const earlier = (await isFirstClick(form.checkoutKey)) ? await placedBefore(form.checkoutKey) : await waitForPlaced(form.checkoutKey)
  if (earlier) return earlier
  const placed: Placed = (await hindrance(gateway, { phone: form.phone, client })) ?? (await place({ cartId, locale, form, shopperId, gateway, terms }))
  if (placed.kind === 'existing') return placed
  if (placed.kind !== 'started') {
    await forgetClick(form.checkoutKey)
    return placed
  }
  await send(placed.payment, { payer: { kind: 'phone', phone: form.phone }, gateway })
  return { kind: 'started', paymentId: placed.payment.id }
}

/** The first click is on its way: its order appears within moments, unless it came to nothing. */
async function waitForPlaced(checkoutKey: string): Promise<CheckoutResult | null> {
  for (let tries = 0; tries < 30; tries++) {
    const placed = await placedBefore(checkoutKey)
    if (placed) return placed
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return null
}

/** Another payment for the same order, while it is open and no earlier one can still take money. */
export async function tryAgain({ paymentId, phone, client }: { paymentId: string; phone: string; client?: string }): Promise<CheckoutResult> {
  const gateway = phoneGateway()
  const terms = await termsOf(gateway, 'phone')
  const hindered = await hindrance(gateway, { phone, client })
  if (hindered) return hindered
  const made = await inTransaction(async (tx) => {
    const { orderId } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId }, select: { orderId: true } })
    await lockOrder(tx, orderId)
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: { where: { state: { in: [...activeStates, 'confirmed'] } } } } })
    const live = order.payments[0]
    if (live) return { kind: 'existing' as const, paymentId: live.id }
    if (order.state !== 'open') return { kind: 'order_closed' as const }
    const payment = await createPayment(tx, order, { gateway, terms, payer: { kind: 'phone', phone } })
    await tx.order.update({ where: { id: orderId }, data: { holdUntil: new Date(payment.expiresAt.getTime() + retryWindowMs) } })
    return { kind: 'started' as const, payment }
  })
  if (made.kind !== 'started') return made
  await send(made.payment, { payer: { kind: 'phone', phone }, gateway })
  return { kind: 'started', paymentId: made.payment.id }
}

/** What keeps a new payment from starting, whoever asks; nothing is written before it is asked. */
export async function hindrance(gateway: Gateway, attempt: Attempt | null): Promise<{ kind: 'not_now' | 'too_many_tries' } | null> {
  if (!env().paymentsNew || !(await mayStart(gateway.name))) return { kind: 'not_now' }
  return attempt === null || (await allowAttempt(attempt)) ? null : { kind: 'too_many_tries' }
}

export type Terms = { readonly captureMode: CaptureMode; readonly captureBy: PaymentSettings['captureBy']; readonly validityMs: number }

export async function termsOf(gateway: Gateway, payer: Payer['kind']): Promise<Terms> {
  const { confirmationType, captureBy } = await paymentSettings()
  return { captureMode: captureModes[confirmationType], captureBy, validityMs: gateway.validityMs(payer) }
}

async function placedBefore(checkoutKey: string): Promise<CheckoutResult | null> {
  const payment = await db().payment.findFirst({ where: { order: { checkoutKey } }, orderBy: { createdAt: 'desc' }, select: { id: true } })
  return payment && { kind: 'existing', paymentId: payment.id }
}

type Place = Omit<Checkout, 'client'> & { gateway: Gateway; terms: Terms }
type Placed = Exclude<CheckoutResult, { kind: 'started' | 'existing' }> | { kind: 'existing'; paymentId: string } | { kind: 'started'; payment: Payment }

async function place({ cartId, locale, form, shopperId, gateway, terms }: Place): Promise<Placed> {
  try {
    return await inTransaction(async (tx): Promise<Placed> => {
      const order = await placeOrder(tx, { cartId, locale, form, shopperId, holdMs: terms.validityMs + retryWindowMs })
      if (!order) {
        const last = await tx.payment.findFirst({ where: { order: { cartId } }, orderBy: { createdAt: 'desc' }, select: { id: true } })
        return { kind: 'empty_cart', ...(last && { lastPaymentId: last.id }) }
      }
      return { kind: 'started', payment: await createPayment(tx, order, { gateway, terms, payer: { kind: 'phone', phone: form.phone } }) }
    })
  } catch (error) {
    if (error instanceof OutOfStock) return { kind: 'out_of_stock', lines: error.lines }
    // The same form twice at the same instant: the second meets the first's key.
    const earlier = (error as { code?: string }).code === 'P2002' ? await placedBefore(form.checkoutKey) : null
    if (earlier && 'paymentId' in earlier && earlier.paymentId) return { kind: 'existing', paymentId: earlier.paymentId }
    throw error
  }
}

export type Start = { readonly gateway: Gateway; readonly terms: Terms; readonly payer: Payer; readonly by?: By }

/** The intent to pay, inside the transaction that makes its order. Of the payer only the kind is kept, and two digits of a phone. */
export async function createPayment(tx: Tx, order: { id: string; total: number; currency: string }, { gateway, terms, payer, by = byShopper }: Start): Promise<Payment> {
  const now = await databaseNow(tx)
  const expiresAt = new Date(now.getTime() + terms.validityMs)
  const id = newId()
  const payment = await tx.payment.create({
    data: {
      id,
      orderId: order.id,
      gateway: gateway.name,
      state: 'created',
      version: 1,
      amount: order.total,
      currency: order.currency,
      reference: newReference(),
      captureMode: terms.captureMode,
      captureBy: terms.captureBy,
      payerKind: payer.kind === 'browser' ? 'card' : payer.kind,
      payerHint: payer.kind === 'phone' ? payer.phone.slice(-2) : null,
      checkEveryMs: gateway.pace.usual,
      expiresAt,
      nextCheckAt: now,
      watchUntil: new Date(expiresAt.getTime() + gateway.lateMs),
      // Ours to send until the lease runs out.
      claimToken: id,
      claimUntil: new Date(now.getTime() + env().claimLeaseMs),
    },
  })
  await tx.paymentEvent.create({ data: { paymentId: id, version: 1, to: 'created', ...by } })
  return payment
}

/** Makes the call that was intended and writes down what came of it: started, refused, or not known. */
export async function send(payment: Payment, { payer, gateway, by = byShopper }: Pick<Start, 'payer' | 'gateway' | 'by'>): Promise<void> {
  crashPoint('start.placed')
  const sent = await record(payment.id, { signal: 'send' }, by)
  if (!sent.moved) return
  const outcome = await gateway.start(await requestOf(payment, payer), { recorder: recorderFor(payment.id), budgetMs: 9_000 })
  if (outcome.kind === 'done') {
    const { transactionId, seen, checkEveryMs } = outcome.value
    await record(payment.id, { seen, transactionId, checkEveryMs: clampPace(gateway, checkEveryMs) }, by)
  } else if (outcome.kind === 'refused') {
    await record(payment.id, { signal: 'start_refused', reason: outcome.reason }, by)
  } else if (outcome.cause === 'not_sent') {
    await record(payment.id, { signal: 'start_refused', reason: 'provider_down' }, by)
  } else {
    await record(payment.id, { signal: 'start_lost' }, by)
  }
  await release({ paymentId: payment.id, token: payment.id })
}

async function requestOf(payment: Payment, payer: Payer): Promise<StartRequest> {
  const order = await db().order.findUniqueOrThrow({ where: { id: payment.orderId }, include: { lines: true } })
  return {
    reference: payment.reference,
    amount: { amount: payment.amount, currency: payment.currency as Currency },
    description: words(order.locale as Locale, 'payment')('pushDescription', { number: String(order.number) }),
    locale: order.locale as Locale,
    payer,
    captureMode: payment.captureMode as CaptureMode,
    lines: order.lines.map((line) => ({ sku: line.sku, name: line.name, quantity: line.quantity, unitPrice: line.unitPrice, total: line.lineTotal, vatRate: line.vatRate })),
    callbackUrl: callbackUrl(payment.gateway, payment.id, 'callback'),
    cancelCallbackUrl: callbackUrl(payment.gateway, payment.id, 'cancel'),
    returnUrl: waitingRoomUrl(order.locale, payment.id),
    ...(order.locationId && { locationId: order.locationId }),
    ...(order.registerId && { registerId: order.registerId }),
  }
}
