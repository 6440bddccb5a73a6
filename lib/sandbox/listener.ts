import type { IncomingMessage, RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { log } from '@/lib/log'
import { asSentHeader } from './as-sent'
import { handleSandbox } from './server'

/** The sandbox without Next: `createServer(sandboxListener)`. A fault that cuts the line destroys the socket. */
export const sandboxListener: RequestListener = async (incoming, outgoing) => {
  try {
    const answer = await handleSandbox(await requestOf(incoming))
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), outgoing).catch(() => outgoing.destroy())
    else outgoing.end()
  } catch (err) {
    log.error({ err }, 'sandbox: a request could not be served')
    outgoing.destroy()
  }
}

const largest = 2 * 1024 * 1024

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw new Error('a body of more than two megabytes')
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, String(value))
  const path = incoming.url?.startsWith('/') ? incoming.url : '/'
  headers.set(asSentHeader, path)
  const body = incoming.method === 'GET' || incoming.method === 'HEAD' ? undefined : Buffer.concat(chunks)
  return new Request(`http://${incoming.headers.host ?? 'localhost'}${path}`, { method: incoming.method, headers, body })
}
