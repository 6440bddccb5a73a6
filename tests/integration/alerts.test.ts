// What the merchant is told outside the admin: once per cause, by mail and by a signed post that leaves outside any
// transaction. The database is shared: each test looks at its own causes only.
import { createHmac, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mailAlerts } from '@/lib/alerts/mail'
import { recentAlerts } from '@/lib/alerts/queries'
import { raiseAlerts, raiseTestAlert } from '@/lib/alerts/raise'
import type { AlertSettings } from '@/lib/alerts/settings'
import { retryAfter, sendWebhooks } from '@/lib/alerts/webhook'
import { db, inTransaction } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { deliverDue } from '@/lib/outbox/deliver'
import { clearAttention, openAttention } from '@/lib/payments/attention'
import { checkout } from '@/lib/payments/start'
import { aGatewayWithAPayment, exchanges } from '../support/guards'
import { aCart, aForm, aProduct, merchantChooses, onThePhone, paymentOf, readPayment, resetSandbox, startOne, until } from '../support/shop'
import { tinyServer } from '../support/tiny-server'

vi.setConfig({ testTimeout: 60_000 })

const secret = 'a secret of at least thirty-two characters'
const nowhere: AlertSettings = { mail: undefined, webhook: undefined, lowStockAt: 2, locale: 'is' }
const byMail = (): AlertSettings & { mail: string } => ({ ...nowhere, mail: `${randomUUID()}@example.is` })
const byWebhook = (url: string): AlertSettings => ({ ...nowhere, webhook: { url, secret } })

