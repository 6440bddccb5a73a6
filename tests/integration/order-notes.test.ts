// What the merchant writes to an order: kept once, as it was written, for everybody who reads orders.
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { longestNote, noteText, notesOf, writeNote } from '@/lib/orders/notes'
import { readStory } from '@/lib/payments/story'
import { readPayment, startOne } from '../support/shop'
import { aBrowser, aPerson } from '../support/staff'

async function anOrder() {
  const { paymentId } = await startOne()
  return (await readPayment(paymentId)).order
}

const textsOf = async (orderId: string) => (await notesOf(orderId)).map(({ text }) => text)

test('a note is kept as it was written, e-mail addresses and all, with who and when, and stands in the timeline', async () => {
  const { id, number, createdAt } = await anOrder()
  const clerk = await aPerson('clerk')
  const text = 'Sunna hringdi.\nHún vill fá svar á sunna@example.is, s. 822-3281.'
  expect(await writeNote({ number, text, actor: `user:${clerk.id}`, formKey: newId() })).toBe('written')
  const story = await readStory({ id, payments: [] })
  expect(story.human).toMatchObject([{ kind: 'note', text, actor: `user:${clerk.id}` }])
  expect(story.names.get(`user:${clerk.id}`)).toBe('Próf clerk')
  expect(story.human[0]?.at.getTime()).toBeGreaterThanOrEqual(createdAt.getTime())
})

test('the audit says that a note was written, and not what', async () => {
  const { number } = await anOrder()
  await writeNote({ number, text: 'Kaupandinn er á sunna@example.is', actor: 'user:test', formKey: newId() })
  const entries = await db().auditEntry.findMany({ where: { subject: `order:${number}` } })
  expect(entries).toMatchObject([{ actor: 'user:test', action: 'order.note', reason: null, detail: null }])
})

test('a form sent many times at once writes one note, and one entry in the audit', async () => {
  const { id, number } = await anOrder()
  const wish = { number, text: 'Once', actor: 'user:test', formKey: newId() }
  const answers = await Promise.all(Array.from({ length: 6 }, () => writeNote(wish)))
  expect(answers).toEqual(Array.from({ length: 6 }, () => 'written'))
  expect(await textsOf(id)).toEqual(['Once'])
  expect(await db().auditEntry.count({ where: { subject: `order:${number}` } })).toBe(1)
})

test('a form that has written its note never says of another that it was kept', async () => {
  const [one, other] = [await anOrder(), await anOrder()]
  const wish = { number: one.number, text: 'The first', actor: 'user:test', formKey: newId() }
  await writeNote(wish)
  for (const change of [{ text: 'Another' }, { actor: 'user:somebody' }, { number: other.number }])
    expect(await writeNote({ ...wish, ...change })).toBe('stale')
  expect(await textsOf(one.id)).toEqual(['The first'])
  expect(await textsOf(other.id)).toEqual([])
})

test('there is nothing to write to where there is no order', async () => {
  expect(await writeNote({ number: 999_999_999, text: 'Nobody', actor: 'user:test', formKey: newId() })).toBe('gone')
})

test('the latest note comes first', async () => {
  const { id, number } = await anOrder()
  for (const text of ['1', '2', '3']) await writeNote({ number, text, actor: 'user:test', formKey: newId() })
  expect(await textsOf(id)).toEqual(['3', '2', '1'])
})

test.each([
  ['nothing', '', 'note_missing'],
  ['nothing but space', ' \r\n\t ', 'note_missing'],
  ['no text', undefined, 'note_missing'],
  ['a character too many', 'x'.repeat(longestNote + 1), 'note_long'],
  ['a null, which Postgres cannot keep', 'a\u0000b', 'note_strange'],
  ['a turn of the direction of reading', 'a\u202eb', 'note_strange'],
])('%s is no note', (_, typed, problem) => {
  expect(noteText.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([problem])
})

test.each([
  ['as long as may be', 'ð'.repeat(longestNote), 'ð'.repeat(longestNote)],
  [
    'of as many lines as may be, which a browser sends as two characters each',
    `a${'\r\n'.repeat(longestNote - 2)}b`,
    `a${'\n'.repeat(longestNote - 2)}b`,
  ],
  ['with space around it', '  Hringja\tá morgun 🧶 \r\n', 'Hringja\tá morgun 🧶'],
])('a note %s is kept', async (_, typed, kept) => {
  const { id, number } = await anOrder()
  expect(await writeNote({ number, text: noteText.parse(typed), actor: 'user:test', formKey: newId() })).toBe('written')
  expect(await textsOf(id)).toEqual([kept])
})

test('a viewer reads notes and has nothing to write them in; a note is never markup', async () => {
  const { number } = await anOrder()
  const tag = newId()
  await writeNote({ number, text: `<script>${tag}</script>`, actor: 'user:test', formKey: newId() })
  const pageFor = async (role: 'viewer' | 'clerk') => {
    const browser = aBrowser()
    await browser.signIn(await aPerson(role))
    return (await browser.ask(`/admin/orders/${number}`)).text()
  }
  for (const role of ['viewer', 'clerk'] as const) {
    const page = await pageFor(role)
    expect(page).toContain(`&lt;script&gt;${tag}&lt;/script&gt;`)
    expect(page).not.toContain(`<script>${tag}`)
    expect(page.includes('<textarea')).toBe(role === 'clerk')
  }
})
