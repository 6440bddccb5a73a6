import { isIP } from 'node:net'

type Place = { readonly appUrl: string; readonly production: boolean }

/**
 * Whether a request that changes something was sent by a page of ours. The Origin header must be there and name
 * APP_URL; outside production also the very host that was asked, where that is localhost or an IP address: such
 * a host is no name that somebody else's DNS could point at us.
 */
export function isOwnOrigin(headers: Pick<Headers, 'get'>, { appUrl, production }: Place): boolean {
  if (headers.get('sec-fetch-site') === 'cross-site') return false
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const from = new URL(origin)
  // A header that is more than an origin, such as one with a path, was not written by a browser.
  if (from.origin !== origin) return false
  if (from.origin === appUrl) return true
  const host = from.hostname.replace(/^\[|\]$/g, '')
  return !production && from.host === headers.get('host') && (host === 'localhost' || isIP(host) !== 0)
}
