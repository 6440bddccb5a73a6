// A shopper's account: signing up, in and out, and the forgotten password. The forms are sent as a browser without
// JavaScript sends them, the links are taken from the mails.
import { expect, test, vi } from 'vitest'
import { shopperCookie } from '@/lib/accounts/new-session'
import { finishSignUp } from '@/lib/accounts/sign-up'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { until } from '../support/shop'
import { afterDelivery, anAddress, aPassword, aShopper, enterAccount, linkIn, mailTo, mainOf, sendForm } from '../support/shopper'
import { aBrowser, aPerson, type Browser } from '../support/staff'

vi.setConfig({ testTimeout: 120_000 })

const t = words('is', 'account')
const m = words('is', 'accountMail')
const main = async (answer: Response) => mainOf(await answer.text())

const signUp = (email: string, more: { name?: string; password?: string } = {}) =>
  sendForm(aBrowser(), '/is/sign-up', { name: 'Sunna Björk', email, password: aPassword, ...more })
const signIn = (browser: Browser, email: string, password: string) => sendForm(browser, '/is/sign-in', { email, password })
const isIn = async (browser: Browser) => (await browser.ask('/is/account')).status === 200

async function checkLink(email: string): Promise<string> {
  await signUp(email)
  return linkIn(await mailTo(email, '/account/check/'), '/account/check/')
}
async function resetLink(email: string): Promise<string> {
  await sendForm(aBrowser(), '/is/account/reset', { email })
  return linkIn(await mailTo(email, '/account/reset/'), '/account/reset/')
}

test('an account is made of a sign-up, the mailed link and the password that was chosen', async () => {
  const email = anAddress()
  const browser = aBrowser()
  const path = await checkLink(email)
  expect(await db().shopper.count({ where: { email } })).toBe(0)
  const answer = await sendForm(browser, path, { password: aPassword })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/is/account'])
  expect(await main(await browser.ask('/is/account'))).toContain(email)
  const again = aBrowser()
  expect((await signIn(again, email.toUpperCase(), aPassword)).headers.get('location')).toBe('/is/account')
  expect(await isIn(again)).toBe(true)
})

test('who has an account is answered as who has none, and is mailed that there is one', async () => {
  const { email, id } = await aShopper()
  const [known, unknown] = [await signUp(email), await signUp(anAddress())]
  expect([known.status, await main(known)]).toEqual([unknown.status, await main(unknown)])
  const mail = await mailTo(email, m('exists.text'))
  expect(mail).not.toContain('/account/check/')
  expect(await db().shopperLetter.count({ where: { email } })).toBe(0)
  expect((await db().shopper.findUniqueOrThrow({ where: { email } })).id).toBe(id)
})

test('the mail to an address that was not checked holds no word of whoever typed it', async () => {
  const email = anAddress()
  await signUp(email, { name: 'WIN A PRIZE at evil.example' })
  expect(await mailTo(email, '/account/check/')).not.toMatch(/evil|PRIZE/)
})

test('a link alone makes no account: a stranger who reads the mail, or gets it unasked, does not know the password', async () => {
  const email = anAddress()
  const path = await checkLink(email)
  const refusedOnce = await sendForm(aBrowser(), path, { password: 'not this one' })
  expect(await main(refusedOnce)).toContain(t('errors.wrongPassword'))
  expect(refusedOnce.headers.getSetCookie().join()).not.toContain(shopperCookie().name)
  expect(await db().shopper.count({ where: { email } })).toBe(0)
  expect((await sendForm(aBrowser(), path, { password: aPassword })).status).toBe(303)
})

test('to open a mailed link uses nothing up; to finish with it does', async () => {
  const email = anAddress()
  const path = await checkLink(email)
  for (let i = 0; i < 3; i++) expect(await main(await aBrowser().ask(path))).toContain(t('check.submit'))
  await sendForm(aBrowser(), path, { password: aPassword })
  const later = await aBrowser().ask(path)
  expect([later.status, await main(later)]).toEqual([200, expect.stringContaining(t('check.goneTitle'))])
})

test('a link that is used many times at once makes one account', async () => {
  const email = anAddress()
  const secret = (await checkLink(email)).split('/').at(-1) ?? ''
  const answers = await Promise.all(Array.from({ length: 4 }, () => finishSignUp({ secret, password: aPassword, address: null })))
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'gone', 'gone', 'in'])
  expect(await db().shopper.count({ where: { email } })).toBe(1)
})

