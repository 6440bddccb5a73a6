// A proxy that fails on purpose: it passes requests on byte for byte, one to a connection, and spoils what it is told to.
import net from 'node:net'
import { pause } from '../people'
import type { WireFaultName } from './faults'

export type Proxy = { readonly origin: string; readonly hits: Map<WireFaultName, number>; stop(): void }

/** `faultOf` sees the head of each request, at first none of it, and says what is to go wrong. */
export async function failingProxy(target: number, faultOf: (head: string) => WireFaultName | null, port = 0): Promise<Proxy> {
  const hits = new Map<WireFaultName, number>()
  const open = new Set<net.Socket>()
  const server = net.createServer((client) => {
    open.add(client)
    client.on('error', () => undefined)
    client.on('close', () => open.delete(client))
    const counted = (head: string) => {
      const fault = faultOf(head)
      if (fault) hits.set(fault, (hits.get(fault) ?? 0) + 1)
      return fault
    }
    const atOnce = faultOf('')
    if (atOnce === 'closed_at_once' || atOnce === 'reset_at_once') {
      counted('')
      return void (atOnce === 'closed_at_once' ? client.end() : client.resetAndDestroy())
    }
    void serve(client, target, counted).catch(() => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    hits,
    stop() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

async function serve(client: net.Socket, target: number, faultOf: (head: string) => WireFaultName | null): Promise<void> {
  const request = await readMessage(client)
  if (!request) return void client.destroy()
  const fault = faultOf(request.head)
  switch (fault) {
    case 'refused':
    case 'closed_at_once':
    case 'request_swallowed':
      return void client.end()
    case 'reset_at_once':
    case 'request_reset':
      return void client.resetAndDestroy()
    case 'silent':
      return
    case 'throttled':
      return void client.end(answer('429 Too Many Requests', 'slow down', 'retry-after: 30\r\n'))
    case 'redirect':
      return void client.end(answer('307 Temporary Redirect', '', 'location: http://127.0.0.1:9/elsewhere\r\n'))
  }
  const whole = await ask(target, request)
  const cut = whole.indexOf('\r\n\r\n') + 4
  const [head, body] = [whole.subarray(0, cut), whole.subarray(cut)]
  switch (fault) {
    case null:
      return void client.end(whole)
    case 'answer_lost':
      return void client.destroy()
    case 'answer_reset':
      return void client.resetAndDestroy()
    case 'answer_never':
      return
    case 'head_only':
      return void client.end(head)
    case 'half_body':
      return void client.end(Buffer.concat([head, body.subarray(0, body.length >> 1)]))
    case 'half_body_reset':
      client.write(Buffer.concat([head, body.subarray(0, body.length >> 1)]))
      await pause(30)
      return void client.resetAndDestroy()
    case 'drip':
      client.write(head)
      for (const byte of body) {
        if (client.destroyed) return
        client.write(Buffer.from([byte]))
        await pause(60)
      }
      return void client.end()
    case 'late_in_time':
      await pause(120)
      return void client.end(whole)
    case 'sliced':
      for (let at = 0; at < whole.length; at += 7) {
        client.write(whole.subarray(at, at + 7))
        if (at % 70 === 0) await pause(1)
      }
      return void client.end()
    case 'too_large':
      return void client.end(respond(head, Buffer.concat([body, Buffer.alloc(300 * 1024, ' ')])))
    case 'not_http':
      return void client.end('SSH-2.0-OpenSSH_9.7\r\n')
    case 'empty_200':
      return void client.end(answer('200 OK', ''))
    case 'status_500':
      return void client.end(answer('500 Internal Server Error', body.toString('latin1')))
    case 'bad_gateway':
      return void client.end(answer('502 Bad Gateway', '<html><body>Bad gateway</body></html>', 'content-type: text/html\r\n'))
    case 'trailing_bytes':
      return void client.end(respond(head, Buffer.concat([body, Buffer.from('{"Success":true}')])))
    case 'not_utf8':
      return void client.end(respond(head, Buffer.concat([body.subarray(0, 1), Buffer.from([0xff, 0xfe]), body.subarray(1)])))
  }
}

const answer = (status: string, body: string, more = '') => `HTTP/1.1 ${status}\r\n${more}content-length: ${Buffer.byteLength(body, 'latin1')}\r\nconnection: close\r\n\r\n${body}`
/** The same head over another body. */
const respond = (head: Buffer, body: Buffer) =>
  Buffer.concat([Buffer.from(head.toString('latin1').replace(/^(content-length|transfer-encoding):.*\r\n/gim, '').replace(/\r\n\r\n$/, `\r\ncontent-length: ${body.length}\r\n\r\n`), 'latin1'), body])

type Message = { readonly head: string; readonly body: Buffer }

function readMessage(socket: net.Socket): Promise<Message | null> {
  return new Promise((resolve) => {
    let got = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      const cut = got.indexOf('\r\n\r\n')
      if (cut < 0) return
      const head = got.subarray(0, cut + 4).toString('latin1')
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
      if (got.length >= cut + 4 + length) resolve({ head, body: got.subarray(cut + 4, cut + 4 + length) })
    })
    socket.on('close', () => resolve(null))
  })
}

/** Asks the server behind, without chunks, and answers with every byte it said. */
function ask(port: number, { head, body }: Message): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const upstream = net.connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    upstream.on('data', (chunk: Buffer) => chunks.push(chunk))
    upstream.on('error', reject)
    upstream.on('end', () => resolve(unchunked(Buffer.concat(chunks))))
    upstream.write(Buffer.concat([Buffer.from(head.replace(/^connection:.*\r\n/im, '').replace(/\r\n\r\n$/, '\r\nconnection: close\r\n\r\n'), 'latin1'), body]))
  })
}

function unchunked(whole: Buffer): Buffer {
  const cut = whole.indexOf('\r\n\r\n') + 4
  const head = whole.subarray(0, cut)
  if (!/^transfer-encoding: *chunked/im.test(head.toString('latin1'))) return whole
  const parts: Buffer[] = []
  for (let at = cut; at < whole.length; ) {
    const line = whole.indexOf('\r\n', at)
    const size = Number.parseInt(whole.subarray(at, line).toString('latin1'), 16)
    if (!size) break
    parts.push(whole.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
  return respond(head, Buffer.concat(parts))
}
