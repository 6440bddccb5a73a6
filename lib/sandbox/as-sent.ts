import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** Carries the path and query exactly as they stood in the request line. */
export const asSentHeader = 'x-sandbox-as-sent'

const machines = /^\/+sandbox\/+(?:netgiro|nets-easy|v3)\//i

let listening = false

/** Path and query as the client wrote them. */
export const pathAsSent = (request: Request): string =>
  request.headers.get(asSentHeader) ?? request.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')

/**
 * A signature covers the URL letter for letter, but Next re-encodes a query before a route handler sees it
 * and redirects doubled slashes. So the request line is noted before Next reads it, and a path of the
 * simulators gets single slashes. Where requests come another way the header is absent, and the URL as Next
 * gives it serves.
 */
export function keepUrlsAsSent(): void {
  if (listening) return
  listening = true
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    delete request.headers[asSentHeader]
    const sent = request.url ?? ''
    if (!machines.test(sent)) return
    request.headers[asSentHeader] = sent
    const [path = '', ...query] = sent.split('?')
    request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?')
  })
}