test('the database holds no secret a link or a cookie could be made of', async () => {
  const email = anAddress()
  const secret = (await checkLink(email)).split('/').at(-1) ?? ''
  const letter = await db().shopperLetter.findFirstOrThrow({ where: { email } })
  expect(JSON.stringify(letter)).not.toContain(secret)
  expect(JSON.stringify(letter)).not.toContain(aPassword)
  const browser = aBrowser()
  await enterAccount(browser, await aShopper())
  const cookie = browser.cookies.get(shopperCookie().name) ?? ''
  expect(cookie).toMatch(/^[\w-]{22}$/)
  expect(await db().shopperSession.count({ where: { hash: cookie } })).toBe(0)
})

test('a link whose time is up, or that is nobody’s, leads nowhere', async () => {
  const email = anAddress()
  const path = await checkLink(email)
  await db().$executeRaw`UPDATE shopper_letter SET expires_at = now() - interval '1 second' WHERE email = ${email}`
  expect(await main(await aBrowser().ask(path))).toContain(t('check.goneTitle'))
  for (const secret of [newId(), 'x', '..', "'"]) {
    for (const place of ['check', 'reset']) {
      const answer = await aBrowser().ask(`/is/account/${place}/${encodeURIComponent(secret)}`)
      expect([place, secret, answer.status < 500]).toEqual([place, secret, true])
    }
  }
})

test('a link for one thing is none for another', async () => {
  const email = anAddress()
  const secret = (await checkLink(email)).split('/').at(-1) ?? ''
  expect(await main(await aBrowser().ask(`/is/account/reset/${secret}`))).toContain(t('check.goneTitle'))
})

test('a wrong password and an unknown account are told the same, and the password is not sent back', async () => {
  const { email } = await aShopper()
  const stranger = anAddress()
  const wrong = await main(await signIn(aBrowser(), email, 'not this one'))
  const unknown = await main(await signIn(aBrowser(), stranger, 'not this one'))
  expect(wrong).toContain(t('errors.wrong'))
  expect(wrong).not.toContain('not this one')
  expect(unknown.replaceAll(stranger, email)).toBe(wrong)
})

test('after five wrong passwords the right one waits, and after a right one the count begins anew', async () => {
  const [lucky, guessed] = [await aShopper(), await aShopper()]
  for (let i = 0; i < 4; i++) await signIn(aBrowser(), lucky.email, 'wrong')
  expect((await signIn(aBrowser(), lucky.email, lucky.password)).status).toBe(303)
  expect(await main(await signIn(aBrowser(), lucky.email, 'wrong'))).toContain(t('errors.wrong'))
  for (let i = 0; i < 5; i++) await signIn(aBrowser(), guessed.email, 'wrong')
  expect(await main(await signIn(aBrowser(), guessed.email, guessed.password))).toContain(t('errors.tooMany'))
})

test('the cookie is out of reach for scripts and other sites', async () => {
  const { email, password } = await aShopper()
  const answer = await signIn(aBrowser(), email, password)
  const cookie = answer.headers.getSetCookie().findLast((line) => line.startsWith(shopperCookie().name)) ?? ''
  for (const flag of [/HttpOnly/i, /SameSite=Strict/i, /Path=\/(;|$)/i]) expect(cookie).toMatch(flag)
})

test('a new sign-in has a new session, and the one before it is over', async () => {
  const person = await aShopper()
  const browser = aBrowser()
  await enterAccount(browser, person)
  const before = aBrowser()
  before.cookies.set(shopperCookie().name, browser.cookies.get(shopperCookie().name) ?? '')
  // The sign-in's form, from a page that is open still.
  const form = aBrowser()
  const answer = await sendForm(form, '/is/sign-in', { email: person.email, password: person.password })
  expect(answer.status).toBe(303)
  expect(form.cookies.get(shopperCookie().name)).not.toBe(browser.cookies.get(shopperCookie().name))
  await sendForm(browser, '/is/account', { locale: 'is' })
  expect([await isIn(browser), await isIn(before), await isIn(form)]).toEqual([false, false, true])
})

