/** An SVG that never changes under its address. Opened by itself it may run and load nothing. */
export const picture = (svg: string): Response =>
  new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
    },
  })

export const notAPicture = (): Response =>
  new Response('No such drawing.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
