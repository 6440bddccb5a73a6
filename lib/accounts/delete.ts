import { audit } from '@/lib/audit/audit'
import { verifyPassword } from '@/lib/auth/password'
import { db, inTransaction, type Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Limit } from '@/lib/limits'
import { forgetOrder } from '@/lib/orders/forget'
import { mayTry } from '@/lib/tries'
import type { Shopper } from './shopper'

const perAccount: Limit = { name: 'account-delete', tries: 5, seconds: 15 * 60 }
const perAddress: Limit = { name: 'account-delete-address', tries: 50, seconds: 15 * 60 }

type Wish = { readonly shopper: Shopper; readonly password: string; readonly address: string | null }

/** Removes an account and whose its orders were, for whoever knows the password; no payment is touched. */
export async function deleteAccount({ shopper, password, address }: Wish): Promise<'deleted' | 'wrongPassword' | 'tooMany'> {
  if (!(await mayTry({ perThing: perAccount, what: shopper.id, perAddress, address }))) return 'tooMany'
  const found = await db().shopper.findUnique({ where: { id: shopper.id }, select: { passwordHash: true } })
  if (!found) return 'deleted'
  if (!(await verifyPassword(password, found.passwordHash))) return 'wrongPassword'
  await inTransaction((tx) => remove(tx, shopper))
  return 'deleted'
}

async function remove(tx: Tx, { id, email }: Shopper): Promise<void> {
  // An order that is being placed with the account waits here, and is then placed without.
  const [locked] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM shopper WHERE id = ${id} FOR UPDATE`
  if (!locked) return
  const orders = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM orders WHERE shopper_id = ${id} UNION SELECT id FROM orders WHERE lower(email) = ${email} AND shopper_id IS NULL
    ORDER BY id`
  const pseudonym = `customer-${newId().toLowerCase()}`
  for (const order of orders) await forgetOrder(tx, { orderId: order.id, pseudonym })
  // The mails we keep hold the name, the address and links that open things.
  await tx.$executeRaw`DELETE FROM mail WHERE lower("to") = ${email}`
  await tx.shopperLetter.deleteMany({ where: { email } })
  await tx.shopper.delete({ where: { id } })
  await audit(tx, { actor: 'shopper', action: 'account.delete', subject: `shopper:${id}` })
}
