import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from '@/lib/origin'

const https = { appUrl: 'https://shop.example.is', production: true }
const local = { appUrl: 'http://localhost:3000', production: false }
const from = (given: Record<string, string>) => new Headers(given)

describe('a request that changes something', () => {
  test('from the public address is ours', () => {
    expect(isOwnOrigin(from({ origin: 'https://shop.example.is' }), https)).toBe(true)
  })

  test.each([
    ['no Origin', {}],
    ['Origin null', { origin: 'null' }],
    ['an empty Origin', { origin: '' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another scheme', { origin: 'http://shop.example.is' }],
    ['another port', { origin: 'https://shop.example.is:8443' }],
    ['a longer name that begins like ours', { origin: 'https://shop.example.is.evil.example' }],
    ['userinfo before a foreign host', { origin: 'https://shop.example.is@evil.example' }],
    ['a path after our origin', { origin: 'https://shop.example.is/admin' }],
    ['a malformed Origin', { origin: 'https://' }],
    ['two origins in one header', { origin: 'https://shop.example.is, https://evil.example' }],
    ['our Origin on a cross-site request', { origin: 'https://shop.example.is', 'sec-fetch-site': 'cross-site' }],
    ['the asked host, in production', { origin: 'https://10.0.0.7', host: '10.0.0.7' }],
  ])('with %s is not', (_, given) => {
    expect(isOwnOrigin(from(given), https)).toBe(false)
  })

  test.each([
    ['localhost by another port', 'http://localhost:4000', 'localhost:4000'],
    ['the loopback address', 'http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['IPv6 loopback', 'http://[::1]:3000', '[::1]:3000'],
    ['an address on the local network', 'http://192.168.1.20:3000', '192.168.1.20:3000'],
  ])('to %s is ours outside production when page and host agree', (_, origin, host) => {
    expect(isOwnOrigin(from({ origin, host }), local)).toBe(true)
    expect(isOwnOrigin(from({ origin, host: 'localhost:1' }), local)).toBe(false)
  })

  test('to a name that was pointed at us by somebody else is not', () => {
    expect(isOwnOrigin(from({ origin: 'http://rebound.example:3000', host: 'rebound.example:3000' }), local)).toBe(false)
  })
})
