import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'

/** A working day. */
export const sessionSeconds = 12 * 60 * 60

// What the cookie says, encrypted by next-auth. Nothing in it is believed without the database: see staff.ts.
// `until` beside `exp`: next-auth renews `exp` whenever its session route is asked, and nothing may prolong a session.
const claims = z.object({ sub: z.string(), sid: z.string(), sv: z.number().int(), until: z.number() })
export type Session = { readonly userId: string; readonly id: string; readonly version: number; readonly expires: Date }

/** The claims of a new session. */
export function newClaims({ id, sessionVersion }: { id: string; sessionVersion: number }) {
  return { sub: id, sid: newId(), sv: sessionVersion, until: Math.floor(now().getTime() / 1000) + sessionSeconds }
}

/** A session from decrypted claims, or null when they are not ours or it has run out. */
export function sessionFrom(token: unknown): Session | null {
  const parsed = claims.safeParse(token)
  if (!parsed.success) return null
  const { sub, sid, sv, until } = parsed.data
  const expires = new Date(until * 1000)
  return expires > now() ? { userId: sub, id: sid, version: sv, expires } : null
}

/** Browsers drop Secure and `__Host-` cookies on plain http beyond localhost, so they depend on our own address. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return { name: secure ? '__Host-shop-staff' : 'shop-staff', options }
}

/** A new session in the browser's cookie; the one it had before, if any, is over. */
export async function beginSession(user: { id: string; sessionVersion: number }): Promise<void> {
  await endSession()
  const token = await encode({ token: newClaims(user), secret: env().nextAuthSecret, maxAge: sessionSeconds })
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, maxAge: sessionSeconds })
}

export async function readSession(): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  // A cookie that can't be decrypted, of an older key say, is no cookie.
  return sessionFrom(await decode({ token, secret: env().nextAuthSecret }).catch(() => null))
}

/** Remembers that a session is over, so that a copy of its cookie opens nothing. */
export async function rememberEnd({ id, expires }: Session): Promise<void> {
  await db().endedSession.upsert({ where: { id }, create: { id, expiresAt: expires }, update: {} })
  await db().endedSession.deleteMany({ where: { expiresAt: { lt: now() } } })
}

export async function endSession(): Promise<void> {
  const session = await readSession()
  if (session) await rememberEnd(session)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
