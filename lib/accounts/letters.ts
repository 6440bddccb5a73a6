// Links that are mailed, each working once and for a while: to finish a sign-up, to choose a new password.
import { db, inTransaction, type Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { idPattern, newId } from '@/lib/ids'
import type { Limit } from '@/lib/limits'
import { enqueue } from '@/lib/outbox/commands'
import { mayTry } from '@/lib/tries'
import { secretHash } from './secret'

const hours = { sign_up: 24, reset: 1 } as const
type Kind = keyof typeof hours

const perEmail: Record<Kind, Limit> = {
  sign_up: { name: 'sign-up', tries: 3, seconds: 3600 },
  reset: { name: 'reset', tries: 3, seconds: 3600 },
}
const perAddress: Limit = { name: 'account-mail-address', tries: 20, seconds: 3600 }

type Wish = { readonly kind: Kind; readonly email: string; readonly locale: Locale; readonly address: string | null }

/** Counts a wish for a letter; asked before anything slow is done for it. */
export const mayAskForLetter = ({ kind, email, address }: Wish): Promise<boolean> =>
  mayTry({ perThing: perEmail[kind], what: email, perAddress, address })

/**
 * Writes a letter down and leaves it to the outbox. Whether there is an account is looked at when the mail is
 * written: nobody who asks for a letter can see it in the answer or feel it in the time it takes.
 */
export async function askForLetter({ kind, email, locale }: Wish, account?: { name: string; passwordHash: string }): Promise<void> {
  const id = newId()
  await inTransaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM shopper_letter WHERE expires_at < clock_timestamp()`
    await tx.$executeRaw`
      INSERT INTO shopper_letter (id, kind, email, name, password_hash, locale, expires_at)
      VALUES (${id}, ${kind}, ${email}, ${account?.name ?? null}, ${account?.passwordHash ?? null}, ${locale},
        clock_timestamp() + ${hours[kind]} * interval '1 hour')`
    await enqueue(tx, { causeKey: `letter:${id}`, kind: 'mail.letter', payload: { letterId: id } })
  })
}

/** Gives a letter its secret, of which only the hash is kept, inside the transaction that writes the mail. */
export async function seal(tx: Tx, letterId: string): Promise<string> {
  const secret = newId()
  await tx.shopperLetter.update({ where: { id: letterId }, data: { hash: secretHash(secret) } })
  return secret
}

export type Letter = {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly passwordHash: string | null
  readonly locale: string
}

/** The letter a link belongs to, while it works; looking at it does not use it up. */
export async function openLetter(kind: Kind, secret: string): Promise<Letter | null> {
  if (!idPattern.test(secret)) return null
  const [letter] = await db().$queryRaw<Letter[]>`
    SELECT id, email, name, password_hash AS "passwordHash", locale FROM shopper_letter
    WHERE hash = ${secretHash(secret)} AND kind = ${kind} AND expires_at > clock_timestamp()`
  return letter ?? null
}

/** Uses a letter up, with all others of its kind to the same address. Of two at once one gets true. */
export async function useUp(tx: Tx, kind: Kind, letter: Letter): Promise<boolean> {
  const { count } = await tx.shopperLetter.deleteMany({ where: { id: letter.id } })
  if (count === 1) await tx.shopperLetter.deleteMany({ where: { kind, email: letter.email } })
  return count === 1
}
