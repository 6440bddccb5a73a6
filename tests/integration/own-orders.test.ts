// What a shopper who is signed in sees of their orders, takes along, and has forgotten.
import { expect, test, vi } from 'vitest'
import { deleteAccount } from '@/lib/accounts/delete'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { forgetOrder } from '@/lib/orders/forget'
import { ordersOfShopper } from '@/lib/orders/of-shopper'
import { orderToken } from '@/lib/orders/token'
import { refreshPayment } from '@/lib/payments/refresh'
import { checkout } from '@/lib/payments/start'
import { aCart, aForm, aProduct, merchantChooses, onThePhone, paymentOf, readPayment, resetSandbox, until } from '../support/shop'
import { afterDelivery, anAddress, aShopper, enterAccount, mainOf, sendForm, type Account } from '../support/shopper'
import { aBrowser } from '../support/staff'

vi.setConfig({ testTimeout: 120_000 })

const t = words('is', 'account')

type Placed = { email: string; by?: Account | undefined; address?: boolean }

async function place({ email, by, address }: Placed) {
  const { variantId } = await aProduct()
  const home = { delivery: 'home' as const, address: 'Laugavegur 1', postcode: '101', city: 'Reykjavík' }
  const form = { ...aForm(), email, ...(address && home) }
  const result = await checkout({ cartId: await aCart(variantId), locale: 'is', form, shopperId: by?.id })
  const payment = await readPayment(paymentOf(result))
  return { ...payment.order, paymentId: payment.id }
}

/** Finished orders, without the trouble of paying for each. */
const finish = (id: string, state: 'paid' | 'refunded', daysAgo: number) =>
  db().$executeRaw`UPDATE orders SET state = ${state}, stock = 'sold', paid_at = now() - ${daysAgo} * interval '1 day' WHERE id = ${id}`

const numbersOf = async (person: Account) => (await ordersOfShopper(person)).rows.map(({ number }) => number)
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id } })

test('a person’s orders are those placed signed in, and those placed by nobody else with the same address', async () => {
  const [person, other] = [await aShopper(), await aShopper()]
  const earlier = await place({ email: person.email.toUpperCase() })
  const own = await place({ email: anAddress(), by: person })
  const others = await place({ email: person.email, by: other })
  expect(await numbersOf(person)).toEqual([own.number, earlier.number])
  expect(await numbersOf(other)).toEqual([others.number])
})