const closers: (() => Promise<void>)[] = []
beforeEach(async () => {
  // Left by other tests; nobody else sends.
  await db().webhookDelivery.deleteMany()
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** All there is to tell is told, in as many rounds as it takes. */
async function raiseAll(settings: AlertSettings, gateways: readonly string[] = []): Promise<void> {
  while ((await raiseAlerts({ settings, gateways })) > 0);
}
const alertsOf = (kind: string, subject: string | number | bigint) => db().alert.findMany({ where: { kind, subject: String(subject) }, orderBy: { id: 'asc' } })
async function mailsTo(to: string) {
  while ((await deliverDue()) > 0);
  return db().mail.findMany({ where: { to } })
}

async function anItem(): Promise<{ id: bigint; order: number; paymentId: string }> {
  const { paymentId } = await startOne()
  await openAttention(db(), paymentId, 'surplus', 'a test')
  const { id } = await db().attention.findFirstOrThrow({ where: { paymentId } })
  return { id, order: (await readPayment(paymentId)).order.number, paymentId }
}

describe('an alert', () => {
  test('is not raised where nobody is to be told', async () => {
    const { id } = await anItem()
    expect(await raiseAlerts({ settings: nowhere })).toBe(0)
    expect(await raiseTestAlert(nowhere)).toBe(false)
    expect(await alertsOf('attention', id)).toEqual([])
  })

  test('of an attention item is raised once, by however many instances, and mailed once', async () => {
    const { id, order } = await anItem()
    const settings = byMail()
    await Promise.all(Array.from({ length: 8 }, () => raiseAll(settings)))
    await raiseAll(settings)
    expect(await alertsOf('attention', id)).toMatchObject([{ overAt: null, detail: { what: 'surplus', order } }])
    const mails = (await mailsTo(settings.mail)).filter(({ text }) => text.includes(`${env().appUrl}/admin/orders/${order}\n`))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Tvígreitt')
  })

  test('is mailed in the language it was raised in', async () => {
    const { order } = await anItem()
    const settings = { ...byMail(), locale: 'en' as const }
    await raiseAll(settings)
    const mails = (await mailsTo(settings.mail)).filter(({ text }) => text.includes(`/admin/orders/${order}\n`))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toMatch(/^\[Shop\]/)
    expect(mails[0]?.text).toContain(`Order ${order} needs a person: Paid twice`)
    expect(mails[0]?.text).toContain('Each cause is told once.')
  })

  test('that was written down before alerts had a language is mailed in Icelandic', async () => {
    const to = `${randomUUID()}@example.is`
    const { id } = await db().alert.create({ data: { kind: 'test', subject: newId(), detail: {}, overAt: new Date() } })
    await inTransaction((tx) => mailAlerts(tx, newId(), { to, alerts: [String(id)] }))
    expect(await db().mail.findMany({ where: { to } })).toMatchObject([{ subject: '[Búðin] Þetta er prófun. Ekkert er að.' }])
  })

  test('of an attention item is over when a person clears it, and a new item is a new cause', async () => {
    const { id, paymentId } = await anItem()
    const settings = byMail()
    await raiseAll(settings)
    await clearAttention(id, 'user:boss', 'seen')
    await openAttention(db(), paymentId, 'surplus', 'again')
    const again = await db().attention.findFirstOrThrow({ where: { paymentId, clearedAt: null } })
    await raiseAll(settings)
    expect(await alertsOf('attention', id)).toMatchObject([{ overAt: expect.any(Date) }])
    expect(await alertsOf('attention', again.id)).toMatchObject([{ overAt: null }])
  })

  test('of low stock is raised after the sale that made it low, and again only after it was enough', async () => {
    await resetSandbox()
    await merchantChooses({ confirmationType: 2, captureBy: 'shop' })
    const settings = byMail()
    const { variantId } = await aProduct({ stock: 4 })
    const buy = async () => {
      const paymentId = paymentOf(await checkout({ cartId: await aCart(variantId), locale: 'is', form: aForm() }))
      await onThePhone(paymentId, 'accept')
      await until(() => readPayment(paymentId), (p) => p.state === 'confirmed', 60_000)
    }
    await buy()
    await raiseAll(settings)
    expect(await alertsOf('low_stock', variantId)).toEqual([])
    await buy()
    await Promise.all([raiseAll(settings), raiseAll(settings)])
    await raiseAll(settings)
    expect(await alertsOf('low_stock', variantId)).toMatchObject([{ overAt: null, detail: { left: 2, size: 'M' } }])
    await db().variant.update({ where: { id: variantId }, data: { onHand: 9 } })
    await raiseAll(settings)
    await db().variant.update({ where: { id: variantId }, data: { onHand: 1 } })
    await raiseAll(settings)
    expect(await alertsOf('low_stock', variantId)).toMatchObject([{ overAt: expect.any(Date) }, { overAt: null, detail: { left: 1 } }])
    const { sku } = await db().variant.findUniqueOrThrow({ where: { id: variantId } })
    expect((await mailsTo(settings.mail)).filter(({ text }) => text.includes(sku))).toHaveLength(2)
  })

  test('of low stock is not raised by a shop that does not want to know', async () => {
    const { variantId } = await aProduct({ stock: 1 })
    await db().order.create({
      data: {
        id: newId(), checkoutKey: newId(), locale: 'is', name: 'n', email: 'e@example.is', delivery: 'collect', deliveryPrice: 0, total: 12_400, vatTotal: 2_400,
        holdUntil: new Date(), state: 'paid', stock: 'sold', paidAt: new Date(),
        lines: { create: [{ variantId, sku: 's', name: 'n', size: 'M', drawing: 'x', slug: 's', quantity: 1, unitPrice: 12_400, lineTotal: 12_400, vatRate: 24, vatAmount: 2_400 }] },
      },
    })
    await raiseAll({ ...byMail(), lowStockAt: 0 })
    expect(await alertsOf('low_stock', variantId)).toEqual([])
    await raiseAll({ ...byMail(), locale: 'en' })
    const { product } = await db().variant.findUniqueOrThrow({ where: { id: variantId }, include: { product: true } })
    expect(await alertsOf('low_stock', variantId)).toMatchObject([{ detail: { name: product.nameEn } }])
  })

  test('of a gateway that hardly answers is one until it has been well for ten minutes', async () => {
    const settings = byMail()
    const { gateway, fails } = await aGateway()
    await raiseAll(settings, [gateway])
    expect(await alertsOf('gateway_failing', gateway)).toEqual([])
    await fails()
    await raiseAll(settings, [gateway])
    await raiseAll(settings, [gateway])
    expect(await alertsOf('gateway_failing', gateway)).toMatchObject([{ overAt: null }])
    await raiseAll(settings)
    expect(await alertsOf('gateway_failing', gateway)).toMatchObject([{ overAt: null }])
    await db().alert.updateMany({ where: { kind: 'gateway_failing', subject: gateway }, data: { seenAt: new Date(Date.now() - 11 * 60_000) } })
    await raiseAll(settings)
    expect(await alertsOf('gateway_failing', gateway)).toMatchObject([{ overAt: expect.any(Date) }])
    await fails()
    await raiseAll(settings, [gateway])
    expect(await alertsOf('gateway_failing', gateway)).toHaveLength(2)
  })
})

/** A gateway of this test's own, and twenty calls to it that get no answer. */
async function aGateway(): Promise<{ gateway: string; fails: () => Promise<unknown> }> {
  const { gateway, paymentId } = await aGatewayWithAPayment()
  return { gateway, fails: () => exchanges(paymentId, 20, { outcome: 'unknown', error: 'timeout' }) }
}

/** The merchant's own server, which answers as told. */
async function listener(answer: (n: number) => { status: number; headers?: Record<string, string>; body?: string } | 'silence') {
  const server = await tinyServer((_, response) => {
    const said = answer(server.received.length)
    if (said === 'silence') return void response.destroy()
    response.writeHead(said.status, said.headers).end(said.body)
  })
  closers.push(server.close)
  return server
}
const dueAgain = () => db().webhookDelivery.updateMany({ where: { doneAt: null }, data: { dueAt: new Date(0) } })
const onlyDelivery = () => db().webhookDelivery.findFirstOrThrow()

describe('the webhook', () => {
  test('is signed over timestamp and body, and carries nothing of any person', async () => {
    const server = await listener(() => ({ status: 204 }))
    const settings = byWebhook(`${server.origin}/alerts`)
    const { id, order, paymentId } = await anItem()
    await raiseAll(settings)
    const [alert] = await alertsOf('attention', id)
    await db().webhookDelivery.deleteMany({ where: { alertId: { not: alert?.id ?? 0n } } })
    expect(await sendWebhooks({ webhook: settings.webhook })).toBe(1)
    const [post] = server.received
    const body = post?.body.toString() ?? ''
    expect(post).toMatchObject({ method: 'POST', url: '/alerts' })
    const timestamp = String(post?.headers['x-alert-timestamp'])
    expect(post?.headers['x-alert-signature']).toBe(`sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`)
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(300)
    expect(JSON.parse(body)).toEqual({
      id: String(alert?.id), type: 'attention', raisedAt: alert?.raisedAt.toISOString(), shop: env().appUrl,
      link: `${env().appUrl}/admin/orders/${order}`, data: { what: 'surplus', order },
    })
    const { order: row } = await readPayment(paymentId)
    for (const particular of [row.name, row.email, row.phone ?? 'none', paymentId, row.id]) expect(body).not.toContain(particular)
    expect(await sendWebhooks({ webhook: settings.webhook })).toBe(0)
    expect(server.received).toHaveLength(1)
  })

  test('is sent while no transaction holds its row', async () => {
    const seen: unknown[] = []
    const server = await listener(() => ({ status: 200 }))
    await raiseTestAlert(byWebhook(server.origin))
    const held = await tinyServer((_, response) => {
      void db().$queryRaw`SELECT tries FROM webhook_delivery FOR UPDATE NOWAIT`.then((rows) => seen.push(rows), (error: unknown) => seen.push(error)).finally(() => response.writeHead(200).end())
    })
    closers.push(held.close)
    expect(await sendWebhooks({ webhook: { url: held.origin, secret } })).toBe(1)
    expect(seen).toEqual([[{ tries: 1 }]])
  })

  test('that is not taken is tried again later with the same body, and once taken never again', async () => {
    const server = await listener((n) => ({ status: n === 1 ? 503 : 200 }))
    const { webhook } = byWebhook(server.origin)
    await raiseTestAlert(byWebhook(server.origin))
    expect(await sendWebhooks({ webhook })).toBe(0)
    expect(await onlyDelivery()).toMatchObject({ tries: 1, status: 503, doneAt: null, dueAt: expect.any(Date) })
    expect((await recentAlerts(1))[0]).toMatchObject({ webhook: { state: 'waiting', tries: 1, why: '503' } })
    expect(await sendWebhooks({ webhook })).toBe(0)
    expect(server.received).toHaveLength(1)
    await dueAgain()
    expect(await sendWebhooks({ webhook })).toBe(1)
    expect(await onlyDelivery()).toMatchObject({ tries: 2, status: 200, doneAt: expect.any(Date), dueAt: null })
    expect(server.received.map(({ body }) => body.toString())).toEqual([server.received[0]?.body.toString(), server.received[0]?.body.toString()])
    expect((await recentAlerts(1))[0]).toMatchObject({ detail: { kind: 'test' }, webhook: { state: 'taken' } })
  })

  test.each([
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { status: 302, error: null }],
    ['more than anybody should answer', { status: 200, body: 'x'.repeat(300_000) }, { status: null, error: 'too_large' }],
    ['a line that is cut', 'silence' as const, { status: null, error: 'network' }],
  ])('is not taken by %s', async (_, answer, expected) => {
    const server = await listener(() => answer)
    await raiseTestAlert(byWebhook(server.origin))
    expect(await sendWebhooks({ webhook: { url: server.origin, secret } })).toBe(0)
    expect(await onlyDelivery()).toMatchObject({ ...expected, doneAt: null })
  })

  test('is sent once by ten instances, and again by another where the sender died', async () => {
    const server = await listener(() => ({ status: 200 }))
    const { webhook } = byWebhook(server.origin)
    await raiseTestAlert(byWebhook(server.origin))
    await Promise.all(Array.from({ length: 10 }, () => sendWebhooks({ webhook })))
    expect(server.received).toHaveLength(1)
    await db().webhookDelivery.updateMany({ data: { doneAt: null, dueAt: new Date(Date.now() + 30_000) } })
    expect(await sendWebhooks({ webhook })).toBe(0)
    await dueAgain()
    expect(await sendWebhooks({ webhook })).toBe(1)
  })

  test('is tried twelve times over more than half a day, and then given up', async () => {
    const waits = Array.from({ length: 12 }, (_, i) => retryAfter(i + 1))
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240])
    expect(waits.at(-1)).toBeNull()
    expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)).toBeGreaterThan(12 * 3600)
    const server = await listener(() => ({ status: 500 }))
    await raiseTestAlert(byWebhook(server.origin))
    await db().webhookDelivery.updateMany({ data: { tries: 11 } })
    await sendWebhooks({ webhook: { url: server.origin, secret } })
    expect(await onlyDelivery()).toMatchObject({ tries: 12, doneAt: null, dueAt: null })
    expect((await recentAlerts(1))[0]).toMatchObject({ webhook: { state: 'failed', tries: 12, why: '500' } })
  })
})
