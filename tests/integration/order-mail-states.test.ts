// The mails of an order as those who work here see them, and one of them once more.
import { expect, test } from 'vitest'
import { db, inTransaction } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { mostAgainAnHour, sendAgain } from '@/lib/mail/again'
import { mailsOfOrder } from '@/lib/mail/of-order'
import { enqueue } from '@/lib/outbox/commands'
import { fulfil } from '@/lib/payments/fulfil'
import { anOrder } from '../support/orders'
import { afterDelivery, mainOf } from '../support/shopper'
import { aBrowser, aPerson } from '../support/staff'

type Made = Awaited<ReturnType<typeof anOrder>>

const listed = async ({ id }: Pick<Made, 'id'>) => mailsOfOrder(await db().order.findUniqueOrThrow({ where: { id } }))
const written = (order: Pick<Made, 'id'>, count: number) =>
  afterDelivery(
    () => listed(order),
    (mails) => mails.filter(({ to }) => to !== null).length >= count,
  )
const outboxKeyOf = async (id: bigint) => {
  const { causeKey, kind } = await db().outbox.findUniqueOrThrow({ where: { id } })
  return `${causeKey}:${kind}`
}

/** An order whose mails say that it is paid and that it was sent; they are kept, as no server is set. */
async function aSentOrder() {
  const order = await anOrder()
  await inTransaction((tx) => enqueue(tx, { causeKey: `payment:${order.id}:1`, kind: 'mail.order_paid', payload: { orderId: order.id } }))
  const sent = { number: order.number, step: 'sent', trackingUrl: null, actor: 'user:test', position: 1, formKey: newId() } as const
  expect(await fulfil(sent)).toBe('taken')
  const [paid, step] = await written(order, 2)
  if (!paid || !step) throw new Error('two mails were written')
  return { ...order, paid, step }
}

const wish = (number: number, id: bigint, more: object = {}) => ({ number, id, actor: 'user:test', formKey: newId(), ...more })

test('each mail of an order is listed with what became of it, and those of another order are not', async () => {
  const [order, other] = [await aSentOrder(), await aSentOrder()]
  const mails = await listed(order)
  expect(mails).toMatchObject([
    { kind: 'order_paid', step: null, state: 'kept', to: 'sunna@example.is', actor: null, mayGoAgain: true },
    { kind: 'order_step', step: 'sent', state: 'kept', to: 'sunna@example.is', actor: null, mayGoAgain: true },
  ])
  expect((await listed(other)).map(({ id }) => id)).not.toContain(mails[0]?.id)
})

test.each([
  ['due', 'waiting', false],
  ['handed_over', 'on_its_way', false],
  ['refused', 'refused', true],
  ['unclear', 'unclear', true],
] as const)('a mail that is %s is told as %s', async (stored, state, mayGoAgain) => {
  const order = await aSentOrder()
  const later = new Date(Date.now() + 3_600_000)
  const outboxKey = await outboxKeyOf(order.step.id)
  await db().mail.update({
    where: { outboxKey },
    data: { state: stored, attempts: 1, dueAt: later, claimUntil: later, lastError: '550 no such mailbox' },
  })
  const mail = (await listed(order)).find(({ id }) => id === order.step.id)
  expect(mail).toMatchObject({ state, mayGoAgain, error: state === 'on_its_way' ? null : '550 no such mailbox' })
  expect(mail?.again?.getTime() ?? null).toBe(state === 'waiting' ? later.getTime() : null)
})

test('a mail that was sent says when; one that waits to be written and one that never could be are told apart', async () => {
  const order = await aSentOrder()
  const sentAt = new Date('2026-11-20T10:00:00Z')
  await db().mail.update({ where: { outboxKey: await outboxKeyOf(order.paid.id) }, data: { state: 'sent', sentAt } })
  const later = new Date(Date.now() + 3_600_000)
  for (const [kind, attempts] of [
    ['mail.order_refunded', 0],
    ['mail.order_placed', 20],
  ] as const)
    await db().outbox.create({ data: { causeKey: `test:${newId()}`, kind, payload: { orderId: order.id }, dueAt: later, attempts } })
  const states = (await listed(order)).map(({ kind, state, mayGoAgain }) => [kind, state, mayGoAgain])
  expect(states).toEqual([
    ['order_paid', 'sent', true],
    ['order_step', 'kept', true],
    ['order_refunded', 'waiting', false],
    ['order_placed', 'refused', false],
  ])
  expect((await listed(order))[0]?.at).toEqual(sentAt)
})

