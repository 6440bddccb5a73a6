// People with an account in the shop, their mail, and the forms of its pages as a browser without JavaScript sends them.
import { randomUUID } from 'node:crypto'
import { newSession, shopperCookie } from '@/lib/accounts/new-session'
import { hashPassword } from '@/lib/auth/password'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { deliverDue } from '@/lib/outbox/deliver'
import { until } from './shop'
import { formWith, type Browser } from './staff'

export type Account = { readonly id: string; readonly email: string; readonly name: string; readonly password: string }

/** An address nobody else uses, so that limits and mails of different tests do not meet. */
export const anAddress = (): string => `${randomUUID()}@example.is`

export const aPassword = 'hvít ull og svört'

/** Somebody whose address was checked long ago. */
export async function aShopper(email = anAddress()): Promise<Account> {
  const account = { id: newId(), email, name: 'Sunna Björk', password: aPassword }
  await db().shopper.create({
    data: { id: account.id, email, name: account.name, passwordHash: await hashPassword(aPassword), locale: 'is' },
  })
  return account
}

/** The browser is signed in, without the sign-in's slow hash. */
export async function enterAccount(browser: Browser, { id }: Pick<Account, 'id'>): Promise<void> {
  browser.cookies.set(shopperCookie().name, await newSession(id))
}

/** Opens a page and sends the form that has this field, with what is typed into it. */
export async function sendForm(browser: Browser, path: string, typed: Readonly<Record<string, string>>): Promise<Response> {
  const [field = ''] = Object.keys(typed)
  const page = await (await browser.ask(path)).text()
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...formWith(page, field), ...typed })) body.append(name, value)
  return browser.ask(path, { method: 'POST', body, headers: { origin: env().appUrl } })
}

/** What stands between the header and the footer, its texts in one piece each. */
export const mainOf = (html: string): string => (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll('<!-- -->', '')

/** Does what waits in the outbox before each look: not every shop under test does so by itself. */
export const afterDelivery = <T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> =>
  until(
    async () => {
      await deliverDue()
      return look()
    },
    isSo,
    60_000,
  )

/** The newest mail to an address, once one has come whose text says this. */
export async function mailTo(to: string, saying: string | RegExp): Promise<string> {
  const all = () => db().mail.findMany({ where: { to }, orderBy: { id: 'desc' } })
  const says = (text: string) => (typeof saying === 'string' ? text.includes(saying) : saying.test(text))
  const mails = await afterDelivery(all, (found) => found.some(({ text }) => says(text)))
  return mails.find(({ text }) => says(text))?.text ?? ''
}

/** The path of the link in a mail's text. */
export function linkIn(text: string, part: string): string {
  const link = text.split(/\s/).find((word) => word.startsWith(env().appUrl) && word.includes(part))
  if (!link) throw new Error(`no link to ${part} in: ${text}`)
  return link.slice(env().appUrl.length)
}
