// Which questions have one answer for everybody.
const page = /^\/(?:is|en)(?:\/(?:p|c)\/[^/]+)?$/
const picture = /^\/drawing\/[^/]+\.svg(?:\/chart\.svg)?$/
const isList = /^\/(?:is|en)\/c\//
// Next asks for the same address in other forms: for data, for parts, for an action.
const ofNext = /^(?:rsc$|next-|x-nextjs-)/

/**
 * The name under which the answer may be kept, or null. A page does not read its query, a list does; which keys of it
 * count is Next's affair, so a list is kept under all of it.
 * @param {import('node:http').IncomingMessage} request
 */
export function keyOf({ method, url = '', headers }) {
  if (method !== 'GET' && method !== 'HEAD') return null
  const [path, query] = split(url)
  if (picture.test(path)) return query ? null : path
  if (!page.test(path)) return null
  for (const name in headers) if (ofNext.test(name)) return null
  return query && isList.test(path) ? `${path}?${query}` : path
}

const flights = '/_front/flight/'

/** The version in an address: of an entity tag what is safe there. */
export const flightVersion = (etag) => etag.replaceAll(/[^\w-]/g, '')

/** The address of a page's data as it is in one version of the page. */
export const flightOf = (key, etag) => `${flights}${flightVersion(etag)}?${new URLSearchParams({ of: key })}`

/** Which page's data is asked for, and of which version of it; null for any other question. */
export function flightAsked({ method, url = '', headers }) {
  if (!url.startsWith(flights)) return null
  const [path, query] = split(url)
  const of = new URLSearchParams(query).get('of') ?? ''
  const key = keyOf({ method, url: of, headers })
  return key && key === of && !picture.test(key) ? { key, version: path.slice(flights.length) } : null
}

function split(url) {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}

/** Makes the question a stranger's: the answer is everybody's, so nothing of who asks may reach the page. */
export function askAsNobody(request) {
  request.headers = { host: request.headers.host ?? 'localhost', 'user-agent': 'lykkja', 'accept-encoding': 'identity' }
}
