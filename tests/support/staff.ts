// People who work in the shop, and a browser that keeps cookies and sends forms, for tests over HTTP.
import { randomUUID } from 'node:crypto'
import { hashPassword } from '@/lib/auth/password'
import type { Role } from '@/lib/auth/roles'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'

export type Person = { readonly id: string; readonly email: string; readonly password: string; readonly role: Role }

/** Somebody who is not seeded: nobody else signs in as them, so limits of different tests do not meet. */
export async function aPerson(role: Role, more: { demo?: boolean; disabled?: boolean } = {}): Promise<Person> {
  const person = { id: newId(), email: `${randomUUID()}@example.is`, password: 'íslensk ull er góð', role }
  await db().user.create({
    data: { id: person.id, email: person.email, name: `Próf ${role}`, passwordHash: await hashPassword(person.password), role, ...more },
  })
  return person
}

export type Browser = ReturnType<typeof aBrowser>

/** Cookies and addresses, without following redirects. */
export function aBrowser() {
  const { appUrl, loopback } = env()
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${loopback}${path}`, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
    return response
  }

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: appUrl }) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })

  /** Signs in by next-auth's own route. */
  async function signIn({ email, password }: Pick<Person, 'email' | 'password'>, callbackUrl = '/admin'): Promise<Response> {
    const { csrfToken } = (await (await ask('/api/auth/csrf')).json()) as { csrfToken: string }
    return post('/api/auth/callback/credentials', { csrfToken, email, password, callbackUrl })
  }

  async function signOut(): Promise<Response> {
    const { csrfToken } = (await (await ask('/api/auth/csrf')).json()) as { csrfToken: string }
    return post('/api/auth/signout', { csrfToken, callbackUrl: '/admin' })
  }

  return { cookies, ask, post, signIn, signOut }
}

/** The fields React writes into a form so that it works without JavaScript: the form that holds a field of this name. */
export function formWith(html: string, field: string): Record<string, string> {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${field}"`)) ?? ''
  const unescape = (text: string) => text.replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, '&')
  const value = (tag: string, name: string) => unescape(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  return Object.fromEntries((form.match(/<input[^>]*>/g) ?? []).map((tag) => [value(tag, 'name'), value(tag, 'value')]))
}
