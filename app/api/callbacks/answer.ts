import { readCapped } from '@/lib/read-capped'
import { log } from '@/lib/log'
import type { CallbackKind } from '@/lib/payments/addresses'
import { receiveCallback } from '@/lib/payments/notify'
import { readSelfTest } from '@/lib/payments/self-test'

export type CallbackParams = { gateway: string; payment: string; token: string }

const maxBytes = 64 * 1024

/** The raw bytes go in, a bare status comes out: a caller learns nothing about an order. */
export async function answerCallback(request: Request, { gateway, payment, token }: CallbackParams, kind: CallbackKind): Promise<Response> {
  const body = await readCapped(request, maxBytes)
  if (!body) return new Response(null, { status: 413 })
  const arrived = readSelfTest({ gateway, payment, token, headers: request.headers, body })
  if (arrived) return Response.json(arrived, { headers: { 'cache-control': 'no-store' } })
  try {
    const status = await receiveCallback({ gateway, paymentId: payment, token, kind, headers: request.headers, body })
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
  } catch (err) {
    // Nothing was promised: the provider asks again.
    log.error({ err, payment }, 'a callback could not be taken in')
    return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } })
  }
}
