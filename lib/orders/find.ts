// "Find my order": whoever knows an order's number and its e-mail address is mailed the secret link, at that address.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { mayTry } from '@/lib/tries'
import { inTransaction } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import type { Limit } from '@/lib/limits'
import { enqueue } from '@/lib/outbox/commands'

const perOrder: Limit = { name: 'find-order', tries: 5, seconds: 3600 }
const perAddress: Limit = { name: 'find-order-address', tries: 20, seconds: 3600 }

/** What is typed to find an order; the messages are keys of the account's words, `errors.*`. */
export const findOrderShape = z.object({
  // "#100.001" is what some people copy from a mail.
  number: z
    .string('numberMissing')
    .transform((typed) => typed.replace(/[\s#.]/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'numberMissing')
        .regex(/^[1-9]\d{0,8}$/, 'numberWrong'),
    )
    .transform(Number),
  email: z.string('emailMissing').trim().min(1, 'emailMissing').max(200, 'emailWrong').toLowerCase().pipe(z.email('emailWrong')),
})

/** The typed address may be anybody's: what waits in the outbox only tells whether it is the order's. */
export const addressMark = (email: string): string =>
  createHmac('sha256', env().callbackKey).update(`find-order:${email.toLowerCase()}`).digest('base64url')

export type LinkWish = z.output<typeof findOrderShape> & { readonly locale: Locale; readonly address: string | null }

/**
 * Does the same for an order that is there and one that is not: it is looked for when the mail is written, and
 * nobody waits for that.
 */
export async function askForLink({ number, email, locale, address }: LinkWish): Promise<'asked' | 'too_many'> {
  if (!(await mayTry({ perThing: perOrder, what: String(number), perAddress, address }))) return 'too_many'
  await inTransaction((tx) =>
    enqueue(tx, { causeKey: `find-order:${newId()}`, kind: 'mail.order_link', payload: { number, mark: addressMark(email), locale } }),
  )
  return 'asked'
}
