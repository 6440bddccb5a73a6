// The table of tests/support/access.ts against the running shop: every action, page of the admin and route of the
// build, called over HTTP as every identity.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { roles, type Role } from '@/lib/auth/roles'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { actions, identities, pages, routes, type Identity } from '../support/access'
import { builtActions, builtPaths, callAction } from '../support/call-action'
import { aShelfProduct } from '../support/products'
import { aCart, aProduct, readPayment, startOne } from '../support/shop'
import { aShopper, enterAccount } from '../support/shopper'
import { aBrowser, aPerson, type Browser } from '../support/staff'

// Each line is eight calls, some with a sign-in before them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

type Everybody = ReadonlyMap<Identity, Browser>

/** A browser for each identity: people of the shop signed in, shoppers with an account and a cart of their own. */
async function everyone(): Promise<Everybody> {
  const browsers = new Map<Identity, Browser>(identities.map((identity) => [identity, aBrowser()]))
  for (const role of roles) await browsers.get(role)?.signIn(await aPerson(role))
  const { variantId } = await aProduct()
  for (const [shopper, quantity] of [
    ['shopper', 2],
    ['another', 3],
  ] as const) {
    const browser = browsers.get(shopper)
    browser?.cookies.set('cart', await aCart(variantId, quantity))
    if (browser) await enterAccount(browser, await aShopper())
  }
  return browsers
}

let people: Everybody
let sample: { order: string; payment: string; product: string }
beforeAll(async () => {
  people = await everyone()
  const { paymentId } = await startOne()
  const { order } = await readPayment(paymentId)
  const product = await aShelfProduct()
  sample = { order: String(order.number), payment: paymentId, product: String(product.id) }
})

const inWords = (outcomes: readonly string[]) => identities.map((identity, i) => `${identity}: ${outcomes[i]}`)
const asWritten = (who: string) => inWords(who.trim().split(/\s+/))
const at = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: keyof typeof sample) => sample[name])

/** What everybody got who asked, one after the other. */
async function asked(ask: (browser: Browser) => Promise<string>, browsers: Everybody = people): Promise<string[]> {
  const outcomes: string[] = []
  for (const browser of browsers.values()) outcomes.push(await ask(browser))
  return inWords(outcomes)
}

describe('the table has a line for', () => {
  test('every action of the build, and none besides', () => {
    expect(
      builtActions()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(actions.map(([name]) => name).toSorted())
  })

  test('every page of the admin and of accounts, and none besides', () => {
    const found = builtPaths('page').filter((page) => /^\/(admin|\[locale\]\/(account|find-order|sign-in|sign-up))(\/|$)/.test(page))
    expect(found.toSorted()).toEqual(pages.map(([page]) => page).toSorted())
  })

  test('every route, and none besides', () => {
    expect(
      builtPaths('route')
        .filter((route) => !written.has(route))
        .toSorted(),
    ).toEqual([...new Set(routes.map(([, route]) => route))].toSorted())
  })

  const lines = [
    ...actions.map(([name, who]) => [name, who]),
    ...pages.map(([name, , who]) => [name, who]),
    ...routes.map(([method, name, , who]) => [`${method} ${name}`, who]),
  ]
  test.each(lines)('every identity: %s', (_, who = '') => expect(who.trim().split(/\s+/)).toHaveLength(identities.length))
})

/** Files Next writes, and the simulator's wire, which knows no person: tests/integration/sandbox-wire.test.ts speaks to it. */
const written = new Set(['/favicon.ico', '/robots.txt', '/icon.svg', '/sandbox/netgiro/[...path]'])

const endsTheSession = (name: string): boolean => name.endsWith('/signOut')

describe('an action', () => {
  test.each(actions)('%s', async (name, who, fields) => {
    const action = builtActions().find((one) => one.name === name)
    if (!action) throw new Error(`${name} is not in the build`)
    expect(await asked((browser) => callAction(browser, action, fields), endsTheSession(name) ? await everyone() : people)).toEqual(
      asWritten(who),
    )
  })
})

describe('a page', () => {
  test.each(pages)('%s', async (_, path, who) => {
    expect(await asked(async (browser) => outcomeOf(await browser.ask(at(path))))).toEqual(asWritten(who))
  })
})

function outcomeOf(answer: Response): string {
  const led = answer.headers.get('location') ?? ''
  if (answer.status === 307 && led.startsWith('/admin/sign-in?next=')) return 'sign-in'
  if (answer.status === 307 && led === '/admin/pos') return 'till'
  if (answer.status === 307 && led === '/admin') return 'home'
  if (answer.status === 307 && led.startsWith('/is/sign-in?next=')) return 'sign-in'
  if (answer.status === 307 && led === '/is/account') return 'account'
  return answer.status === 200 ? 'ok' : String(answer.status)
}

describe('a route', () => {
  test.each(routes)('%s %s', async (method, _, path, who) => {
    // Of the admin's own doors a form must come from a page of ours.
    const headers = method === 'POST' && path.startsWith('/admin/') ? { origin: env().appUrl } : undefined
    expect(await asked(async (browser) => String((await browser.ask(at(path), { method, headers })).status))).toEqual(asWritten(who))
  })

  const others = [...new Set(routes.map(([, route]) => route))].flatMap((route) => {
    const rows = routes.filter((row) => row[1] === route)
    return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
      .filter((method) => !rows.some((row) => row[0] === method))
      .map((method) => [method, rows[0]?.[2] ?? ''] as const)
  })
  test.each(others)('%s %s is not answered', async (method, path) => {
    expect((await people.get('owner')?.ask(at(path), { method, headers: { origin: env().appUrl } }))?.status).toBe(405)
  })
})

describe('a shopper', () => {
  test('has the own cart and that of nobody else', async () => {
    const counts = await asked(async (browser) => JSON.stringify(await (await browser.ask('/api/cart')).json()))
    expect(counts.slice(0, 3)).toEqual(['anonymous: {"count":0}', 'shopper: {"count":2}', 'another: {"count":3}'])
  })
})

describe('a session is over at once', () => {
  const change: [string, { role?: Role; disabled?: boolean; passwordHash?: string }][] = [
    ['when the role is taken away', { role: 'viewer' }],
    ['when a higher role is given', { role: 'owner' }],
    ['when the account is disabled', { disabled: true }],
    ['when the password is changed', { passwordHash: 'another' }],
  ]
  const check = builtActions().find(({ name }) => name === 'admin/orders/[order]/check')

  test.each(change)('%s, whoever writes it', async (_, data) => {
    const person = await aPerson('manager')
    const browser = aBrowser()
    await browser.signIn(person)
    const see = async () => outcomeOf(await browser.ask('/admin/settings'))
    const act = () => (check ? callAction(browser, check, { paymentId: newId() }) : '')
    expect([await see(), await act()]).toEqual(['ok', 'ok'])
    await db().user.update({ where: { id: person.id }, data })
    expect([await see(), await act()]).toEqual(['sign-in', 'sign-in'])
  })

  test('and not by a change of the name', async () => {
    const person = await aPerson('manager')
    const browser = aBrowser()
    await browser.signIn(person)
    await db().user.update({ where: { id: person.id }, data: { name: 'Ný' } })
    expect(outcomeOf(await browser.ask('/admin/settings'))).toBe('ok')
  })
})
