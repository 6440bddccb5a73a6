// The one place that calls a provider: a row before the first byte, a deadline over the whole exchange,
// a cap on what is read, no redirect followed, and every end of it an Outcome.
import type { CallContext, ExchangeResult, Outcome, UnknownCause } from './gateway'

const maxBytes = 256 * 1024

export type HttpCall<T> = {
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** What of the request may be stored. */
  readonly view: Readonly<Record<string, unknown>>
  readonly timeoutMs: number
  /** Judges a complete answer: any status, any bytes. */
  readonly read: (answer: HttpAnswer) => Reading<T>
}

export type HttpAnswer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }

export type Reading<T> = { readonly outcome: Outcome<T> } & Pick<ExchangeResult, 'code' | 'response' | 'signature' | 'providerRef'>

/** Never throws for what the network or the provider does; an error from the recorder is the caller's to handle. */
export async function callProvider<T>(call: HttpCall<T>, context: CallContext): Promise<Outcome<T>> {
  const row = await context.recorder.open({ operation: call.operation, request: call.view })
  const started = performance.now()
  const answer = await send(call, Math.min(call.timeoutMs, context.budgetMs ?? Infinity))
  const durationMs = Math.round(performance.now() - started)
  if ('cause' in answer) {
    await row.close({ durationMs, outcome: 'unknown', httpStatus: answer.status, error: answer.cause })
    return { kind: 'unknown', cause: answer.cause }
  }
  const { outcome, ...seen } = call.read(answer)
  const error = outcome.kind === 'unknown' ? outcome.cause : undefined
  await row.close({ durationMs, outcome: outcome.kind, httpStatus: answer.status, error, ...seen })
  return outcome
}

type Unanswered = { readonly cause: UnknownCause; readonly status?: number }

async function send(call: HttpCall<unknown>, timeoutMs: number): Promise<HttpAnswer | Unanswered> {
  const signal = AbortSignal.timeout(Math.max(1, timeoutMs))
  let status: number | undefined
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: call.headers,
      body: call.body,
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    status = response.status
    const bytes = await readCapped(response)
    return bytes ? { status, headers: response.headers, bytes } : { cause: 'too_large', status }
  } catch (error) {
    return { cause: signal.aborted ? 'timeout' : status === undefined && neverLeft(error) ? 'not_sent' : 'network', status }
  }
}

async function readCapped(response: Response): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream, and with it the connection.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const beforeTheFirstByte = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])

/** True only when the error proves that no byte of the request reached the provider. */
function neverLeft(error: unknown): boolean {
  const cause = (error as { cause?: { code?: string; errors?: { code?: string }[] } }).cause
  if (cause?.errors?.length) return cause.errors.every((e) => beforeTheFirstByte.has(e.code ?? ''))
  return beforeTheFirstByte.has(cause?.code ?? '')
}
