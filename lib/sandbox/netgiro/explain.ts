import { createHash, createHmac } from 'node:crypto'

export type Pasted = {
  readonly secret: string
  readonly nonce: string
  readonly url: string
  readonly body: string
  readonly received?: string
}

export const mistakes = [
  'hmac',
  'hmac_decoded',
  'decoded',
  'upper',
  'base64',
  'no_nonce',
  'no_body',
  'path_case',
  'compact',
  'no_query',
  'slash',
] as const
export type Mistake = (typeof mistakes)[number]

export type Explained = {
  readonly digest: string
  readonly lengths: { readonly secret: number; readonly nonce: number; readonly url: number; readonly body: number }
  /** Null when there was nothing to compare with. */
  readonly fits: boolean | null
  /** The usual mistake that leads to the very value received. */
  readonly mistake: Mistake | null
}

const sha = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Signs what was pasted and, if another value came of it elsewhere, says how. */
export function explain({ secret, nonce, url, body, received = '' }: Pasted): Explained {
  const digest = sha(secret, nonce, url, body)
  const hex = digest.toString('hex')
  const given = received.trim()
  const bytes = (text: string) => Buffer.byteLength(text)
  return {
    digest: hex,
    lengths: { secret: bytes(secret), nonce: bytes(nonce), url: bytes(url), body: bytes(body) },
    fits: given ? given === hex : null,
    mistake: given && given !== hex ? mistakeOf({ secret, nonce, url, body }, digest, given) : null,
  }
}

function mistakeOf({ secret, nonce, url, body }: Pasted, digest: Buffer, given: string): Mistake | null {
  if (given === digest.toString('base64')) return 'base64'
  const hex = given.toLowerCase()
  if (hex === digest.toString('hex')) return 'upper'
  const decoded = Buffer.from(secret, 'base64')
  const [withoutQuery = ''] = url.split('?')
  const tried: readonly (readonly [Mistake, Buffer])[] = [
    [
      'hmac',
      createHmac('sha256', secret)
        .update(nonce + url + body)
        .digest(),
    ],
    [
      'hmac',
      createHmac('sha256', secret)
        .update(secret + nonce + url + body)
        .digest(),
    ],
    [
      'hmac_decoded',
      createHmac('sha256', decoded)
        .update(nonce + url + body)
        .digest(),
    ],
    ['decoded', sha(decoded, nonce, url, body)],
    ['no_nonce', sha(secret, url, body)],
    ['no_body', sha(secret, nonce, url)],
    ['path_case', sha(secret, nonce, url.toLowerCase(), body)],
    ['path_case', sha(secret, nonce, url.replace(/\/checkout\//, '/Checkout/'), body)],
    ['compact', sha(secret, nonce, url, compact(body))],
    ['no_query', sha(secret, nonce, withoutQuery, body)],
    ['slash', sha(secret, nonce, `${url}/`, body)],
    ['slash', sha(secret, nonce, url.replace(/\/$/, ''), body)],
  ]
  return tried.find(([, result]) => result.toString('hex') === hex || result.toString('base64') === given)?.[0] ?? null
}

function compact(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body))
  } catch {
    return body
  }
}
