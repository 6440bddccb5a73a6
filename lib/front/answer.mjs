// An answer as it goes over the wire: packed once, sent often.
import { promisify } from 'node:util'
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib'
import etag from 'etag'
import fresh from 'fresh'
import Negotiator from 'negotiator'

const brotli = (quality) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
/** Smaller than Next's gzip by a twentieth, in hardly more time. */
const quick = brotli(5)
/** Smaller by another twelfth, for thirty times the work. */
const small = brotli(constants.BROTLI_MAX_QUALITY)

/** zlib answers with a view of 16 kB of memory, however little it wrote, and all of it would be kept with the answer. */
const byItself = (bytes) => Buffer.from(bytes)

/** Said anew for each answer, or by Node. */
const notKept = new Set(['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive', 'transfer-encoding'])

const openerPolicy = 'cross-origin-opener-policy'
const whereFrom = 'Sec-Fetch-Site'

export const isPage = (headers) => String(headers['content-type']).startsWith('text/html')

const stylesheet = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+)"/g
const preload = /<link rel="preload"[^>]*>/g
const firstPicture = /(?=.* as="image")(?=.* fetchPriority="high").* href="(\/drawing\/[\w./-]+)"/

/**
 * What a page cannot be seen without, for its Link header: the browser, or a CDN's early hint, fetches it before the
 * page itself has come. Next says it of pages it makes for each request, not of those it prerenders. A stylesheet at
 * the end of a page is not waited for.
 */
function fetchedAhead(body) {
  const page = body.toString()
  const head = page.slice(0, page.indexOf('</head>') + 1)
  const styles = [...head.matchAll(stylesheet)].map(([, file]) => `<${file}>; rel=preload; as=style`)
  const [picture] = (head.match(preload) ?? []).flatMap((link) => firstPicture.exec(link)?.[1] ?? [])
  return [...styles, ...(picture ? [`<${picture}>; rel=preload; as=image; fetchpriority=high`] : [])].join(', ')
}

/** @typedef {{ headers: Record<string, string | string[]>, etag: string, br: Buffer, gzip: Buffer, bytes: number }} Packed */

/**
 * @param {Record<string, number | string | string[] | undefined>} headers
 * @param {Buffer} body
 * @returns {Promise<Packed>}
 */
export async function pack(headers, body) {
  const [br, gz] = (await Promise.all([promisify(brotliCompress)(body, quick), promisify(gzip)(body)])).map(byItself)
  const kept = Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !notKept.has(name)))
  const vary = new Set(String(headers.vary ?? 'Accept-Encoding').split(/, */)).add('Accept-Encoding')
  if (isPage(headers) && openerPolicy in kept) vary.add(whereFrom)
  kept.vary = [...vary].join(', ')
  const ahead = fetchedAhead(body)
  if (ahead && !kept.link) kept.link = ahead
  // Weak: the packings are the same page and other bytes.
  return { headers: kept, etag: etag(body, { weak: true }), br, gzip: gz, bytes: br.length + gz.length + 2048 }
}

/**
 * The same answer, as small as it gets.
 * @param {Packed} packed
 * @returns {Promise<Packed>}
 */
export async function packSmaller(packed) {
  const body = await promisify(gunzip)(packed.gzip)
  return { ...packed, br: byItself(await promisify(brotliCompress)(body, small)) }
}

/**
 * @param {import('node:http').IncomingMessage['headers']} asked the headers of the question
 * @param {import('node:http').ServerResponse} response
 * @param {Packed} packed
 * @param {number} status
 */
export async function send(asked, response, packed, status) {
  const headers = { ...packed.headers }
  // Who comes from no page was not opened by one, and need not change processes: docs/decisions/019-who-comes-from-no-page.md
  if (asked['sec-fetch-site'] === 'none' && headers.vary.includes(whereFrom)) delete headers[openerPolicy]
  if (status === 200) {
    headers.ETag = packed.etag
    if (fresh(asked, { etag: packed.etag })) return void response.writeHead(304, headers).end()
  }
  const encoding = new Negotiator({ headers: asked }).encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] })
  const isPacked = encoding === 'br' || encoding === 'gzip'
  const body = isPacked ? packed[encoding] : await promisify(gunzip)(packed.gzip)
  if (isPacked) headers['Content-Encoding'] = encoding
  headers['Content-Length'] = body.length
  response.writeHead(status, headers).end(body)
}
