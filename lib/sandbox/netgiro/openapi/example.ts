import { env } from '@/lib/env'
import { providers, publishedKeys, type Provider } from '../providers'
import { newNonce, sign } from '../signature'
import type { Documented } from './operations'

export type Wire = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A key anybody may read in Netgíró's documents: this installation's own when it is one, else theirs. */
export function publicProvider(): Provider {
  const all = providers()
  return (publishedKeys() ? all[0] : all[1]) ?? all[0]!
}

/** A call as it goes over the wire: members in path, query or body, and the headers that let it in. */
export function wireOf({ method, path, auth }: Documented, members: Readonly<Record<string, unknown>>, nonce = newNonce()): Wire {
  const { appKey, secret } = publicProvider()
  const left = new Map(Object.entries(members))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(left.get(name) ?? ''))
    left.delete(name)
    return value
  })
  const query = method === 'get' && left.size ? `?${new URLSearchParams([...left].map(([name, value]) => [name, String(value)]))}` : ''
  const url = `${env().appUrl}/sandbox/netgiro${filled}${query}`
  const body = method === 'post' ? JSON.stringify(members) : ''
  const signature = { netgiro_appkey: appKey, netgiro_nonce: nonce, netgiro_signature: sign(secret, nonce, url, body) }
  return {
    method: method === 'get' ? 'GET' : 'POST',
    url,
    headers: { ...(body && { 'content-type': 'application/json' }), ...(auth === 'token' ? { token: secret } : signature) },
    body,
  }
}

/** As one would read it on the line. */
export const wireText = ({ method, url, headers, body }: Wire): string =>
  [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(body ? ['', body] : [])].join('\n')
