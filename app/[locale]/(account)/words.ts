import { env } from '@/lib/env'
import { words, type Locale } from '@/lib/i18n'

const errors = [
  'numberMissing',
  'numberWrong',
  'emailMissing',
  'emailWrong',
  'nameMissing',
  'nameWrong',
  'passwordMissing',
  'passwordShort',
  'passwordLong',
  'passwordIsEmail',
  'wrong',
  'wrongPassword',
  'tooMany',
  'gone',
  'foreign_origin',
] as const

/** What can be wrong with a form of the account's pages, in words. */
export function accountMessages(locale: Locale): Record<string, string> {
  const t = words(locale, 'account')
  return Object.fromEntries(errors.map((key) => [key, t(`errors.${key}`)]))
}

/** The way to the developer's mailbox; none as soon as a gateway takes real money. */
export function mailboxOf(locale: Locale): { text: string; link: string } | undefined {
  if (!env().everyModeIsSandbox) return undefined
  const t = words(locale, 'account')
  return { text: t('mailbox.text'), link: t('mailbox.link') }
}
