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

export const notAPicture = (): Response =>
  new Response('No such drawing.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
