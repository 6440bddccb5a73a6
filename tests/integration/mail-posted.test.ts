// Mail by SMTP, to a small server of the test's own: each arrives, and none arrives twice, whatever the server does.
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { postDue } from '@/lib/mail/post'
import { ownServer } from '../support/own-server'
import { smtpError, smtpServer } from '../support/smtp'
import { until } from '../support/shop'

vi.setConfig({ testTimeout: 120_000 })

type Server = Awaited<ReturnType<typeof smtpServer>>
const servers: Server[] = []
async function aServer(options?: Parameters<typeof smtpServer>[0]): Promise<Server> {
  const server = await smtpServer(options)
  servers.push(server)
  return server
}
const own: string[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  // Nothing of one test may be due in the next.
  await db().mail.deleteMany({ where: { to: { in: own.splice(0) } } })
})

async function aMail(subject = 'Pöntun 7 er greidd') {
  const to = `${newId()}@example.is`
  own.push(to)
  return db().mail.create({ data: { outboxKey: newId(), to, subject, text: 'Sæl/l Þóra,\n\nþetta er prófun.', state: 'due' } })
}
const read = (id: bigint) => db().mail.findUniqueOrThrow({ where: { id } })
/** As if the time for the next try had come. */
const comeAgain = (id: bigint) => db().$executeRaw`UPDATE mail SET due_at = clock_timestamp() WHERE id = ${id} AND state = 'due'`
const to = (server: Server, address: string) => server.heard.filter((mail) => mail.to.includes(address))

test('a mail arrives with its words, from the shop, named the same as in every try', async () => {
  const server = await aServer()
  const mail = await aMail()
  expect(await postDue({ smtp: server.smtp })).toBeGreaterThan(0)
  expect(await read(mail.id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  const [got, ...more] = to(server, mail.to)
  expect(more).toEqual([])
  expect(got?.raw).toMatch(/^From: Lykkja <shop@example\.is>\r$/m)
  expect(got?.raw).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.is>\r$/m)
  expect(got?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  const [, body = ''] = got?.raw.split('\r\n\r\n') ?? []
  const plain = /base64/i.test(got?.raw ?? '')
    ? Buffer.from(body, 'base64').toString()
    : decodeURIComponent(body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, '%$1'))
  expect(plain).toContain('Sæl/l Þóra,')
})

test('ten workers at once post each mail once', async () => {
  const server = await aServer()
  const mails = await Promise.all(Array.from({ length: 8 }, () => aMail()))
  await Promise.all(Array.from({ length: 10 }, () => postDue({ smtp: server.smtp })))
  for (const mail of mails) {
    expect(to(server, mail.to)).toHaveLength(1)
    expect((await read(mail.id)).state).toBe('sent')
  }
})

test('what a server will not take now is tried again later, by the same name, and arrives once', async () => {
  let busy = 2
  const server = await aServer({ answer: () => (busy-- > 0 ? smtpError(451, 'busy') : null) })
  const mail = await aMail()
  for (const attempts of [1, 2]) {
    expect(await postDue({ smtp: server.smtp })).toBe(0)
    const row = await read(mail.id)
    expect(row).toMatchObject({ state: 'due', attempts })
    expect(row.lastError).toContain('451')
    // Not at once: it comes again by itself.
    expect(await postDue({ smtp: server.smtp })).toBe(0)
    expect(to(server, mail.to)).toHaveLength(attempts)
    await comeAgain(mail.id)
  }
  expect(await postDue({ smtp: server.smtp })).toBe(1)
  expect(await read(mail.id)).toMatchObject({ state: 'sent', attempts: 3 })
  expect(await postDue({ smtp: server.smtp })).toBe(0)
  const names = to(server, mail.to).map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1])
  expect(names).toHaveLength(3)
  expect(new Set(names).size).toBe(1)
})

test('a server that is not there loses nothing', async () => {
  const away = await smtpServer()
  await away.close()
  const mail = await aMail()
  expect(await postDue({ smtp: away.smtp })).toBe(0)
  expect(await read(mail.id)).toMatchObject({ state: 'due', attempts: 1 })
  await comeAgain(mail.id)
  const back = await aServer()
  expect(await postDue({ smtp: back.smtp })).toBe(1)
  expect(to(back, mail.to)).toHaveLength(1)
})