test('a mail goes once more as a mail of its own, with who asked in the list and in the audit, however often the form is sent', async () => {
  const order = await aSentOrder()
  const form = wish(order.number, order.step.id)
  expect(await Promise.all([sendAgain(form), sendAgain(form), sendAgain(form)])).toEqual(['asked', 'asked', 'asked'])
  const mails = await written(order, 3)
  expect(mails).toHaveLength(3)
  expect(mails[2]).toMatchObject({
    kind: 'order_step',
    step: 'sent',
    state: 'kept',
    actor: 'user:test',
    mayGoAgain: false,
    subject: order.step.subject,
  })
  const audited = await db().auditEntry.findMany({ where: { subject: `order:${order.number}`, action: 'order.mail_again' } })
  expect(audited.map(({ actor, detail }) => ({ actor, detail }))).toEqual([{ actor: 'user:test', detail: { mail: 'order_step' } }])
})

test('what is no longer so is not told again', async () => {
  const order = await aSentOrder()
  const link = 'https://example.is/1'
  expect(await fulfil({ number: order.number, step: 'sent', trackingUrl: link, actor: 'user:test', position: 2, formKey: newId() })).toBe(
    'taken',
  )
  expect(await sendAgain(wish(order.number, order.step.id))).toBe('stale')
  await db().order.update({ where: { id: order.id }, data: { state: 'refunded' } })
  expect(await sendAgain(wish(order.number, order.paid.id))).toBe('stale')
  expect(await db().outbox.count({ where: { kind: 'mail.again', payload: { path: ['orderId'], equals: order.id } } })).toBe(0)
})

test('nobody is mailed again of whom nothing is kept, and neither an order nor a mail is made up', async () => {
  const [order, other] = [await aSentOrder(), await aSentOrder()]
  expect(await sendAgain(wish(order.number, other.paid.id))).toBe('gone')
  expect(await sendAgain(wish(999_999_999, order.paid.id))).toBe('gone')
  await db().order.update({ where: { id: order.id }, data: { forgottenAt: new Date(), name: 'x', email: 'x@deleted.invalid' } })
  expect(await sendAgain(wish(order.number, order.paid.id))).toBe('stale')
  expect((await listed(order)).map(({ to }) => to)).toEqual([null, null])
})

test('a mailbox is not filled: five an hour, by all together', async () => {
  const order = await aSentOrder()
  const asked = () => sendAgain(wish(order.number, order.paid.id))
  for (let i = 0; i < mostAgainAnHour; i++) expect(await asked()).toBe('asked')
  expect(await asked()).toBe('too_many')
})

test('a clerk sees whom it went to and may send it again; a viewer sees neither', async () => {
  const order = await aSentOrder()
  const t = words('en', 'orderMails')
  const pageFor = async (role: 'viewer' | 'clerk') => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    browser.cookies.set('locale', 'en')
    const main = mainOf(await (await browser.ask(`/admin/orders/${order.number}`)).text())
    return main.slice(main.indexOf('id="mails"'))
  }
  const clerks = await pageFor('clerk')
  expect([clerks.includes('sunna@example.is'), clerks.includes(t('again')), clerks.includes(t('kept').slice(0, 20))]).toEqual([
    true,
    true,
    true,
  ])
  const viewers = await pageFor('viewer')
  expect([viewers.includes('sunna@example.is'), viewers.includes(t('again')), viewers.includes(t('state.kept'))]).toEqual([
    false,
    false,
    true,
  ])
})
