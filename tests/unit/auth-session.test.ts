import { decode, encode } from 'next-auth/jwt'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newClaims, sessionFrom, sessionSeconds } from '@/lib/auth/session'

const secret = 'x'.repeat(32)
const user = { id: 'somebody', sessionVersion: 3 }

afterEach(() => vi.useRealTimers())

describe('a session', () => {
  test('survives the cookie and says whose it is', async () => {
    const token = await encode({ token: newClaims(user), secret, maxAge: sessionSeconds })
    expect(sessionFrom(await decode({ token, secret }))).toMatchObject({ userId: 'somebody', version: 3 })
    expect(token.length).toBeLessThan(1000)
  })

  test('has a name of its own at each sign-in', () => {
    expect(newClaims(user).sid).not.toBe(newClaims(user).sid)
  })

  test('is over after twelve hours, however often its cookie is renewed', () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T08:00:00Z') })
    const claims = { ...newClaims(user), exp: Number.MAX_SAFE_INTEGER }
    expect(sessionFrom(claims)).not.toBeNull()
    vi.setSystemTime(new Date('2026-11-21T20:00:01Z'))
    expect(sessionFrom(claims)).toBeNull()
  })

  test.each([[null], [{}], [{ sub: 'x' }], [{ ...newClaims(user), sv: '3' }], ['text']])('is not made of %j', (token) => {
    expect(sessionFrom(token)).toBeNull()
  })
})
