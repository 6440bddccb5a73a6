import { randomUUID } from 'node:crypto'
import { transaction, type Sql } from '../../db'
import { localTime } from '../answers'
import type { Answer, Call } from '../call'
import { sandboxNow } from '../carts'
import { findSale, isRefundable, lockSale, recordedRefund, saleStatus, settlementDate } from '../sales'
import { complaint, refundRequest, transactionId } from '../wire'
import type { PartnerSaleAnswer } from '../wire-answers'
import type { z } from 'zod'

// The Partner API: camelCase, a token instead of a signature, and an HTTP status that means what it says.

const said = (status: number, message: string): Answer => ({ status, body: { success: status === 200, message, resultCode: status } })

/** GET /partner/transaction/{id} */
export async function partnerTransactionOperation(call: Call): Promise<Answer> {
  const id = transactionId.safeParse(call.members.transactionid)
  const sale = id.success ? await findSale(id.data, call.provider.appKey) : null
  if (!sale) return said(404, 'Sale not found')
  const { cart, refunded } = sale
  return {
    status: 200,
    body: {
      transactionId: cart.paymentId,
      status: saleStatus(cart),
      isRefundable: isRefundable(sale),
      settlementDate: settlementDate(cart),
      created: localTime(cart.paidAt ?? cart.reservedAt ?? cart.createdAt),
      invoiceNumber: cart.invoiceNumber ?? 0,
      referenceNumber: cart.reference,
      totalAmount: cart.amount,
      refundedAmount: refunded,
      success: true,
      message: null,
      resultCode: 200,
    } satisfies PartnerSaleAnswer,
  }
}

/** POST /partner/refund: a key refunds once; the same key with another amount or sale is refused. */
export async function refundOperation(call: Call): Promise<Answer> {
  const parsed = refundRequest.safeParse(call.members)
  if (!parsed.success) return said(400, complaint(parsed.error))
  return transaction((tx) => refund(tx, call.provider.appKey, parsed.data))
}

async function refund(tx: Sql, appKey: string, request: z.infer<typeof refundRequest>): Promise<Answer> {
  const sale = await lockSale(tx, request.transactionid, appKey)
  if (!sale) return said(404, 'Sale not found')
  // Two calls with one key for two sales hold different locks; this one orders them.
  await tx('select pg_advisory_xact_lock(hashtext($1))', [`netgiro.refund ${appKey} ${request.idempotencykey}`])
  const [earlier] = await recordedRefund(tx, appKey, request.idempotencykey)
  if (earlier) {
    const same = earlier.cartId === sale.cart.id && earlier.amount === request.refundamount
    return same ? said(200, 'Refund successful') : said(409, 'This idempotencyKey was used for another refund')
  }
  if (sale.cart.state !== 'paid') return said(400, 'Only a confirmed payment can be refunded')
  if (sale.refunded + request.refundamount > sale.cart.amount) return said(400, 'The refunds would exceed the payment')
  await tx(
    'insert into sandbox.netgiro_refund (id, app_key, cart_id, amount, idempotency_key, reason, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      randomUUID(),
      appKey,
      sale.cart.id,
      request.refundamount,
      request.idempotencykey,
      request.reason ?? request.description ?? null,
      await sandboxNow(tx, appKey),
    ],
  )
  return said(200, 'Refund successful')
}
