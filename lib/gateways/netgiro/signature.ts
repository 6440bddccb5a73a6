// netgiro_signature = lower-case hex of SHA-256(secretKey + nonce + url + body). The documents call it HMACSHA256;
// their own examples say otherwise (tests/unit/netgiro-signature.test.ts). Requests, answers and callbacks alike.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

export type Signed = {
  /** The text as Netgíró shows it. It looks like base64 and is never decoded. */
  readonly secretKey: string
  readonly nonce: string
  /** Absolute, in the letter case sent, query included. For an answer, the URL that was asked. */
  readonly url: string
  /** The bytes on the wire; empty for GET. */
  readonly body: string | Uint8Array
}

export function sign(message: Signed): string {
  return digest(message).toString('hex')
}

/** In constant time. Joined without separators, the parts could be cut elsewhere: what is signed is a hint, never proof of payment. */
export function verify({ signature, ...message }: Signed & { readonly signature: string }): boolean {
  return /^[0-9a-f]{64}$/.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), digest(message))
}

/** A header that is there but empty, repeated or unfit is a wrong signature, not a missing one. */
export function verifyHeaders(headers: Headers, message: Omit<Signed, 'nonce'>): 'valid' | 'invalid' | 'absent' {
  const signature = headers.get('netgiro_signature')
  if (signature === null) return 'absent'
  // Any word is a nonce. A repeated header arrives joined by a comma and a space, and so is none.
  const nonce = headers.get('netgiro_nonce') ?? ''
  return /^[\x21-\x7e]{1,128}$/.test(nonce) && verify({ ...message, nonce, signature }) ? 'valid' : 'invalid'
}

function digest({ secretKey, nonce, url, body }: Signed): Buffer {
  return createHash('sha256')
    .update(secretKey + nonce + url)
    .update(body)
    .digest()
}

const ticksPerMs = 10_000n
const msFrom1900To1970 = 2_208_988_800_000n
/** Keeps two processes that call in the same millisecond apart. */
const salt = BigInt(randomInt(10_000))
let last = 0n

/** Ticks of 100 ns since 1900, as the documents recommend: always larger than the one before, also when the clock falls back. */
export function nextNonce(now = Date.now()): string {
  const ticks = (BigInt(now) + msFrom1900To1970) * ticksPerMs + salt
  last = ticks > last ? ticks : last + 1n
  return last.toString()
}
