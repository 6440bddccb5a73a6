// The people who may try the admin. Their passwords are published: they sign in only while every gateway's mode is
// "sandbox" (lib/auth/authenticate.ts), whatever is in the database.
import type pg from 'pg'
import { hashPassword } from '../../lib/auth/password.ts'
import { newId } from '../../lib/ids.ts'

export type DemoAccount = { email: string; password: string; name: string; role: 'viewer' | 'cashier' | 'clerk' | 'manager' | 'owner' }

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'owner@demo.example', password: 'owner-demo', name: 'Ásdís Jónsdóttir', role: 'owner' },
  { email: 'manager@demo.example', password: 'manager-demo', name: 'Bjarni Þórsson', role: 'manager' },
  { email: 'clerk@demo.example', password: 'clerk-demo', name: 'Dagný Helgadóttir', role: 'clerk' },
  { email: 'cashier@demo.example', password: 'cashier-demo', name: 'Einar Sigurðsson', role: 'cashier' },
  { email: 'viewer@demo.example', password: 'viewer-demo', name: 'Freyja Ólafsdóttir', role: 'viewer' },
]

/** Adds the demo accounts that are not there yet; returns how many were added. */
export async function seedUsers(client: Pick<pg.Client, 'query'>): Promise<number> {
  const { rows } = await client.query<{ email: string }>('SELECT email FROM users')
  const known = new Set(rows.map(({ email }) => email))
  const missing = demoAccounts.filter(({ email }) => !known.has(email))
  const hashes = await Promise.all(missing.map(({ password }) => hashPassword(password)))
  for (const [i, { email, name, role }] of missing.entries()) {
    await client.query(
      'INSERT INTO users (id, email, name, password_hash, role, demo) VALUES ($1, $2, $3, $4, $5, true) ON CONFLICT (email) DO NOTHING',
      [newId(), email, name, hashes[i], role],
    )
  }
  return missing.length
}
