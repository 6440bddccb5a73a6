// Netgíró's Partner API: refunds and the state of a sale. It knows the caller by the secret key in a header, signs
// nothing, and answers in camelCase with the outcome in the HTTP status.
import type { Outcome } from '../gateway'
import { callProvider, type HttpAnswer, type Reading, unrecorded } from '../http'
import type { NetgiroConfig } from './client'
import { judgeTransaction, type TransactionDetails } from './transaction'
import { plain, viewOfAnswer } from './view'
import { refundAnswer, strictObject, transactionAnswer } from './wire'

export type PartnerRefund = {
  readonly transactionId: string
  /** Whole krónur: all of the payment or a part. */
  readonly refundAmount: number
  /** One per refund and the same in every retry: Netgíró makes one refund per key. */
  readonly idempotencyKey: string
  readonly reason?: string
}

export const partnerTimeoutsMs = { refund: 15_000, transaction: 5_000 }

/** Statuses that answer the question itself. 401, 403, 409 and 429 do not say that nothing happened. */
const refusing = new Set([400, 404, 422])

type PartnerConfig = Pick<NetgiroConfig, 'partnerUrl' | 'secretKey' | 'headers'>

export function createPartnerApi(config: PartnerConfig) {
  const base = config.partnerUrl.replace(/\/+$/, '')
  const headers = { ...config.headers, accept: 'application/json', token: config.secretKey }
  return {
    /** Unknown may be done: repeat it with the same key, never with another. */
    refund(request: PartnerRefund, context = unrecorded): Promise<Outcome<{ readonly refundId?: string }>> {
      const { transactionId, refundAmount, idempotencyKey } = request
      const reason = request.reason && plain(request.reason, 100)
      return callProvider(
        {
          operation: 'refund',
          method: 'POST',
          url: `${base}/refund`,
          headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ transactionId, refundAmount, idempotencyKey, reason }),
          view: { transactionId, refundAmount, idempotencyKey },
          timeoutMs: partnerTimeoutsMs.refund,
          read: readRefund,
        },
        context,
      )
    },
    transaction(transactionId: string, context = unrecorded): Promise<Outcome<TransactionDetails>> {
      return callProvider(
        {
          operation: 'transaction',
          method: 'GET',
          url: `${base}/transaction/${encodeURIComponent(transactionId)}`,
          headers,
          view: { transactionId },
          timeoutMs: partnerTimeoutsMs.transaction,
          read: readTransaction,
        },
        context,
      )
    },
  }
}

/** 200 is the success, its body optional; but a body that is there must be theirs, and must not say the opposite. */
function readRefund(answer: HttpAnswer): Reading<{ readonly refundId?: string }> {
  const object = answer.bytes.length === 0 ? {} : strictObject(answer.bytes)
  const body = refundAnswer.safeParse(object)
  const seen = seenIn(answer, object)
  if (!body.success) return { ...seen, outcome: { kind: 'unknown', cause: answer.status === 200 ? 'not_parsable' : 'http_status' } }
  const saysNo = body.data.success === false
  const refused = answer.status === 200 ? saysNo : refusing.has(answer.status) && (saysNo || Boolean(body.data.message))
  if (refused) return { ...seen, outcome: { kind: 'refused', reason: 'not_accepted', code: String(body.data.resultCode ?? answer.status) } }
  return { ...seen, outcome: answer.status === 200 ? { kind: 'done', value: {} } : { kind: 'unknown', cause: 'http_status' } }
}

function readTransaction(answer: HttpAnswer): Reading<TransactionDetails> {
  const object = strictObject(answer.bytes)
  const seen = seenIn(answer, object)
  if (answer.status === 404) return { ...seen, outcome: { kind: 'refused', reason: 'not_accepted', code: '404' } }
  if (answer.status !== 200) return { ...seen, outcome: { kind: 'unknown', cause: 'http_status' } }
  const body = transactionAnswer.safeParse(object)
  return { ...seen, outcome: body.success ? judgeTransaction(body.data) : { kind: 'unknown', cause: 'not_parsable' } }
}

function seenIn({ status, headers }: HttpAnswer, object?: Readonly<Record<string, unknown>>) {
  const named = headers.get('netgiro_referenceid')
  return {
    code: String(status),
    response: object && viewOfAnswer(object),
    providerRef: named ? plain(named, 64) : undefined,
  }
}
