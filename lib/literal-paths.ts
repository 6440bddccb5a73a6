import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

let listening = false

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** An address whose percent signs encode no text, such as /p/%F0, means its letters: there is no such page, 404. */
export function literalPath(url: string): string {
  const [path = '', ...query] = url.split('?')
  return isDecodable(path) ? url : [path.replaceAll('%', '%25'), ...query].join('?')
}

/** Next answers 500 to such an address on a dynamic route; so it is made readable before Next sees it. */
export function readUndecodablePathsLiterally(): void {
  if (listening) return
  listening = true
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url?.includes('%')) request.url = literalPath(request.url)
  })
}
