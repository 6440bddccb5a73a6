// What is done about the goods of a paid order: once each, in a row, told to the shopper and kept for good.
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { stepsOf, type StepWish } from '@/lib/orders/fulfilment'
import { listOrders } from '@/lib/orders/merchant-queries'
import { orderToken } from '@/lib/orders/token'
import { deliverDue } from '@/lib/outbox/deliver'
import { fulfil as takeStep } from '@/lib/payments/fulfil'
import { readStory } from '@/lib/payments/story'
import { anOrder, mailsOf } from '../support/orders'
import { until } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

const link = 'https://posturinn.is/rakning?n=RR1&l=is'
const wish = (number: number, more: Partial<StepWish>): StepWish => ({
  number,
  step: 'packed',
  trackingUrl: null,
  actor: 'user:test',
  position: 1,
  formKey: newId(),
  ...more,
})
const taken = async (orderId: string) => (await stepsOf(orderId)).map(({ step }) => step)

/** The server's own timer delivers too: whoever comes first. */
async function mailsFor(orderId: string, count: number) {
  return until(
    async () => (await deliverDue(), mailsOf(`order-step:${orderId}:`)),
    (mails) => mails.length >= count,
    60_000,
  )
}

test('an order is packed and sent: by whom and when stands in the timeline and in the audit, and the shopper gets one mail with the way to follow it', async () => {
  const { id, number } = await anOrder()
  const clerk = await aPerson('clerk')
  const actor = `user:${clerk.id}`
  expect(await takeStep(wish(number, { actor }))).toBe('taken')
  expect(await takeStep(wish(number, { actor, step: 'sent', trackingUrl: link, position: 2 }))).toBe('taken')
  const story = await readStory({ id, payments: [] })
  expect(story.human).toMatchObject([
    { kind: 'step', step: 'packed', actor },
    { kind: 'step', step: 'sent', trackingUrl: link },
  ])
  expect(story.names.get(actor)).toBe('Próf clerk')
  const deeds = await db().auditEntry.findMany({ where: { subject: `order:${number}` }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ actor, action }) => [actor, action])).toEqual([
    [actor, 'order.packed'],
    [actor, 'order.sent'],
  ])
  const [mail, ...more] = await mailsFor(id, 1)
  expect(more).toEqual([])
  expect(mail?.to).toBe('sunna@example.is')
  expect(mail?.subject).toBe(`Pöntun ${number} er lögð af stað`)
  expect(mail?.text).toContain(`\n${link}\n`)
  expect(mail?.text).toContain(`/is/orders/${orderToken(id)}`)
  expect(mail?.text).toContain('1 × Prófpeysa (M)')
})

test('whoever ordered in English is told in English that it can be collected', async () => {
  const { id, number } = await anOrder({ delivery: 'collect', locale: 'en' })
  expect(await takeStep(wish(number, { step: 'ready' }))).toBe('taken')
  const [mail] = await mailsFor(id, 1)
  expect(mail?.subject).toBe(`Order ${number} is ready to collect`)
  expect(mail?.text).toMatch(/^Hello Sunna Björk,\n/)
})

test('of two people who send it at once one does, and it is mailed once', async () => {
  const { id, number } = await anOrder()
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => takeStep(wish(number, { step: 'sent', actor: `user:${i}` }))))
  expect(answers.toSorted()).toEqual(['stale', 'stale', 'stale', 'stale', 'stale', 'taken'])
  expect(await taken(id)).toEqual(['sent'])
  expect(await db().outbox.count({ where: { causeKey: { startsWith: `order-step:${id}:` } } })).toBe(1)
  expect(await db().auditEntry.count({ where: { subject: `order:${number}` } })).toBe(1)
})

test('a form sent many times takes one step, and never says of another that it was taken', async () => {
  const [one, other] = [await anOrder(), await anOrder()]
  const form = wish(one.number, {})
  expect(await Promise.all(Array.from({ length: 5 }, () => takeStep(form)))).toEqual(Array.from({ length: 5 }, () => 'taken'))
  expect(await takeStep({ ...form, step: 'sent' })).toBe('stale')
  expect(await takeStep({ ...form, number: other.number })).toBe('stale')
  expect([await taken(one.id), await taken(other.id)]).toEqual([['packed'], []])
})

