import { localTime } from '../answers'
import { ok, type Answer, type Call } from '../call'
import { codes, messages } from '../codes'
import { findSale, isRefundable, saleStatus, settlementDate } from '../sales'
import { cartRequest } from '../wire'
import type { SaleAnswer } from '../wire-answers'

const failed = (message: string, code: number): Answer => ok({ Success: false, Message: message, ResultCode: code })

/** GET or POST /v1/transactions (also /v1/transaction): a sale in detail. */
export async function transactionsOperation(call: Call): Promise<Answer> {
  const parsed = cartRequest.safeParse(call.members)
  if (!parsed.success) return failed(messages[codes.requestError]!, codes.requestError)
  const sale = await findSale(parsed.data.transactionid, call.provider.appKey)
  if (!sale) return failed('Sale not found', codes.genericError)
  const { cart } = sale
  return ok({
    IsRefundable: isRefundable(sale),
    Status: saleStatus(cart),
    Created: localTime(cart.paidAt ?? cart.reservedAt ?? cart.createdAt),
    InvoiceNumber: cart.invoiceNumber ?? 0,
    TotalAmount: cart.amount,
    TransactionId: cart.paymentId,
    SettlementDate: settlementDate(cart),
    Success: true,
    Message: null,
    ResultCode: codes.success,
  } satisfies SaleAnswer)
}
