import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { atLeast, isRole, type Role } from '@/lib/auth/roles'
import { readSession, type Session } from '@/lib/auth/session'
import { signInPath } from '@/lib/auth/next-path'
import { db } from '@/lib/db'
import { env } from '@/lib/env'

/** A person who works in the shop, as the database has them now. */
export type Staff = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly actor: `user:${string}` }

/** The person a session belongs to; null once it was ended, their role changed or their account was disabled. */
export async function staffOf({ id, userId, version }: Session): Promise<Staff | null> {
  const [user, ended] = await Promise.all([
    db().user.findUnique({ where: { id: userId } }),
    db().endedSession.findUnique({ where: { id }, select: { id: true } }),
  ])
  if (!user || ended || user.disabled || user.sessionVersion !== version || !isRole(user.role)) return null
  if (user.demo && !env().everyModeIsSandbox) return null
  return { id: user.id, name: user.name, email: user.email, role: user.role, actor: `user:${user.id}` }
}

/** Who asks: read from the database once in each request, never from the cookie. */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const session = await readSession()
  return session && staffOf(session)
})

/** For pages: a stranger is sent to the sign-in and comes back to `path`; a person without the role gets a 403. */
export async function requireRole(role: Role, path = '/admin'): Promise<Staff> {
  const staff = await currentStaff()
  if (!staff) redirect(signInPath(path))
  if (!atLeast(staff.role, role)) forbidden()
  return staff
}
