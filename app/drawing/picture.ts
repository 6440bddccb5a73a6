type Lifetime = 'forever' | 'a day'

const caching: Record<Lifetime, string> = {
  // The address holds the drawing: another drawing has another address.
  forever: 'public, max-age=31536000, immutable',
  // Named, not described: a new release may draw it anew.
  'a day': 'public, max-age=86400, stale-while-revalidate=604800',
}

/** An SVG as an answer. What it may do when opened by itself is said in next.config.js. */
export const picture = (svg: string, keep: Lifetime): Response =>
  new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': caching[keep] } })

/** The same in pixels, for those who show no SVG. */
export const png = (bytes: Uint8Array<ArrayBuffer>): Response =>
  new Response(bytes, { headers: { 'Content-Type': 'image/png', 'Cache-Control': caching.forever } })

const inWords = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } })

export const notAPicture = (): Response => inWords(404, 'No such drawing.\n')

export const notNow = (): Response =>
  inWords(503, 'Too many pictures are being drawn.\n', { 'Retry-After': '10', 'Cache-Control': 'no-store' })
