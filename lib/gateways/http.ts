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

/** For scripts that keep no record of their calls. */
export const unrecorded: CallContext = { recorder: { open: async () => ({ close: async () => {} }) } }

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

/**
 * The deadline is a race of its own and not AbortSignal.timeout alone: a request that was copied on its way
 * (frameworks wrap fetch) can lose its signal to the garbage collector and then waits for ever.
 */
async function send(call: HttpCall<unknown>, timeoutMs: number): Promise<HttpAnswer | Unanswered> {
  const abort = new AbortController()
  const progress: { status?: number } = {}
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<Unanswered>((resolve) => {
    timer = setTimeout(
      () => {
        resolve({ cause: 'timeout', status: progress.status })
        abort.abort()
      },
      Math.max(1, timeoutMs),
    )
  })
  try {
    return await Promise.race([exchange(call, abort.signal, progress), deadline])
  } finally {
    clearTimeout(timer)
  }
}

async function exchange(call: HttpCall<unknown>, signal: AbortSignal, progress: { status?: number }): Promise<HttpAnswer | Unanswered> {
  try {
    const response = await fetch(call.url, {
      method: call.method,
      // Plain bytes: fetch decodes a cut gzip body without complaint.
      headers: { 'accept-encoding': 'identity', ...call.headers },
      body: call.body,
      redirect: 'manual',
      cache: 'no-store',
      signal,
    })
    progress.status = response.status
    const bytes = await readCapped(response, signal)
    return bytes ? { status: response.status, headers: response.headers, bytes } : { cause: 'too_large', status: response.status }
  } catch (error) {
    return { cause: progress.status === undefined && neverLeft(error) ? 'not_sent' : 'network', status: progress.status }
  }
}

async function readCapped(response: Response, signal: AbortSignal): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream, and with it the connection.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes || signal.aborted) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Only while connecting: the same codes can end a connection over which the request has gone out. */
const connecting = new Set(['connect', 'getaddrinfo'])
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const noHandshake = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])

type SystemError = { readonly code?: string; readonly syscall?: string; readonly errors?: readonly SystemError[] }

/** True only when the error proves that no byte of the request reached the provider. */
function neverLeft(error: unknown): boolean {
  const cause = (error as { cause?: SystemError }).cause
  return cause !== undefined && (cause.errors?.length ? cause.errors.every(provesIt) : provesIt(cause))
}

function provesIt({ code = '', syscall = '' }: SystemError): boolean {
  return noHandshake.has(code) || (unreachable.has(code) && connecting.has(syscall))
}