test.each(['open', 'expired', 'cancelled', 'refunded'])('nothing leaves the house for an order that is %s', async (state) => {
  const { id, number } = await anOrder({ state })
  for (const step of ['packed', 'sent'] as const) expect(await takeStep(wish(number, { step }))).toBe('not_paid')
  expect(await taken(id)).toEqual([])
  expect(await db().order.findUnique({ where: { id } })).toMatchObject({ state, fulfilment: null })
  expect(await db().auditEntry.count({ where: { subject: `order:${number}` } })).toBe(0)
})

test('what was sold at a till is not packed, and what was refunded in part is', async () => {
  const till = await anOrder({ channel: 'pos', delivery: 'collect' })
  expect(await takeStep(wish(till.number, {}))).toBe('not_paid')
  const part = await anOrder({ state: 'part_refunded' })
  expect(await takeStep(wish(part.number, {}))).toBe('taken')
})

test('a step that does not follow is refused', async () => {
  const collected = await anOrder({ delivery: 'collect' })
  expect(await takeStep(wish(collected.number, { step: 'sent' }))).toBe('not_now')
  const posted = await anOrder()
  expect(await takeStep(wish(posted.number, { step: 'ready' }))).toBe('not_now')
  expect(await takeStep(wish(posted.number, { step: 'sent', position: 2 }))).toBe('stale')
  expect(await takeStep(wish(999_999_999, {}))).toBe('gone')
})

test('another tracking link is another mail; without a link there is nothing to tell again', async () => {
  const { id, number } = await anOrder()
  await takeStep(wish(number, { step: 'sent' }))
  expect(await takeStep(wish(number, { step: 'sent', position: 2 }))).toBe('link_missing')
  expect(await takeStep(wish(number, { step: 'sent', position: 2, trackingUrl: link }))).toBe('taken')
  const mails = await mailsFor(id, 2)
  expect(mails.map(({ subject }) => subject)).toEqual([
    `Pöntun ${number} er lögð af stað`,
    `Pöntun ${number}: hér geturðu fylgst með henni`,
  ])
  expect(mails[0]?.text).not.toContain('rakning')
  expect(mails[1]?.text).toContain(link)
})

test('a link is kept only with what was sent', async () => {
  const { id, number } = await anOrder()
  await takeStep(wish(number, { step: 'packed', trackingUrl: link }))
  expect((await stepsOf(id)).map(({ trackingUrl }) => trackingUrl)).toEqual([null])
})

test('to be packed is what is paid and untouched, until somebody touches it', async () => {
  const tag = newId().replace(/[^a-z0-9]/gi, '')
  const name = (more: object) => anOrder({ name: `Þóra ${tag}`, ...more })
  const [paid, part] = [await name({}), await name({ state: 'part_refunded' })]
  await Promise.all([
    name({ state: 'open' }),
    name({ state: 'refunded' }),
    name({ state: 'cancelled' }),
    anOrder({ channel: 'pos', delivery: 'collect' }),
  ])
  const listed = async () => (await listOrders({ filter: 'to_pack', search: tag, particulars: true })).rows.map(({ number }) => number)
  expect(await listed()).toEqual([part.number, paid.number])
  await takeStep(wish(paid.number, {}))
  expect(await listed()).toEqual([part.number])
  expect((await listOrders({ filter: 'all', search: String(paid.number), particulars: true })).rows[0]?.fulfilment).toBe('packed')
})

test('the shopper sees on the order’s page how far the goods are, in the language of the page', async () => {
  const { id, number } = await anOrder()
  const page = async (locale: string) => (await aBrowser().ask(`/${locale}/orders/${orderToken(id)}`)).text()
  expect(await page('is')).toContain('Verið að pakka')
  await takeStep(wish(number, { step: 'sent', trackingUrl: link }))
  expect(await page('is')).toContain('Á leið til þín')
  const english = await page('en')
  expect(english).toContain('On its way to you')
  expect(english).toContain(`href="${link.replaceAll('&', '&amp;')}"`)
  const unpaid = await anOrder({ state: 'open' })
  expect(await (await aBrowser().ask(`/is/orders/${orderToken(unpaid.id)}`)).text()).not.toContain('Vörurnar þínar')
})

test('a viewer sees the steps and has no button for another', async () => {
  const { number } = await anOrder()
  await takeStep(wish(number, { actor: 'user:test' }))
  const pageFor = async (role: 'viewer' | 'clerk') => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    return (await browser.ask(`/admin/orders/${number}`)).text()
  }
  expect(await pageFor('clerk')).toContain('value="sent"')
  const viewers = await pageFor('viewer')
  expect(viewers).toContain('Pakkað')
  expect(viewers).not.toContain('value="sent"')
})