test('when the line is cut after the text, nobody knows, and the mail is not sent a second time', async () => {
  const server = await aServer({ answer: (_, drop) => (drop(), 'never') })
  const mail = await aMail()
  expect(await postDue({ smtp: server.smtp })).toBe(0)
  expect((await read(mail.id)).state).toBe('unclear')
  const kind = await aServer()
  await comeAgain(mail.id)
  await postDue({ smtp: kind.smtp })
  expect(to(server, mail.to)).toHaveLength(1)
  expect(to(kind, mail.to)).toEqual([])
})

test('a worker that died while the server had the mail is not replaced, one that died before is', async () => {
  const server = await aServer()
  const [before, during] = [await aMail(), await aMail()]
  const left = (state: string, id: bigint) =>
    db().mail.update({ where: { id }, data: { state, claimToken: 'dead', claimUntil: new Date(0) } })
  await left('due', before.id)
  await left('handed_over', during.id)
  await postDue({ smtp: server.smtp })
  expect((await read(before.id)).state).toBe('sent')
  expect((await read(during.id)).state).toBe('unclear')
  expect(to(server, during.to)).toEqual([])
})

test('a worker whose time is over hands nothing over', async () => {
  const mail = await aMail()
  // Another takes the mail up while the server thinks about the address.
  const server = await aServer({ onRecipient: () => null })
  const stolen = db()
    .$executeRaw`UPDATE mail SET claim_token = 'another', claim_until = clock_timestamp() + interval '1 hour' WHERE id = ${mail.id}`
  const slow = await smtpServer({ onRecipient: () => null })
  servers.push(slow)
  const { postBySmtp } = await import('@/lib/mail/smtp')
  const outcome = await postBySmtp(slow.smtp, { ...mail, key: mail.outboxKey }, async () => {
    await stolen
    return false
  })
  expect(outcome).toMatchObject({ kind: 'refused', permanent: false })
  expect(to(slow, mail.to)).toEqual([])
  expect(await postDue({ smtp: server.smtp })).toBe(0)
})

test('an address that is not there is not asked for again, and keeps no other mail waiting', async () => {
  const wrong = await aMail()
  const server = await aServer({ onRecipient: (address) => (address === wrong.to ? smtpError(550, 'no such person') : null) })
  const right = await aMail()
  expect(await postDue({ smtp: server.smtp })).toBe(1)
  expect(await read(wrong.id)).toMatchObject({ state: 'refused', attempts: 1 })
  expect((await read(right.id)).state).toBe('sent')
})

test('with a wrong password the mail waits for the right one', async () => {
  const server = await aServer({ password: 'þæg' })
  const mail = await aMail()
  expect(await postDue({ smtp: { ...server.smtp, auth: { user: 'shop', pass: 'wrong' } } })).toBe(0)
  expect((await read(mail.id)).state).toBe('due')
  await comeAgain(mail.id)
  expect(await postDue({ smtp: server.smtp })).toBe(1)
})

test('after twenty tries it is given up', async () => {
  const server = await aServer({ answer: () => smtpError(451, 'busy') })
  const mail = await aMail()
  await db().mail.update({ where: { id: mail.id }, data: { attempts: 19 } })
  await postDue({ smtp: server.smtp })
  expect(await read(mail.id)).toMatchObject({ state: 'refused', attempts: 20 })
})

test('without a server of its own the shop keeps its mail and sends none', async () => {
  const mail = await aMail()
  expect(env().smtp).toBeNull()
  expect(await postDue()).toBe(0)
  expect((await read(mail.id)).state).toBe('due')
})

test('a shop that is told of a server by its variables sends by it', async () => {
  const server = await aServer()
  const mail = await aMail()
  const shop = await ownServer({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'shop@example.is' })
  try {
    const answer = await fetch(`${shop.origin}/api/cron/reconcile`, {
      method: 'POST',
      headers: { authorization: `Bearer ${env().cronSecret}` },
    })
    expect(answer.status).toBe(200)
    await until(
      () => read(mail.id),
      ({ state }) => state === 'sent',
    )
    expect(to(server, mail.to)).toHaveLength(1)
  } finally {
    await shop.stop()
  }
})
