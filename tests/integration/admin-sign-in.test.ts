// The door of the admin, over HTTP at the running shop.
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { aBrowser, aPerson, formWith } from '../support/staff'

const sessionName = () => (env().appUrl.startsWith('https:') ? '__Host-shop-staff' : 'shop-staff')

test.each(['/admin', '/admin/orders/100001', '/admin/attention', '/admin/settings', '/admin/no/such/page', '/admin?state=paid'])(
  'a stranger at %s is led to the sign-in and sees nothing else',
  async (path) => {
    const answer = await aBrowser().ask(path)
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toMatch(/^\/admin\/sign-in\?next=%2Fadmin/)
    expect(await answer.text()).not.toMatch(/@example\.is|Laugavegur/)
  },
)

test('headers that speak to the machinery open nothing', async () => {
  const forged = {
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-middleware-rewrite': '/admin/settings',
    'x-nonce': 'abc',
    'content-security-policy': "script-src 'nonce-abc'",
    'x-invoke-path': '/admin',
    'next-resume': '1',
    'x-forwarded-host': 'evil.example',
  }
  const answer = await aBrowser().ask('/admin', { headers: forged })
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toMatch(/^\/admin\/sign-in/)
  expect(answer.headers.get('content-security-policy')).not.toContain('nonce-abc')
})

test('pages of the admin are kept by nobody, listed nowhere and framed by no one, with a nonce of their own each', async () => {
  const [one, two] = await Promise.all([aBrowser().ask('/admin/sign-in'), aBrowser().ask('/admin/sign-in')])
  expect(one.headers.get('cache-control')).toContain('no-store')
  expect(one.headers.get('x-robots-tag')).toContain('noindex')
  expect(one.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const nonce = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  expect(nonce(one)).toBeTruthy()
  expect(nonce(one)).not.toBe(nonce(two))
})

test('the right password opens the admin, with a cookie scripts and other sites cannot use', async () => {
  const browser = aBrowser()
  const answer = await browser.signIn(await aPerson('clerk'))
  expect(answer.headers.get('location')).toBe(`${env().appUrl}/admin`)
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(sessionName())) ?? ''
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Strict/i)
  expect(cookie).toMatch(/Path=\//i)
  expect(cookie.length).toBeLessThan(4096)
  expect((await browser.ask('/admin')).status).toBe(200)
})

test('the form works without JavaScript, and leads back to where one was going', async () => {
  const person = await aPerson('viewer')
  const browser = aBrowser()
  const page = await browser.ask('/admin/sign-in?next=%2Fadmin%2Fattention')
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...formWith(await page.text(), 'password'), email: person.email, password: person.password })) form.append(name, value)
  const answer = await browser.ask('/admin/sign-in', { method: 'POST', body: form, headers: { origin: env().appUrl } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/admin/attention')
  expect((await browser.ask('/admin/attention')).status).toBe(200)
})

test('a wrong password keeps the e-mail that was typed, and says so in words', async () => {
  const browser = aBrowser()
  const form = new FormData()
  const hidden = formWith(await (await browser.ask('/admin/sign-in')).text(), 'password')
  for (const [name, value] of Object.entries({ ...hidden, email: 'nobody@example.is', password: 'not-this' })) form.append(name, value)
  const html = await (await browser.ask('/admin/sign-in', { method: 'POST', body: form, headers: { origin: env().appUrl } })).text()
  expect(html).toContain('Netfang og lykilorð eiga ekki saman')
  expect(html).toContain('value="nobody@example.is"')
  expect(html).not.toContain('not-this')
})

test.each([['no Origin', undefined], ['another site', 'https://evil.example'], ['a malformed one', 'https://'], ['null', 'null']])('a form with %s as its Origin signs nobody in', async (_, origin) => {
  const person = await aPerson('owner')
  const browser = aBrowser()
  const form = new FormData()
  const hidden = formWith(await (await browser.ask('/admin/sign-in')).text(), 'password')
  for (const [name, value] of Object.entries({ ...hidden, email: person.email, password: person.password })) form.append(name, value)
  const answer = await browser.ask('/admin/sign-in', { method: 'POST', body: form, headers: origin === undefined ? {} : { origin } })
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie().join()).not.toContain(sessionName())
  expect((await browser.ask('/admin')).status).toBe(307)
})

test('an unknown account, a wrong password, a disabled account and nonsense get the same answer', async () => {
  const [known, disabled] = await Promise.all([aPerson('owner'), aPerson('owner', { disabled: true })])
  const tries = [{ ...known, password: 'wrong' }, disabled, { email: 'nobody@example.is', password: 'x' }, { email: '', password: '' }]
  const answers = await Promise.all(tries.map((one) => aBrowser().signIn(one)))
  const told = await Promise.all(answers.map(async (answer) => [answer.status, answer.headers.get('location'), await answer.text()]))
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
})

test('after five wrong tries the right password is refused too, for an account that exists and for one that does not', async () => {
  const person = await aPerson('manager')
  const browser = aBrowser()
  for (let i = 0; i < 5; i++) await browser.signIn({ ...person, password: `wrong ${i}` })
  await browser.signIn(person)
  expect((await browser.ask('/admin')).status).toBe(307)
  expect(await db().auditEntry.count({ where: { actor: `user:${person.id}`, action: 'sign_in' } })).toBe(0)
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/is/cart'])('the way back cannot lead to %s', async (callbackUrl) => {
  const answer = await aBrowser().signIn(await aPerson('viewer'), callbackUrl)
  expect(answer.headers.get('location')).toBe(`${env().appUrl}/admin`)
})

test('a role that was taken away ends the session at the next request', async () => {
  const person = await aPerson('owner')
  const browser = aBrowser()
  await browser.signIn(person)
  expect((await browser.ask('/admin')).status).toBe(200)
  await db().user.update({ where: { id: person.id }, data: { role: 'viewer', sessionVersion: { increment: 1 } } })
  expect((await browser.ask('/admin')).status).toBe(307)
})

test('an account that was disabled is out at the next request', async () => {
  const person = await aPerson('owner')
  const browser = aBrowser()
  await browser.signIn(person)
  await db().user.update({ where: { id: person.id }, data: { disabled: true } })
  expect((await browser.ask('/admin')).status).toBe(307)
})

test('a copy of the cookie opens nothing after the sign-out', async () => {
  const browser = aBrowser()
  await browser.signIn(await aPerson('owner'))
  const thief = aBrowser()
  for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
  expect((await thief.ask('/admin')).status).toBe(200)
  await browser.signOut()
  expect((await browser.ask('/admin')).status).toBe(307)
  expect((await thief.ask('/admin')).status).toBe(307)
  expect(await (await thief.ask('/api/auth/session')).json()).not.toHaveProperty('user')
})

test('the session route tells a name and no more', async () => {
  const browser = aBrowser()
  const person = await aPerson('owner')
  await browser.signIn(person)
  const session = (await (await browser.ask('/api/auth/session')).json()) as Record<string, unknown>
  expect(session).toEqual({ user: { name: 'Próf owner' }, expires: expect.any(String) as string })
})

test('a link from another site, which comes without the cookie, is asked for once more from within', async () => {
  const page = await aBrowser().ask('/admin/sign-in?next=%2Fadmin%2Fattention', { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(await page.text()).toContain('content="0;url=/admin/attention"')
  const again = await aBrowser().ask('/admin/sign-in?next=%2Fadmin%2Fattention', { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(await again.text()).not.toContain('http-equiv="refresh"')
})
