import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallContext, ExchangeResult } from '@/lib/gateways/gateway'
import { callProvider, type HttpAnswer, unrecorded } from '@/lib/gateways/http'
import { tinyServer } from '../support/tiny-server'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** A server that does to the connection what the fault needs, once the whole request is there. */
async function rawServer(onRequest: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => onRequest(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    sockets.forEach((socket) => socket.destroy())
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
}

function recording() {
  const closed: ExchangeResult[] = []
  const recorder = { open: vi.fn(async () => ({ close: async (result: ExchangeResult) => void closed.push(result) })) }
  return { closed, recorder, context: { recorder } satisfies CallContext }
}

const read = ({ status, bytes }: HttpAnswer) => ({
  outcome: { kind: 'done', value: `${status} ${Buffer.from(bytes).toString()}` } as const,
})

const call = (url: string, context: CallContext = unrecorded, timeoutMs = 2_000) =>
  callProvider({ operation: 'test', method: 'POST', url, headers: {}, body: '{}', view: { seen: true }, timeoutMs, read }, context)

const unknown = (cause: string) => ({ kind: 'unknown', cause })

describe('a call whose bytes provably never left', () => {
  it('is not sent when the connection is refused', async () => {
    const url = await rawServer(() => {})
    await closers.pop()!()
    expect(await call(url)).toEqual(unknown('not_sent'))
  })

  it('is not sent when the name does not exist', async () => {
    expect(await call('http://nothing.invalid/', unrecorded, 5_000)).toEqual(unknown('not_sent'))
  })

  it.each([
    ['an unreachable host', { code: 'EHOSTUNREACH', syscall: 'connect' }],
    [
      'every address refusing',
      {
        errors: [
          { code: 'ECONNREFUSED', syscall: 'connect' },
          { code: 'ENETUNREACH', syscall: 'connect' },
        ],
      },
    ],
    ['a connection that took too long', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['a certificate nobody vouches for', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  ])('is not sent with %s', async (_name, cause) => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause }))
    expect(await call('http://x/')).toEqual(unknown('not_sent'))
  })
})

describe('a call that may have arrived is never told as not sent', () => {
  it.each([
    ['a host lost while the answer was awaited', { code: 'EHOSTUNREACH', syscall: 'read' }],
    [
      'one address refusing and another resetting',
      {
        errors: [
          { code: 'ECONNREFUSED', syscall: 'connect' },
          { code: 'ECONNRESET', syscall: 'read' },
        ],
      },
    ],
    ['an error without a code', {}],
    ['no cause at all', undefined],
  ])('%s', async (_name, cause) => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause }))
    expect(await call('http://x/')).toEqual(unknown('network'))
  })

  it('a connection reset after the request', async () => {
    expect(await call(await rawServer((socket) => socket.resetAndDestroy()))).toEqual(unknown('network'))
  })

  it('a connection closed without an answer', async () => {
    expect(await call(await rawServer((socket) => socket.end()))).toEqual(unknown('network'))
  })

  it('bytes that are no HTTP', async () => {
    expect(await call(await rawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))).toEqual(unknown('network'))
  })

  it('silence', async () => {
    expect(await call(await rawServer(() => {}), unrecorded, 150)).toEqual(unknown('timeout'))
  })

  it('a body cut short of its length', async () => {
    const { closed, context } = recording()
    const url = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"Success":true'))
    expect(await call(url, context)).toEqual(unknown('network'))
    expect(closed).toMatchObject([{ outcome: 'unknown', httpStatus: 200, error: 'network' }])
  })

  it('a chunked body without its end', async () => {
    const url = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"Suc\r\n'))
    expect(await call(url)).toEqual(unknown('network'))
  })

  it('a body that drips for longer than the deadline, however lively the connection', async () => {
    const { closed, context } = recording()
    const server = await tinyServer((_request, response) => {
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    })
    closers.push(server.close)
    const started = performance.now()
    expect(await call(server.origin, context, 300)).toEqual(unknown('timeout'))
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(closed).toMatchObject([{ error: 'timeout', httpStatus: 200 }])
  })

  it('the deadline holds even where the request has lost its signal', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}))
    expect(await call('http://x/', unrecorded, 100)).toEqual(unknown('timeout'))
  })

  it('the smaller of the call’s own limit and the budget decides', async () => {
    const url = await rawServer(() => {})
    for (const budgetMs of [100, 0, -5]) {
      const started = performance.now()
      expect(await call(url, { ...unrecorded, budgetMs })).toEqual(unknown('timeout'))
      expect(performance.now() - started).toBeLessThan(1_000)
    }
  })
})

