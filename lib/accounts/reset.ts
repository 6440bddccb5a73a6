import { hashPassword } from '@/lib/auth/password'
import { inTransaction } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { enqueue } from '@/lib/outbox/commands'
import { isAddressItself } from './schema'
import { askForLetter, mayAskForLetter, openLetter, useUp } from './letters'

/** Mails a link to choose a new password, if the address has an account; says the same if it has none. */
export async function askForReset(wish: {
  readonly email: string
  readonly locale: Locale
  readonly address: string | null
}): Promise<'asked' | 'tooMany'> {
  if (!(await mayAskForLetter({ kind: 'reset', ...wish }))) return 'tooMany'
  await askForLetter({ kind: 'reset', ...wish })
  return 'asked'
}

/** Changes the password by a mailed link, once; everybody who was signed in is signed out. */
export async function resetPassword(secret: string, password: string): Promise<'changed' | 'gone' | 'passwordIsEmail'> {
  const letter = await openLetter('reset', secret)
  if (!letter) return 'gone'
  if (isAddressItself(password, letter.email)) return 'passwordIsEmail'
  const passwordHash = await hashPassword(password)
  return inTransaction(async (tx) => {
    if (!(await useUp(tx, 'reset', letter))) return 'gone'
    const shopper = await tx.shopper.findUnique({ where: { email: letter.email }, select: { id: true } })
    if (!shopper) return 'gone'
    await tx.shopper.update({ where: { id: shopper.id }, data: { passwordHash } })
    await tx.shopperSession.deleteMany({ where: { shopperId: shopper.id } })
    await enqueue(tx, { causeKey: `letter:${letter.id}`, kind: 'mail.password_changed', payload: { shopperId: shopper.id } })
    return 'changed'
  })
}
