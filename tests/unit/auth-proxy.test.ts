import { NextRequest } from 'next/server'
import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server'
import { describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { typefaceHash } from '@/lib/typeface'
import { config, proxy } from '@/proxy'

const url = (path: string) => `${env().appUrl}${path}`
const matches = (path: string, headers: Record<string, string> = {}) => doesMatch({ config, url: url(path), headers })
const form = { 'content-type': 'multipart/form-data; boundary=x' }
const sent = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => proxy(new NextRequest(url(path), init))
/** The request as Next goes on with it. */
const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`)

describe('the proxy', () => {
  test.each(['/is/cart', '/en/checkout', '/is/pay/x', '/en/orders/x', '/is/find-order', '/en/account/data', '/is/sign-in', '/en/sign-up', '/admin', '/admin/orders/100001', '/sandbox', '/sandbox/phone'])('stands before %s', (path) => {
    expect(matches(path)).toBe(true)
  })

  test.each([
    '/', '/is', '/en', '/is/c/sweaters', '/en/p/hekla', '/is/search', '/is/terms', '/is/cartoon', '/administrator',
    '/api/health', '/api/payments/x/status', '/api/callbacks/netgiro/x/y', '/drawing/x.svg', '/sandbox/netgiro/v1/Checkout/InsertCart', '/sandbox/nets-easy/v1/payments',
    '/sandbox/v3/payments', '/_next/static/x.js',
  ])('never sees a visit to %s', (path) => {
    expect(matches(path)).toBe(false)
    // What a machine posts to an address of its own is none of its business either.
    if (!/^\/(is|en)(\/|$)/.test(path)) expect(matches(path, form)).toBe(false)
  })

  test('sees a form sent to a page of the catalogue', () => {
    expect(matches('/is/p/hekla', form)).toBe(true)
    expect(matches('/is/p/hekla', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(true)
    expect(matches('/is/p/hekla', { 'next-action': '00' })).toBe(true)
  })

  test('takes no nonce from the request', () => {
    const forged = { 'content-security-policy': "script-src 'nonce-forged'" }
    expect(matches('/is/p/hekla', forged)).toBe(true)
    for (const path of ['/is/p/hekla', '/admin']) expect(passedOn(sent(path, { headers: forged }), 'content-security-policy') ?? '').not.toContain('forged')
  })

  test('gives every visit a nonce of its own, the same to the page and to the browser', () => {
    const [one, two] = [sent('/admin'), sent('/admin')]
    expect(one.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'(;|$)/)
    expect(one.headers.get('content-security-policy')).toContain(` '${typefaceHash}';`)
    expect(passedOn(one, 'content-security-policy')).toBe(one.headers.get('content-security-policy'))
    expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'))
  })

  test('sends away a form that was not sent from a page of ours', () => {
    expect(sent('/is/cart', { method: 'POST', headers: { ...form, origin: 'https://evil.example' } }).status).toBe(403)
    expect(sent('/is/cart', { method: 'POST', headers: form }).status).toBe(403)
  })

  test('tells Next the configured host, whatever one before us named', () => {
    const answer = sent('/is/cart', { method: 'POST', headers: { ...form, origin: env().appUrl, 'x-forwarded-host': 'evil.example' } })
    expect(answer.status).toBe(200)
    expect(passedOn(answer, 'x-forwarded-host')).toBe(new URL(env().appUrl).host)
  })
})
