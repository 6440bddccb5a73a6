// Apart from session.ts, which needs a request to be answered.
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { secretHash } from './secret'

export const sessionDays = 30

/** As the cookie of those who work here, under a name of its own. */
export function shopperCookie() {
  const secure = env().appUrl.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return { name: secure ? '__Host-shop-account' : 'shop-account', options }
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
