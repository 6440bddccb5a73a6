import type pg from 'pg'
import { demoAccounts } from '../../lib/auth/demo-accounts.ts'
import { hashPassword } from '../../lib/auth/password.ts'
import { newId } from '../../lib/ids.ts'

export { demoAccounts }

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