test('a session ends when its time is up', async () => {
  const person = await aShopper()
  const browser = aBrowser()
  await enterAccount(browser, person)
  expect(await isIn(browser)).toBe(true)
  await db().$executeRaw`UPDATE shopper_session SET expires_at = now() - interval '1 second' WHERE shopper_id = ${person.id}`
  expect(await isIn(browser)).toBe(false)
})

test('a sign-in leads back to where one was going, and never out of the shop', async () => {
  const { email, password } = await aShopper()
  const led = async (next: string) =>
    (await sendForm(aBrowser(), `/is/sign-in?next=${encodeURIComponent(next)}`, { email, password })).headers.get('location')
  expect(await led('data')).toBe('/is/account/data')
  for (const next of ['https://evil.example', '//evil.example', '/admin', '__proto__', 'toString'])
    expect(await led(next), next).toBe('/is/account')
})

test('somebody who works here has no account in the shop, and a shopper none in the admin', async () => {
  const owner = await aPerson('owner')
  expect(await main(await signIn(aBrowser(), owner.email, owner.password))).toContain(t('errors.wrong'))
  const shopper = await aShopper()
  const browser = aBrowser()
  await browser.signIn(shopper)
  await enterAccount(browser, shopper)
  expect((await browser.ask('/admin')).headers.get('location')).toMatch(/^\/admin\/sign-in/)
})

test('a forgotten password is changed by a mailed link, once, and everybody is signed out', async () => {
  const person = await aShopper()
  const browser = aBrowser()
  await enterAccount(browser, person)
  const path = await resetLink(person.email)
  const chosen = 'ný og betri ull'
  const answer = await sendForm(aBrowser(), path, { password: chosen })
  expect(answer.headers.get('location')).toBe('/is/sign-in?now=changed')
  expect(await isIn(browser)).toBe(false)
  expect(await main(await aBrowser().ask(path))).toContain(t('check.goneTitle'))
  expect(await main(await signIn(aBrowser(), person.email, person.password))).toContain(t('errors.wrong'))
  expect((await signIn(aBrowser(), person.email, chosen)).status).toBe(303)
  await mailTo(person.email, m('changed.text'))
})

test('who has no account is answered as who has one, and gets no mail', async () => {
  const [{ email }, stranger] = [await aShopper(), anAddress()]
  const ask = (address: string) => sendForm(aBrowser(), '/is/account/reset', { email: address })
  const [known, unknown] = [await ask(email), await ask(stranger)]
  expect([known.status, await main(known)]).toEqual([unknown.status, await main(unknown)])
  await mailTo(email, '/account/reset/')
  await afterDelivery(
    () => db().shopperLetter.count({ where: { email: stranger } }),
    (count) => count === 0,
  )
  expect(await db().mail.count({ where: { to: stranger } })).toBe(0)
})

test('one address is not flooded with mails', async () => {
  const email = anAddress()
  const answers: string[] = []
  for (let i = 0; i < 4; i++) answers.push(await main(await sendForm(aBrowser(), '/is/account/reset', { email })))
  expect(answers.slice(0, 3).every((text) => text.includes(t('reset.sentTitle')))).toBe(true)
  expect(answers[3]).toContain(t('errors.tooMany'))
})

test.each([
  [{ name: '' }, 'nameMissing'],
  [{ name: 'a\u202eb' }, 'nameWrong'],
  [{ email: 'sunna' }, 'emailWrong'],
  [{ password: 'stutt' }, 'passwordShort'],
  [{ password: 'x'.repeat(201) }, 'passwordLong'],
  [{ email: 'sunna.bjork@example.is', password: 'Sunna.Bjork@example.is' }, 'passwordIsEmail'],
] as const)('a sign-up with %j is refused in words', async (typed, problem) => {
  const answer = await sendForm(aBrowser(), '/is/sign-up', { name: 'Sunna', email: anAddress(), password: aPassword, ...typed })
  expect([answer.status, await main(answer)]).toEqual([200, expect.stringContaining(t(`errors.${problem}`))])
})

test('a page of the catalogue is the same for who is signed in: prerendered, and setting no cookie', async () => {
  const browser = aBrowser()
  await enterAccount(browser, await aShopper())
  await until(
    async () => (await browser.ask('/is/c/hufur')).headers.get('x-nextjs-cache'),
    (cache) => cache === 'HIT',
    60_000,
  )
  const answer = await browser.ask('/is/c/hufur')
  expect(answer.headers.getSetCookie()).toEqual([])
})
