import { createHash } from 'node:crypto'
import { auditAlone } from '@/lib/audit/audit'
import { nobodysHash, verifyPassword } from '@/lib/auth/password'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { forgetTries, takeTry, type Limit } from '@/lib/limits'

/** `address` is null where no address can be believed; then the account's own limit stands alone. */
export type Credentials = { readonly email: string; readonly password: string; readonly address: string | null }

export type Authenticated =
  | { readonly kind: 'in'; readonly user: { readonly id: string; readonly name: string; readonly sessionVersion: number } }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too_many'; readonly retryAfterMs: number }

export const perAccount: Limit = { name: 'sign-in', tries: 5, seconds: 15 * 60 }
export const perAddress: Limit = { name: 'sign-in-address', tries: 50, seconds: 15 * 60 }

/**
 * Says the same, and takes as long, for an unknown account, a wrong password, a disabled account and a demo account
 * outside the sandbox: one limit, one row read, one slow hash, one row written.
 */
export async function authenticate({ email: typed, password, address }: Credentials): Promise<Authenticated> {
  const email = typed.trim().toLowerCase()
  const account = `${createHash('sha256').update(email).digest('base64url')}:${address ?? ''}`
  const tries = await Promise.all([takeTry(perAccount, account), ...(address ? [takeTry(perAddress, address)] : [])])
  const exhausted = tries.filter((taken) => !taken.allowed)
  if (exhausted.length) return { kind: 'too_many', retryAfterMs: Math.max(...exhausted.map((taken) => taken.retryAfterMs)) }

  const user = await db().user.findUnique({ where: { email } })
  const matches = await verifyPassword(password, user?.passwordHash ?? nobodysHash)
  const admitted = user && matches && !user.disabled && (!user.demo || env().everyModeIsSandbox)
  const actor = user ? `user:${user.id}` : 'stranger'
  await auditAlone({ actor, action: admitted ? 'sign_in' : 'sign_in.refused', subject: actor })
  if (!admitted) return { kind: 'wrong' }
  await forgetTries(perAccount, account)
  return { kind: 'in', user: { id: user.id, name: user.name, sessionVersion: user.sessionVersion } }
}
