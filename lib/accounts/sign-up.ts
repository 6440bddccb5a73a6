import { hashPassword, nobodysHash, verifyPassword } from '@/lib/auth/password'
import { inTransaction } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import type { Limit } from '@/lib/limits'
import { mayTry } from '@/lib/tries'
import { askForLetter, mayAskForLetter, openLetter, useUp } from './letters'

export type SignUp = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
  readonly address: string | null
}

/** Mails a link to finish with; whoever has an account already is mailed that instead. No account is made yet. */
export async function signUp({ name, email, password, locale, address }: SignUp): Promise<'asked' | 'tooMany'> {
  const wish = { kind: 'sign_up', email, locale, address } as const
  if (!(await mayAskForLetter(wish))) return 'tooMany'
  await askForLetter(wish, { name, passwordHash: await hashPassword(password) })
  return 'asked'
}

const perLetter: Limit = { name: 'finish-sign-up', tries: 5, seconds: 3600 }
const perAddress: Limit = { name: 'finish-sign-up-address', tries: 50, seconds: 3600 }

export type Finish = { readonly secret: string; readonly password: string; readonly address: string | null }
export type Finished = { readonly kind: 'in'; readonly shopperId: string } | { readonly kind: 'wrongPassword' | 'gone' | 'tooMany' }

/**
 * Makes the account, for whoever has both the mailed link and the password that was chosen: a stranger who signs up
 * with somebody's address has no link, and the one who gets the mail unasked has no password.
 */
export async function finishSignUp({ secret, password, address }: Finish): Promise<Finished> {
  if (!(await mayTry({ perThing: perLetter, what: secret, perAddress, address }))) return { kind: 'tooMany' }
  const letter = await openLetter('sign_up', secret)
  const matches = await verifyPassword(password, letter?.passwordHash ?? nobodysHash)
  if (!letter?.passwordHash) return { kind: 'gone' }
  if (!matches) return { kind: 'wrongPassword' }
  const { email, name, passwordHash, locale } = letter
  const id = newId()
  const made = await inTransaction(async (tx) => {
    if (!(await useUp(tx, 'sign_up', letter))) return false
    // An account made by an earlier letter stays as it is.
    const { count } = await tx.shopper.createMany({ data: [{ id, email, name: name ?? '', passwordHash, locale }], skipDuplicates: true })
    return count === 1
  })
  return made ? { kind: 'in', shopperId: id } : { kind: 'gone' }
}
