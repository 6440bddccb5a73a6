// The settings page's two tests: of the way to the provider, and of its way back to us.
import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { callbackUrl } from '@/lib/payments/addresses'
import { testConnection } from '@/lib/payments/connection'
import { testCallbacks } from '@/lib/payments/self-test'
import { readPayment, startOne } from '../support/shop'
import { tinyServer, type Received } from '../support/tiny-server'

const gateway = 'netgiro'
let actor: string
const closers: (() => Promise<void>)[] = []
beforeEach(async () => {
  actor = `user:${newId()}`
  await db().rateLimit.deleteMany({
    where: { OR: [{ key: { startsWith: 'gateway-test' } }, { key: { startsWith: 'callback-self-test' } }] },
  })
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const audited = () => db().auditEntry.findMany({ where: { actor }, select: { action: true, subject: true, detail: true } })

describe('the test of the connection', () => {
  test('is answered by the sandbox as for a payment it does not know, and audited with what was said', async () => {
    const found = await testConnection({ gateway, actor })
    expect(found).toMatchObject({ verdict: 'accepted', httpStatus: 200, code: '10201' })
    expect(await audited()).toEqual([
      { action: 'gateway.test', subject: 'gateway:netgiro', detail: expect.objectContaining({ verdict: 'accepted', code: '10201' }) },
    ])
  })

  test('asks a gateway that is none nothing', async () => {
    expect(await testConnection({ gateway: 'none', actor })).toBe('gone')
    expect(await audited()).toEqual([])
  })

  test('is done five times a minute', async () => {
    for (let i = 0; i < 5; i++) expect(await testConnection({ gateway, actor })).toMatchObject({ verdict: 'accepted' })
    expect(await testConnection({ gateway, actor })).toBe('too_often')
    expect(await audited()).toHaveLength(5)
  })
})

type Passed = { url: string; headers: IncomingHttpHeaders; body: Buffer }

/** Stands before the shop as a proxy would, and passes on what is left of a post. */
async function proxy(change: (request: Received) => Passed): Promise<string> {
  const server = await tinyServer((request, response) => {
    const { url, headers, body } = change(request)
    const kept = Object.entries(headers).filter(([name]) => !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name))
    fetch(`${env().loopback}${url}`, {
      method: 'POST',
      headers: Object.fromEntries(kept) as Record<string, string>,
      body: new Uint8Array(body),
    })
      .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
      .catch(() => response.destroy())
  })
  closers.push(server.close)
  return server.origin
}

async function somebodyElse(status: number, headers: Record<string, string> = {}, body = '<html></html>'): Promise<string> {
  const server = await tinyServer((_, response) => void response.writeHead(status, headers).end(body))
  closers.push(server.close)
  return server.origin
}

describe('the test of the callbacks', () => {
  test('finds that one arrives whole, and changes nothing of any payment', async () => {
    const { paymentId } = await startOne()
    const before = await readPayment(paymentId)
    const found = await testCallbacks({ gateway, actor })
    expect(found).toEqual({ verdict: 'good', status: 200, origin: env().appUrl, onlyHere: false })
    const after = await readPayment(paymentId)
    expect(after.version).toBe(before.version)
    expect(await db().callback.count({ where: { paymentId } })).toBe(0)
    expect(await audited()).toEqual([{ action: 'gateway.self_test', subject: 'gateway:netgiro', detail: found }])
  })

  test('finds a proxy that passes all on', async () => {
    expect(await testCallbacks({ gateway, actor, through: await proxy((request) => request) })).toMatchObject({ verdict: 'good' })
  })

  test('finds a proxy that drops headers with an underscore', async () => {
    const through = await proxy(({ headers, ...rest }) => ({
      ...rest,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.includes('_'))),
    }))
    expect(await testCallbacks({ gateway, actor, through })).toMatchObject({ verdict: 'headers_dropped' })
  })

  test('finds a proxy that writes the body anew', async () => {
    const through = await proxy(({ body, ...rest }) => ({
      ...rest,
      body: Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
    }))
    expect(await testCallbacks({ gateway, actor, through })).toMatchObject({ verdict: 'changed' })
  })

  test('finds a proxy that takes a part of the path away', async () => {
    const through = await proxy(({ url, ...rest }) => ({ ...rest, url: url.replace('/api', '') }))
    expect(await testCallbacks({ gateway, actor, through })).toMatchObject({ verdict: 'wrong_path', status: 404 })
  })

  test.each([
    [401, 'protected'],
    [403, 'protected'],
    [404, 'wrong_path'],
    [405, 'wrong_path'],
    [200, 'wrong_origin'],
    [500, 'failed'],
    [503, 'failed'],
  ])('tells %s of somebody else as %s', async (status, verdict) => {
    expect(await testCallbacks({ gateway, actor, through: await somebodyElse(status) })).toMatchObject({ verdict, status })
  })

  test('tells where a redirect leads, without the secret part of the address', async () => {
    const through = await somebodyElse(308, { location: 'https://www.shop.example.is/api/callbacks/netgiro/x/secret' })
    const found = await testCallbacks({ gateway, actor, through })
    expect(found).toMatchObject({ verdict: 'redirected', status: 308, location: 'https://www.shop.example.is' })
    expect(JSON.stringify(await audited())).not.toContain('secret')
  })

  test('tells a door that is closed from one behind which nobody speaks', async () => {
    const closed = await tinyServer(() => {})
    await closed.close()
    expect(await testCallbacks({ gateway, actor, through: closed.origin })).toMatchObject({ verdict: 'not_reached' })
    const silent = await tinyServer((_, response) => void response.destroy())
    closers.push(silent.close)
    expect(await testCallbacks({ gateway, actor, through: silent.origin })).toMatchObject({ verdict: 'no_answer' })
  })

  test('is done five times a minute', async () => {
    const through = await somebodyElse(404)
    for (let i = 0; i < 5; i++) await testCallbacks({ gateway, actor, through })
    expect(await testCallbacks({ gateway, actor, through })).toBe('too_often')
  })

  test('answers nobody who has not the key to its address', async () => {
    const address = callbackUrl(gateway, 'self-test-of-callbacks', 'callback')
    const post = (url: string) => fetch(url, { method: 'POST', body: '{}' })
    expect((await post(address.replace(/.{32}$/, 'x'.repeat(32)))).status).toBe(404)
    const rightly = await post(address)
    expect([rightly.status, await rightly.json()]).toEqual([200, { selfTest: 'absent' }])
  })
})