test('the page shows them with links to each, and leafs through many', async () => {
  const person = await aShopper()
  const first = await place({ email: person.email })
  const { id, checkoutKey, number, ...like } = await orderOf(first.id)
  await db().order.createMany({ data: Array.from({ length: 11 }, () => ({ ...like, id: newId(), checkoutKey: newId() })) })
  const browser = aBrowser()
  await enterAccount(browser, person)
  const page = mainOf(await (await browser.ask('/is/account')).text())
  expect(page.match(/\/is\/orders\//g)).toHaveLength(10)
  expect(page).not.toContain(orderToken(first.id))
  const older = /\/is\/account\?before=\d+/.exec(page)?.[0] ?? ''
  const next = mainOf(await (await browser.ask(older)).text())
  expect(next.match(/\/is\/orders\//g)).toHaveLength(2)
  expect(next).toContain(orderToken(id))
  expect(next).not.toContain(t('mine.older'))
  expect([checkoutKey, number]).toEqual([first.checkoutKey, first.number])
  expect((await browser.ask('/is/account?before=none')).status).toBe(200)
})

test('the checkout knows who is signed in: name, address and where the last order went; and the order is theirs', async () => {
  const person = await aShopper()
  await place({ email: person.email, address: true })
  const { variantId } = await aProduct()
  const cartId = await aCart(variantId)
  const browser = aBrowser()
  await enterAccount(browser, person)
  browser.cookies.set('cart', cartId)
  const page = mainOf(await (await browser.ask('/is/checkout')).text())
  for (const value of [person.name, person.email, 'Laugavegur 1', '101', 'Reykjavík']) expect(page).toContain(`value="${value}"`)
  const answer = await sendForm(browser, '/is/checkout', { ...aForm(), email: anAddress() })
  expect(answer.headers.get('location')).toMatch(/\/is\/pay\//)
  expect(await db().order.findFirstOrThrow({ where: { cartId } })).toMatchObject({ shopperId: person.id })
})

test('an order that is placed while the account goes is placed without it', async () => {
  const order = await place({ email: anAddress(), by: { ...(await aShopper()), id: newId() } })
  expect((await orderOf(order.id)).shopperId).toBeNull()
})

test('the copy of everything holds the account and the orders, and nothing of anybody else', async () => {
  const [person, other] = [await aShopper(), await aShopper()]
  const own = await place({ email: person.email, by: person, address: true })
  const others = await place({ email: person.email, by: other })
  const browser = aBrowser()
  await enterAccount(browser, person)
  const answer = await browser.ask('/is/account/data/export')
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    account: { email: person.email, name: person.name },
    signIns: [{}],
    orders: [
      { number: own.number, address: 'Laugavegur 1', lines: [{ quantity: 1 }], payments: [{ gateway: 'netgiro', amount: own.total }] },
    ],
  })
  expect(text).not.toContain(`"number": ${others.number}`)
  expect(text).not.toMatch(/password|hash|checkoutKey/i)
})

test('a deletion asks for the password, and takes the account, its sessions, its mails and what can be forgotten', async () => {
  const person = await aShopper()
  const [old, refunded, fresh] = [
    await place({ email: person.email, by: person, address: true }),
    await place({ email: person.email }),
    await place({ email: person.email, by: person, address: true }),
  ]
  await finish(old.id, 'paid', 31)
  await finish(refunded.id, 'refunded', 1)
  await finish(fresh.id, 'paid', 1)
  const mail = await db().mail.create({ data: { outboxKey: newId(), to: person.email, subject: 's', text: 't' } })
  const browser = aBrowser()
  await enterAccount(browser, person)
  expect(mainOf(await (await sendForm(browser, '/is/account/data', { password: 'not this one' })).text())).toContain(
    t('errors.wrongPassword'),
  )
  expect(await db().shopper.count({ where: { id: person.id } })).toBe(1)

  const answer = await sendForm(browser, '/is/account/data', { password: person.password })
  expect(answer.headers.get('location')).toBe('/is/sign-in?now=deleted')
  expect(await db().shopper.count({ where: { id: person.id } })).toBe(0)
  expect(await db().shopperSession.count({ where: { shopperId: person.id } })).toBe(0)
  expect(await db().mail.count({ where: { id: mail.id } })).toBe(0)
  const [one, two, three] = [await orderOf(old.id), await orderOf(refunded.id), await orderOf(fresh.id)]
  for (const order of [one, two])
    expect(order).toMatchObject({ name: 'Nafni eytt', address: null, postcode: null, city: null, shopperId: null })
  expect(one.email).toMatch(/^customer-[\w-]+@deleted\.invalid$/)
  expect(two.email).toBe(one.email)
  expect(one).toMatchObject({ total: old.total, vatTotal: old.vatTotal, number: old.number, state: 'paid' })
  // The books keep their lines, and what is still on its way keeps its address.
  expect(await db().orderLine.count({ where: { orderId: old.id } })).toBe(1)
  expect(three).toMatchObject({ address: 'Laugavegur 1', email: person.email, shopperId: null })
  const later = await db().outbox.findFirstOrThrow({ where: { kind: 'order.forget', payload: { path: ['orderId'], equals: fresh.id } } })
  expect(later.dueAt.getTime() - (three.paidAt?.getTime() ?? 0)).toBe(30 * 24 * 3600_000)
  expect(await db().auditEntry.findFirst({ where: { subject: `shopper:${person.id}` } })).toMatchObject({
    action: 'account.delete',
    detail: null,
  })
})

test('an order kept for a while is forgotten when its time has come, by the outbox', async () => {
  const person = await aShopper()
  const order = await place({ email: person.email, by: person })
  await finish(order.id, 'paid', 1)
  expect(await deleteAccount({ shopper: person, password: person.password, address: null })).toBe('deleted')
  await finish(order.id, 'paid', 31)
  await db().$executeRaw`UPDATE outbox SET due_at = now() WHERE kind = 'order.forget' AND payload->>'orderId' = ${order.id}`
  await afterDelivery(
    () => orderOf(order.id),
    ({ forgottenAt }) => forgottenAt !== null,
  )
  expect(await orderOf(order.id)).toMatchObject({ name: 'Nafni eytt' })
})

test('a payment under way is not disturbed by a deletion: it is taken, and the order keeps where it goes', async () => {
  await resetSandbox()
  await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
  const person = await aShopper()
  const order = await place({ email: person.email, by: person, address: true })
  await deleteAccount({ shopper: person, password: person.password, address: null })
  expect(await orderOf(order.id)).toMatchObject({ state: 'open', email: person.email, address: 'Laugavegur 1', forgottenAt: null })
  await onThePhone(order.paymentId, 'accept')
  const looked = async () => {
    await refreshPayment(order.paymentId, 'merchant')
    return readPayment(order.paymentId)
  }
  await until(looked, ({ state }) => state === 'confirmed', 60_000)
  await db().$transaction((tx) => forgetOrder(tx, { orderId: order.id, pseudonym: 'customer-x' }))
  expect(await orderOf(order.id)).toMatchObject({ state: 'paid', email: person.email, forgottenAt: null })
})

test('many deletions at once are one', async () => {
  const person = await aShopper()
  const wish = { shopper: person, password: person.password, address: null }
  expect(await Promise.all([deleteAccount(wish), deleteAccount(wish), deleteAccount(wish)])).toEqual(['deleted', 'deleted', 'deleted'])
  expect(await db().auditEntry.count({ where: { subject: `shopper:${person.id}` } })).toBe(1)
})
