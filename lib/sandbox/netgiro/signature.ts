import { createHash, randomInt } from 'node:crypto'
import { env } from '@/lib/env'
import { pathAsSent } from '../as-sent'

/** Lower-case hex of SHA-256 over secret, nonce, URL and body, joined without separators. No HMAC, whatever the prose says. */
export function sign(secret: string, nonce: string, url: string, body: Uint8Array | string): string {
  return createHash('sha256')
    .update(secret + nonce + url, 'utf8')
    .update(body)
    .digest('hex')
}

/** .NET ticks with random last digits, so that two calls within a millisecond differ. */
export function newNonce(): string {
  return String(BigInt(Date.now()) * 10_000n + 621_355_968_000_000_000n + BigInt(randomInt(10_000)))
}

/**
 * The URLs the client may have signed: what it called is known only by path, query and Host, so the public
 * origin and the request's own are both tried. Path and query are taken as sent, letter for letter.
 */
export function urlsSigned(request: Request): string[] {
  const sent = pathAsSent(request)
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() || new URL(request.url).protocol.slice(0, -1)
  const host = request.headers.get('host') ?? new URL(request.url).host
  return [...new Set([`${scheme}://${host}`, env().appUrl])].map((origin) => origin + sent)
}
