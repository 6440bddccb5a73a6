import { siteOrigin } from '@/lib/env'
import { readPart } from '@/lib/sitemap/parts'

export const dynamic = 'force-dynamic'

/** One part of the sitemap, sent while it is read: up to 50,000 addresses are never held at once. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const text = await readPart((await params).part, siteOrigin())
  if (!text) return new Response('No such part.\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }
  return new Response(streamed(text), { headers })
}

function streamed(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    // Nobody reads on: nothing more is read from the database either.
    cancel: async () => void (await text.return(undefined)),
  })
}
