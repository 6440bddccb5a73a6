import { providerByKey, sameText, type Provider } from './providers'
import { sign, urlsSigned } from './signature'

export type Authenticated =
  { readonly valid: true; readonly provider: Provider; readonly url: string } | { readonly valid: false; readonly message: string }

const headers = ['netgiro_appkey', 'netgiro_nonce', 'netgiro_signature'] as const

/** Checks the request's signature over the bytes as they came; says what was hashed when it does not fit. */
export function authenticate(request: Request, body: Uint8Array): Authenticated {
  const missing = headers.filter((name) => !request.headers.get(name))
  if (missing.length) return refused(`Missing header${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}.`)
  const [appKey, nonce, signature] = headers.map((name) => request.headers.get(name)!) as [string, string, string]

  const provider = providerByKey(appKey)
  if (!provider) return refused('netgiro_appkey names no provider of this sandbox.')

  const urls = urlsSigned(request)
  for (const url of urls) {
    if (sameText(sign(provider.secret, nonce, url, body), signature)) return { valid: true, provider, url }
  }
  const letters = /^[0-9a-f]{64}$/.test(signature) ? '' : ' The signature must be 64 hexadecimal digits in lower case.'
  return refused(
    `netgiro_signature does not fit. Hashed with SHA-256: the SecretKey of this app key, then the nonce "${nonce.slice(0, 100)}", ` +
      `then the URL ${urls.map((url) => `"${url}"`).join(' or ')}, then the body of ${body.byteLength} bytes as received.${letters}`,
  )
}

const refused = (message: string): Authenticated => ({ valid: false, message })
