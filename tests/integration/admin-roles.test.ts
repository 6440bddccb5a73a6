// Who may do what in the admin: every action × every identity, called directly, against a table one can read.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { roles, type Role } from '@/lib/auth/roles'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { FormState } from '@/lib/form-state'
import { newId } from '@/lib/ids'

const request = vi.hoisted(() => ({ headers: new Headers(), jar: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => void request.jar.set(name, value),
  }),
}))
vi.mock('next/cache', () => ({ refresh: () => {} }))
class Redirected extends Error {}
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Redirected(to)
  },
  forbidden: () => {
    throw new Error('forbidden')
  },
}))

const { beginSession } = await import('@/lib/auth/session')
const orders = { ...(await import('@/app/admin/orders/[order]/actions')), ...(await import('@/app/admin/orders/actions')) }
const views = await import('@/app/admin/views/actions')
const withdrawals = await import('@/app/admin/withdrawals/actions')
const attention = await import('@/app/admin/attention/actions')
const callbacks = await import('@/app/admin/callbacks/actions')
const settings = await import('@/app/admin/settings/actions')
const mails = await import('@/app/admin/mails/actions')
const refunds = await import('@/app/admin/refunds/actions')
const products = await import('@/app/admin/products/actions')
const pos = await import('@/app/admin/pos/actions')
const leaving = await import('@/app/admin/sign-out/actions')

type Action = (before: FormState<never>, form: FormData) => Promise<FormState>
// An id of the right shape that is nobody's, so that an allowed call changes nothing and is told "gone".
const nobodys = newId()
const table: [name: string, who: string, action: unknown, fields: Record<string, string>][] = [
  ['orders/check', 'clerk manager owner', orders.check, { paymentId: nobodys }],
  ['orders/confirm', 'clerk manager owner', orders.confirm, { paymentId: nobodys }],
  ['orders/cancel', 'clerk manager owner', orders.cancel, { paymentId: nobodys, reason: 'because' }],
  ['orders/release', 'clerk manager owner', orders.release, { paymentId: nobodys, reason: 'because' }],
  ['orders/bulk', 'clerk manager owner', orders.bulk, { deed: 'check', 'order-999999999': 'on' }],
  ['orders/step', 'clerk manager owner', orders.step, { order: '999999999', step: 'packed', formKey: nobodys }],
  ['orders/keep', 'clerk manager owner', orders.keep, { order: '999999999' }],
  ['orders/note', 'clerk manager owner', orders.note, { order: '999999999', text: 'a note', formKey: nobodys }],
  ['mails/again', 'clerk manager owner', mails.again, { order: '999999999', mail: '999999999999', formKey: nobodys }],
  ['refunds/refund', 'clerk manager owner', refunds.refund, { paymentId: nobodys, amount: '100', reason: 'because', formKey: nobodys }],
  ['refunds/retry', 'clerk manager owner', refunds.retry, { refundId: nobodys }],
  ['refunds/settle', 'manager owner', refunds.settle, { refundId: nobodys, made: 'no', reason: 'because' }],
  ['attention/clear', 'manager owner', attention.clear, { item: '999999999999', reason: 'because' }],
  ['callbacks/replay', 'clerk manager owner', callbacks.replay, { callback: '999999999999' }],
  ['settings/save', 'manager owner', settings.save, { confirmationType: '2', captureBy: 'shop' }],
  ['settings/saveAgreement', 'manager owner', settings.saveAgreement, { gateway: 'none' }],
  ['settings/saveAlertLanguage', 'manager owner', settings.saveAlertLanguage, { alertLocale: 'none' }],
  ['settings/testAlert', 'manager owner', settings.testAlert, {}],
  ['settings/testCallbacks', 'manager owner', settings.testCallbacks, { gateway: 'nobody' }],
  ['settings/testConnection', 'manager owner', settings.testConnection, { gateway: 'nobody' }],
  ['views/save', 'viewer clerk manager owner', views.save, { name: '' }],
  ['views/remove', 'viewer clerk manager owner', views.remove, { view: '999999999' }],
  ['withdrawals/settle', 'clerk manager owner', withdrawals.settle, { withdrawal: '999999999999' }],
  ['products/changeSize', 'manager owner', products.changeSize, { product: '999999999', variant: '999999999', deed: 'remove' }],
  ['products/count', 'clerk manager owner', products.count, { product: '999999999', 'counted-1': '1', 'seen-1': '2', reason: 'because' }],
  ['products/create', 'manager owner', products.create, {}],
  ['products/draw', 'manager owner', products.draw, { product: '999999999', version: '0', drawing: '1sw0-wk---' }],
  ['products/edit', 'manager owner', products.edit, { product: '999999999', version: '0' }],
  ['products/hide', 'manager owner', products.hide, { product: '999999999', hidden: 'yes' }],
  ['products/size', 'manager owner', products.size, { product: '999999999', size: 'M' }],
  ['pos/sell', 'cashier clerk manager owner', pos.sell, {}],
  ['pos/find', 'cashier clerk manager owner', pos.find, { typed: 'nothing is called this' }],
  ['pos/again', 'cashier clerk manager owner', pos.again, { paymentId: nobodys }],
  ['pos/code', 'cashier clerk manager owner', pos.code, { paymentId: nobodys, code: '1234' }],
  ['pos/cancel', 'cashier clerk manager owner', pos.cancel, { paymentId: nobodys }],
  ['pos/next', 'cashier clerk manager owner', pos.next, { paymentId: nobodys }],
  ['pos/register', 'cashier clerk manager owner', pos.register, {}],
]
/** What needs no role. */
const forAnybody = ['sign-in', 'sign-out', 'language']

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

