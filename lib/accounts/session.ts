import { cookies } from 'next/headers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { idPattern, newId } from '@/lib/ids'
import { secretHash } from './secret'

const sessionDays = 30

/** As the cookie of those who work here, under a name of its own. */
export function shopperCookie() {
  const secure = env().appUrl.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return { name: secure ? '__Host-shop-account' : 'shop-account', options }
}

/** The secret in the browser's cookie, or null; whatever is not one of ours counts as none. */
async function cookieSecret(): Promise<string | null> {
  const value = (await cookies()).get(shopperCookie().name)?.value
  return value && idPattern.test(value) ? value : null
}

/** A session in the database, and the secret that opens it. */
export async function newSession(shopperId: string): Promise<string> {
  const secret = newId()
  await db().$executeRaw`
    INSERT INTO shopper_session (hash, shopper_id, expires_at)
    VALUES (${secretHash(secret)}, ${shopperId}, clock_timestamp() + ${sessionDays} * interval '1 day')`
  await db().$executeRaw`DELETE FROM shopper_session WHERE expires_at < clock_timestamp()`
  return secret
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
