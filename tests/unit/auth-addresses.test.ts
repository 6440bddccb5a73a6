import { describe, expect, test } from 'vitest'
import { clientAddress } from '@/lib/auth/client-address'
import { safeNextPath, signInPath } from '@/lib/auth/next-path'

describe('the address of a browser', () => {
  test.each([
    ['nobody is trusted', '203.0.113.9', 0, null],
    ['one proxy appended it', '203.0.113.9', 1, '203.0.113.9'],
    ['the browser made up what stands before', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
    ['two proxies appended', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['fewer proxies than trusted appended', '203.0.113.9', 2, null],
    ['there is none', null, 1, null],
    ['it is no address', 'unknown', 1, null],
    ['it is of IPv6', '2001:db8::7', 1, '2001:db8::7'],
  ])('when %s', (_, forwardedFor, hops, address) => {
    expect(clientAddress(forwardedFor, hops)).toBe(address)
  })
})

describe('the way back after the sign-in', () => {
  test.each(['/admin', '/admin/orders/100001', '/admin?state=paid&q=%C3%A1', '/admin/attention'])('keeps %s', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  test.each([
    undefined, null, 1, ['/admin/settings'], '', '/', '/is', 'admin', 'https://evil.example/admin', '//evil.example/admin', '/\\evil.example', '/admin/../is',
    '/admin/..//evil.example', '/administrator', '/admin\\..\\..', '/admin/sign-in', '/admin/sign-in?next=/admin', '/admin/\nset-cookie', 'javascript:alert(1)',
  ])('leads home instead of to %j', (path) => {
    expect(safeNextPath(path)).toBe('/admin')
  })

  test('is one parameter of the address of the sign-in', () => {
    expect(signInPath('/admin?state=paid&q=a b')).toBe('/admin/sign-in?next=%2Fadmin')
    expect(signInPath('/admin?state=paid')).toBe('/admin/sign-in?next=%2Fadmin%3Fstate%3Dpaid')
  })
})