async function told(action: unknown, fields: Record<string, string>): Promise<FormState | string> {
  return (action as Action)({}, form(fields)).catch((error: unknown) => {
    if (error instanceof Redirected) return error.message
    throw error
  })
}

async function become(role: Role | null): Promise<string> {
  request.jar.clear()
  const id = newId()
  if (!role) return id
  await db().user.create({ data: { id, email: `${id}@example.is`.toLowerCase(), name: role, passwordHash: await hash, role } })
  await beginSession({ id, sessionVersion: 0 })
  return id
}
const hash = hashPassword('not needed here')

beforeEach(() => {
  request.headers = new Headers({ origin: env().appUrl })
})

test('the table names every action of the admin', () => {
  const files = readdirSync(path.resolve('app/admin'), { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'actions.ts')
  const rooms = new Set(files.map((file) => path.dirname(file).replace(/\/\[.*$/, '')))
  const folders = [...rooms].filter((folder) => !forAnybody.includes(folder))
  const modules = { orders, mails, attention, callbacks, settings, products, pos, refunds, views, withdrawals } as Record<string, object>
  expect(folders.toSorted()).toEqual(Object.keys(modules).toSorted())
  const exported = folders.flatMap((folder) => Object.keys(modules[folder] ?? {}).map((name) => `${folder}/${name}`))
  expect(exported.toSorted()).toEqual(table.map(([name]) => name).toSorted())
})

describe.each(table)('%s, for %s', (_, who, action, fields) => {
  test('sends a stranger to the sign-in', async () => {
    await become(null)
    expect(await told(action, fields)).toMatch(/^\/admin\/sign-in/)
  })

  test.each(roles)('called by a %s', async (role) => {
    await become(role)
    const answer = await told(action, fields)
    if (who.split(' ').includes(role)) expect(answer).not.toMatchObject({ problem: 'not_allowed' })
    else expect(answer).toEqual({ problem: 'not_allowed' })
  })

  test.each([
    ['no origin', {}],
    ['another site', { origin: 'https://evil.example' }],
    ['null', { origin: 'null' }],
    ['a malformed origin', { origin: 'https://' }],
    ['ours, across sites', { origin: env().appUrl, 'sec-fetch-site': 'cross-site' }],
  ])('does nothing for a request from %s', async (_, headers) => {
    await become('owner')
    request.headers = new Headers(headers as Record<string, string>)
    expect(await told(action, fields)).toEqual({ problem: 'foreign_origin' })
  })

  test('does nothing for somebody whose role was just taken away', async () => {
    const id = await become('owner')
    await db().user.update({ where: { id }, data: { role: 'viewer', sessionVersion: { increment: 1 } } })
    expect(await told(action, fields)).toMatch(/^\/admin\/sign-in/)
  })
})

test.each([
  [{}, { item: 'gone', reason: 'reason_missing' }],
  [{ item: 'x', reason: 'r'.repeat(501) }, { item: 'gone', reason: 'reason_long' }],
  [{ item: "1'; DROP TABLE attention", reason: ' ' }, { item: 'gone', reason: 'reason_missing' }],
])('what does not fit is told at its field: %j', async (fields, errors) => {
  await become('manager')
  expect(await told(attention.clear, fields as Record<string, string>)).toMatchObject({ errors })
})

test('settings are kept with who changed them from what, and what is not offered is refused', async () => {
  const before = await db().setting.findMany()
  const id = await become('manager')
  try {
    expect(await told(settings.save, { confirmationType: '3', captureBy: 'nobody' })).toMatchObject({ errors: { confirmationType: 'choose', captureBy: 'choose' } })
    await told(settings.save, { confirmationType: '1', captureBy: 'merchant' })
    await told(settings.save, { confirmationType: '2', captureBy: 'shop' })
    const entries = await db().auditEntry.findMany({ where: { actor: `user:${id}`, action: 'settings.save' }, orderBy: { id: 'asc' } })
    expect(entries.at(-1)?.detail).toEqual({ before: { confirmationType: 1, captureBy: 'merchant' }, after: { confirmationType: 2, captureBy: 'shop' } })
  } finally {
    for (const { key, value } of before) await db().setting.update({ where: { key }, data: { value: value as number | string } })
  }
})

test('a sign-out ends the session for every copy of its cookie', async () => {
  await become('owner')
  const copy = new Map(request.jar)
  expect(await told(leaving.signOut, {})).toBe('/admin/sign-in?signed-out')
  request.jar.clear()
  for (const [name, value] of copy) request.jar.set(name, value)
  expect(await told(settings.save, { confirmationType: '2', captureBy: 'shop' })).toMatch(/^\/admin\/sign-in/)
})
