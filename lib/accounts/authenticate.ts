import { nobodysHash, verifyPassword } from '@/lib/auth/password'
import { db } from '@/lib/db'
import { forgetTries, type Limit } from '@/lib/limits'
import { mayTry, tryKey } from '@/lib/tries'

const perAccount: Limit = { name: 'account-sign-in', tries: 5, seconds: 15 * 60 }
const perAddress: Limit = { name: 'account-sign-in-address', tries: 50, seconds: 15 * 60 }

export type Credentials = { readonly email: string; readonly password: string; readonly address: string | null }
export type Authenticated = { readonly kind: 'in'; readonly shopperId: string } | { readonly kind: 'wrong' | 'tooMany' }

/** Says the same, and takes as long, for an unknown account and a wrong password: one limit, one row read, one slow hash. */
export async function authenticateShopper({ email, password, address }: Credentials): Promise<Authenticated> {
  const what = `${email}:${address ?? ''}`
  if (!(await mayTry({ perThing: perAccount, what, perAddress, address }))) return { kind: 'tooMany' }
  const shopper = await db().shopper.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  const matches = await verifyPassword(password, shopper?.passwordHash ?? nobodysHash)
  if (!shopper || !matches) return { kind: 'wrong' }
  await forgetTries(perAccount, tryKey(what))
  return { kind: 'in', shopperId: shopper.id }
}
