// What an account's forms take. Every message is a key of the account's words, `errors.*`.
import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n'

export const formLocale = z.enum(locales).catch(defaultLocale)

export const email = z.string('emailMissing').trim().min(1, 'emailMissing').max(200, 'emailWrong').toLowerCase().pipe(z.email('emailWrong'))

/** As it is typed at a sign-in: whatever it is, it is compared. */
export const knownPassword = z.string('passwordMissing').min(1, 'passwordMissing').max(200, 'passwordLong')

export const newPassword = knownPassword.min(10, 'passwordShort')

/** An account by this password is as good as open. */
export const isAddressItself = (password: string, address: string): boolean => password.trim().toLowerCase() === address

export const personName = z
  .string('nameMissing')
  .trim()
  .min(1, 'nameMissing')
  .max(100, 'nameWrong')
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'nameWrong')

/** What a mailed link holds. */
export const letterToken = z.string('gone').regex(/^[A-Za-z0-9_-]{22}$/, 'gone')
