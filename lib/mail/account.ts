// The mails of a shopper's account. Whether there is one is looked at here, where nobody waits for the answer.
import { z } from 'zod'
import { seal } from '@/lib/accounts/letters'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'
import { writeMail } from './write'

export const letterPayload = z.object({ letterId: z.string() })
export const changedPayload = z.object({ shopperId: z.string() })

const address = (locale: Locale, path: string) => `${env().appUrl}/${locale}/${path}`

/** The mail of a letter; for a sign-up with an address that has an account, or a reset of one that has none, not with a link. */
export async function mailLetter(tx: Tx, outboxKey: string, { letterId }: z.output<typeof letterPayload>): Promise<void> {
  const letter = await tx.shopperLetter.findUnique({ where: { id: letterId } })
  if (!letter) return
  const locale = letter.locale as Locale
  const t = words(locale, 'accountMail')
  const shopper = await tx.shopper.findUnique({ where: { email: letter.email }, select: { name: true } })
  if (letter.kind === 'sign_up' && !shopper) {
    const link = address(locale, `account/check/${await seal(tx, letterId)}`)
    // Without the name, which a stranger may have typed: nobody mails words of their own through us.
    const lines = [t('hello'), t('signUp.text'), link, '', t('signUp.notMe')]
    return writeMail(tx, { outboxKey, to: letter.email, subject: t('signUp.subject'), text: lines.join('\n') })
  }
  if (letter.kind === 'reset' && shopper) {
    const link = address(locale, `account/reset/${await seal(tx, letterId)}`)
    const lines = [t('greeting', { name: shopper.name }), t('reset.text'), link, '', t('reset.notMe')]
    return writeMail(tx, { outboxKey, to: letter.email, subject: t('reset.subject'), text: lines.join('\n') })
  }
  await tx.shopperLetter.delete({ where: { id: letterId } })
  if (!shopper) return
  const ways = [address(locale, 'sign-in'), '', t('exists.reset'), address(locale, 'account/reset')]
  const lines = [t('greeting', { name: shopper.name }), t('exists.text'), ...ways, '', t('exists.notMe')]
  return writeMail(tx, { outboxKey, to: letter.email, subject: t('exists.subject'), text: lines.join('\n') })
}

/** To whoever owns the account, in case it was somebody else. */
export async function mailPasswordChanged(tx: Tx, outboxKey: string, { shopperId }: z.output<typeof changedPayload>): Promise<void> {
  const shopper = await tx.shopper.findUnique({ where: { id: shopperId }, select: { name: true, email: true, locale: true } })
  if (!shopper) return
  const locale = shopper.locale as Locale
  const t = words(locale, 'accountMail')
  const lines = [t('greeting', { name: shopper.name }), t('changed.text'), '', t('changed.notMe'), address(locale, 'account/reset')]
  return writeMail(tx, { outboxKey, to: shopper.email, subject: t('changed.subject'), text: lines.join('\n') })
}
