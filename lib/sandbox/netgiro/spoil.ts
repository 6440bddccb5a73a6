import { wireJson } from './answers'
import type { Answer } from './call'
import type { Faults, OperationName } from './faults'

// Faults of an answer, after the call took effect.

/** A line that breaks: headers may get through, the body never ends. */
export function cutLine(afterMs = 0): Response {
  const body = new ReadableStream({
    async start(controller) {
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      controller.error(new Error('The sandbox cuts this line on purpose'))
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

export const page = (): Response =>
  new Response('<!DOCTYPE html><html><head><title>Service unavailable</title></head><body><h1>Service unavailable</h1></body></html>', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })

/** What the call would have been told, had the provider refused it with that code. */
export function refusal(operation: OperationName, code: number): Answer {
  const partner = operation === 'refund' || operation === 'transaction'
  if (partner) return { status: 400, body: { success: false, message: 'Refused', resultCode: code } }
  const failed = {
    Success: operation === 'ConfirmCart' || operation === 'CheckCart',
    Message: 'Customer declined payment',
    ResultCode: code,
  }
  if (operation === 'InsertCart')
    return { status: 200, body: { TransactionId: null, ProcessCartCheckIntervalMiliseconds: null, ...failed } }
  return { status: 200, body: { PaymentSuccessful: false, PaymentInfo: null, ...failed } }
}

/** The text of the answer, with the members a fault puts in, turns round or leaves out. */
export function text(answer: Answer, faults: Faults): string {
  let body: Answer['body'] = answer.body
  if (faults.has('unknown_code'))
    body = { ...body, ['resultCode' in body ? 'resultCode' : 'ResultCode']: faults.get('unknown_code')?.code ?? 19999 }
  if (faults.has('unknown_fields')) body = { ...body, LoyaltyPoints: 7, Campaign: { Id: 'wool', Tags: ['new', null] } }
  if (faults.has('contradiction')) {
    // A cart is told of as paid under the code of another state; InsertCart fails with the code of success.
    body = 'PaymentSuccessful' in body ? { ...body, PaymentSuccessful: !body.PaymentSuccessful } : { ...body, Success: !body.Success }
  }
  const json = wireJson(body)
  return faults.has('cut_json') ? json.slice(0, Math.floor(json.length / 2)) : json
}
