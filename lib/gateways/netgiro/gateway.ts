// Our words ↔ Netgíró's. Each method is one call of theirs; README.md has the table.
import { isk } from '../../money'
import type { CallContext, Details, Gateway, Outcome, Payer, PaymentLine, PaymentRef, Seen, StartRequest } from '../gateway'
import { readCallback, sampleCallback } from './callback'
import { type CartItem, confirmationTypes, createNetgiroClient, type InsertCartRequest, type NetgiroConfig } from './client'
import { testConnection } from './connection'
import type { CartState } from './judge'
import type { TransactionDetails } from './transaction'

const day = 24 * 60 * 60_000

export function createNetgiroGateway(config: NetgiroConfig): Gateway {
  const client = createNetgiroClient(config)

  async function check(payment: PaymentRef, context: CallContext): Promise<Outcome<Seen>> {
    return seen(await client.checkCart(payment.transactionId, context))
  }

  /** "Already confirmed" (10203) is a hint of an earlier success whose answer was lost: what is so comes from CheckCart. */
  async function confirm(payment: PaymentRef, context: CallContext, identifier?: string): Promise<Outcome<Seen>> {
    const started = performance.now()
    const answer = await client.confirmCart(payment.transactionId, identifier, context)
    if (answer.kind !== 'done' || answer.value.code !== 10203) return seen(answer)
    const budgetMs = context.budgetMs === undefined ? undefined : context.budgetMs - (performance.now() - started)
    return check(payment, { ...context, budgetMs })
  }

  return {
    name: 'netgiro',
    payers: ['phone', 'national_id', 'app_code'],
    captureModes: ['automatic', 'callback', 'manual'],
    pace: { floor: 1_500, usual: 3_000, ceiling: 60_000 },
    // A cart sent to a phone lives three minutes; an SMS or app code five.
    validityMs: (payer) => (payer === 'phone' ? 180_000 : 300_000),
    // A reservation nobody confirms is void after seven days.
    lateMs: 8 * day,
    holdMs: 7 * day,

    async start(request, context) {
      const cart = await client.insertCart(cartFor(request), context)
      if (cart.kind !== 'done') return cart
      const { transactionId, truth, checkEveryMs } = cart.value
      return { kind: 'done', value: { transactionId, seen: { truth }, checkEveryMs } }
    },
    check,
    capture: (payment, context) => confirm(payment, context),
    async cancel(payment, context) {
      return seen(await client.cancelCart(payment.transactionId, context))
    },
    submitCode: (payment, code, context) => confirm(payment, context, code.trim()),
    refund({ transactionId, refund, idempotencyKey, reason }, context) {
      return client.refund({ transactionId, refundAmount: kronur(refund), idempotencyKey, reason }, context)
    },
    async details({ transactionId }, context) {
      return booked(await client.transaction(transactionId, context))
    },
    readCallback: (input) => readCallback(config.secretKey, input),
    testConnection: (context) => testConnection(client, context),
    sampleCallback: (registeredUrl) => sampleCallback(config, registeredUrl),
  }
}

function cartFor(request: StartRequest): InsertCartRequest {
  return {
    amount: kronur(request.amount),
    reference: request.reference,
    customerId: customerId(request.payer),
    confirmationType: confirmationTypes[request.captureMode],
    callbackUrl: request.callbackUrl,
    callbackCancelUrl: request.cancelCallbackUrl,
    description: request.description,
    items: request.lines.length ? request.lines.map(item) : undefined,
    locationId: request.locationId,
    registerId: request.registerId,
  }
}

/** Without spaces, hyphens and the country's prefix. */
function customerId(payer: Payer): string {
  switch (payer.kind) {
    case 'phone':
      return payer.phone.replace(/[\s-]/g, '').replace(/^(\+|00)?354(?=\d{7}$)/, '')
    case 'national_id':
      return payer.nationalId.replace(/[\s-]/g, '')
    case 'app_code':
      return payer.code.replace(/[\s-]/g, '')
    case 'browser':
      throw new Error('Netgíró asks a named customer, never the browser')
  }
}

function item(line: PaymentLine): CartItem {
  return { productNo: line.sku, name: line.name, unitPrice: line.unitPrice, amount: line.total, quantity: line.quantity }
}

function kronur({ amount, currency }: { amount: number; currency: string }): number {
  if (currency !== 'ISK') throw new Error(`Netgíró takes krónur, not ${currency}`)
  return amount
}

function seen(answer: Outcome<CartState>): Outcome<Seen> {
  if (answer.kind !== 'done') return answer
  const { truth, reason, payment } = answer.value
  return {
    kind: 'done',
    value: {
      truth,
      reason,
      amount: payment?.totalAmount === undefined ? undefined : isk(payment.totalAmount),
      reference: payment?.reference,
      receipt: payment?.invoiceNumber === undefined ? undefined : String(payment.invoiceNumber),
    },
  }
}

function booked(answer: Outcome<TransactionDetails>): Outcome<Details> {
  if (answer.kind !== 'done') return answer
  const { status, totalAmount, refundedAmount, isRefundable, invoiceNumber, settlementDate } = answer.value
  if (!status) return { kind: 'unknown', cause: 'not_parsable' }
  return {
    kind: 'done',
    value: {
      status: status === 'canceled' ? 'cancelled' : status,
      amount: totalAmount === undefined ? undefined : isk(totalAmount),
      refunded: refundedAmount === undefined ? undefined : isk(refundedAmount),
      refundable: isRefundable,
      receipt: invoiceNumber ? String(invoiceNumber) : undefined,
      settledOn: settlementDate,
    },
  }
}
