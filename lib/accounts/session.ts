import { cookies } from 'next/headers'
import { db } from '@/lib/db'
import { idPattern } from '@/lib/ids'
import { newSession, sessionDays, shopperCookie } from './new-session'
import { secretHash } from './secret'

/** The secret in the browser's cookie, or null; whatever is not one of ours counts as none. */
async function cookieSecret(): Promise<string | null> {
  const value = (await cookies()).get(shopperCookie().name)?.value
  return value && idPattern.test(value) ? value : null
}

/** Signs this browser in; the session it had before, if any, is over. */
export async function beginShopperSession(shopperId: string): Promise<void> {
  await endShopperSession()
  const secret = await newSession(shopperId)
  const { name, options } = shopperCookie()
  ;(await cookies()).set(name, secret, { ...options, maxAge: sessionDays * 24 * 3600 })
}

export async function endShopperSession(): Promise<void> {
  const secret = await cookieSecret()
  if (secret) await db().shopperSession.deleteMany({ where: { hash: secretHash(secret) } })
  const { name, options } = shopperCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

type SessionRow = { readonly id: string; readonly email: string; readonly name: string }

/** Whose browser this is: one read, and null once the session was ended, has run out or its account is gone. */
export async function shopperOfCookie(): Promise<SessionRow | null> {
  const secret = await cookieSecret()
  if (!secret) return null
  const [row] = await db().$queryRaw<SessionRow[]>`
    SELECT s.id, s.email, s.name FROM shopper_session ss JOIN shopper s ON s.id = ss.shopper_id
    WHERE ss.hash = ${secretHash(secret)} AND ss.expires_at > clock_timestamp()`
  return row ?? null
}
