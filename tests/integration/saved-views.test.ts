// A person's own lists of orders: kept by name, opened by address, taken away; nobody else's business.
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { mostViews, removeView, saveView, viewName, viewsOf } from '@/lib/orders/views'
import { aBrowser, aPerson, formWith } from '../support/staff'

const kept = async (userId: string) => (await viewsOf(userId)).map(({ name, query }) => [name, query])

test('a list is kept under its name; the same name again holds the new list', async () => {
  const { id: userId } = await aPerson('clerk')
  expect(await saveView({ userId, name: 'Stórar', query: 'sort=amount' })).toBe('saved')
  expect(await saveView({ userId, name: 'Að pakka', query: 'state=to_pack' })).toBe('saved')
  expect(await saveView({ userId, name: 'Stórar', query: 'state=paid&sort=amount' })).toBe('saved')
  expect(await kept(userId)).toEqual(
    expect.arrayContaining([
      ['Að pakka', 'state=to_pack'],
      ['Stórar', 'state=paid&sort=amount'],
    ]),
  )
  expect(await kept(userId)).toHaveLength(2)
})

test('nobody sees or takes away another’s', async () => {
  const [one, other] = [await aPerson('clerk'), await aPerson('owner')]
  await saveView({ userId: one.id, name: 'Mín', query: 'state=paid' })
  expect(await kept(other.id)).toEqual([])
  const [view] = await viewsOf(one.id)
  if (!view) throw new Error('no view')
  await removeView({ userId: other.id, id: view.id })
  expect(await kept(one.id)).toHaveLength(1)
  await removeView({ userId: one.id, id: view.id })
  await removeView({ userId: one.id, id: view.id })
  expect(await kept(one.id)).toEqual([])
})

test('there are twenty at most, also of many saved at once; one of them can still be changed', async () => {
  const { id: userId } = await aPerson('clerk')
  const answers = await Promise.all(Array.from({ length: mostViews + 3 }, (_, i) => saveView({ userId, name: `n${i}`, query: '' })))
  expect(answers.filter((answer) => answer === 'saved')).toHaveLength(mostViews)
  const [first] = await kept(userId)
  expect(await saveView({ userId, name: first?.[0] ?? '', query: 'sort=oldest' })).toBe('saved')
  expect(await saveView({ userId, name: 'one more', query: '' })).toBe('too_many')
})

test('what goes with a person goes with them', async () => {
  const { id } = await aPerson('viewer')
  await saveView({ userId: id, name: 'Mín', query: '' })
  await db().user.delete({ where: { id } })
  expect(await kept(id)).toEqual([])
})

test.each([
  ['', 'name_missing'],
  [' \n ', 'name_missing'],
  ['x'.repeat(61), 'name_long'],
  ['a\u0000b', 'name_strange'],
  ['a\u202eb', 'name_strange'],
])('%j is no name', (typed, problem) => {
  expect(viewName.safeParse(typed).error?.issues[0]?.message).toBe(problem)
})

test('without JavaScript a viewer saves what the page shows, opens it by its link and deletes it', async () => {
  const person = await aPerson('viewer')
  const browser = aBrowser()
  await browser.signIn(person)
  browser.cookies.set('locale', 'en')
  const { appUrl } = (await import('@/lib/env')).env()
  const send = async (path: string, form: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form)) body.append(name, value)
    return browser.ask(path, { method: 'POST', body, headers: { origin: appUrl } })
  }
  const at = '/admin?state=paid&sort=amount'
  const page = await (await browser.ask(at)).text()
  await send(at, { ...formWith(page, 'name'), name: 'Big <b>ones' })
  expect(await kept(person.id)).toEqual([['Big <b>ones', 'state=paid&sort=amount']])
  const after = await (await browser.ask('/admin')).text()
  expect(after).toContain('href="/admin?state=paid&amp;sort=amount"')
  expect(after).toContain('Big &lt;b&gt;ones')
  await send('/admin', formWith(after, 'view'))
  expect(await kept(person.id)).toEqual([])
})