describe('an answer', () => {
  it('larger than the cap is not read to its end', async () => {
    let written = 0
    const server = await tinyServer((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a')
      const more = () => {
        if (response.destroyed) return
        written += chunk.length
        response.write(chunk, more)
      }
      more()
    })
    closers.push(server.close)
    expect(await call(server.origin)).toEqual(unknown('too_large'))
    await pause(50)
    expect(written).toBeLessThan(50 * 1024 * 1024)
  })

  it('packed small and unpacked large is too large', async () => {
    const server = await tinyServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10 * 1024 * 1024)))
    })
    closers.push(server.close)
    expect(await call(server.origin)).toEqual(unknown('too_large'))
  })

  it('is asked for in plain bytes, for a cut gzip body would pass for a shorter one', async () => {
    const whole = JSON.stringify({ Success: true, Message: 'a'.repeat(500) })
    const packed = gzipSync(whole)
    const server = await tinyServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 12))
    })
    closers.push(server.close)
    const outcome = await call(server.origin)
    expect(server.received[0]!.headers['accept-encoding']).toBe('identity')
    expect(outcome).not.toEqual({ kind: 'done', value: `200 ${whole}` })
  })

  it('of HTML, of any status, and empty, reaches the reader as it is', async () => {
    const server = await tinyServer((request, response) => {
      const status = Number(request.url.slice(1))
      response.writeHead(status, { 'content-type': 'text/html' }).end(status === 204 ? undefined : '<h1>Gátt</h1>')
    })
    closers.push(server.close)
    for (const status of [200, 400, 401, 404, 429, 500, 502, 504]) {
      expect(await call(`${server.origin}/${status}`)).toEqual({ kind: 'done', value: `${status} <h1>Gátt</h1>` })
    }
    expect(await call(`${server.origin}/204`)).toEqual({ kind: 'done', value: '204 ' })
  })

  it('that sends elsewhere is not followed', async () => {
    const server = await tinyServer((_request, response) => response.writeHead(307, { location: '/elsewhere' }).end())
    closers.push(server.close)
    expect(await call(server.origin)).toEqual({ kind: 'done', value: '307 ' })
    expect(server.received).toHaveLength(1)
  })
})

describe('the record', () => {
  it('is open before the first byte leaves', async () => {
    const order: string[] = []
    const server = await tinyServer((_request, response) => {
      order.push('received')
      response.end('ok')
    })
    closers.push(server.close)
    const recorder = {
      async open(opened: object) {
        await pause(50)
        order.push(`open ${JSON.stringify(opened)}`)
        return { close: async () => void order.push('closed') }
      },
    }
    await call(server.origin, { recorder })
    expect(order).toEqual(['open {"operation":"test","request":{"seen":true}}', 'received', 'closed'])
  })

  it('stops the call when it cannot be opened', async () => {
    const server = await tinyServer((_request, response) => response.end('ok'))
    closers.push(server.close)
    const recorder = { open: () => Promise.reject(new Error('no database')) }
    await expect(call(server.origin, { recorder })).rejects.toThrow('no database')
    expect(server.received).toEqual([])
  })

  it('is closed with how it ended and how long it took', async () => {
    const { closed, context } = recording()
    const server = await tinyServer((_request, response) => setTimeout(() => response.end('ok'), 60))
    closers.push(server.close)
    await call(server.origin, context)
    expect(closed).toMatchObject([{ outcome: 'done', httpStatus: 200, error: undefined }])
    expect(closed[0]!.durationMs).toBeGreaterThanOrEqual(50)
  })
})
