// Where mail goes, from the environment.
import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'

const database = { DATABASE_URL: 'postgres://shop@127.0.0.1/shop' }
const smtpOf = (SMTP_URL: string, MAIL_FROM = 'Lykkja <shop@example.is>') => readEnv({ ...database, SMTP_URL, MAIL_FROM }).smtp

test('without a server mail is kept', () => {
  expect(readEnv(database).smtp).toBeNull()
  expect(readEnv({ ...database, MAIL_FROM: 'shop@example.is' }).smtp).toBeNull()
})

test('a server is named with its port, its name and password decoded', () => {
  expect(smtpOf('smtps://shop%40example.is:p%C3%A6%3A@mail.example.is')).toMatchObject({
    host: 'mail.example.is',
    port: 465,
    secure: true,
    auth: { user: 'shop@example.is', pass: 'pæ:' },
  })
  expect(smtpOf('smtp://mail.example.is')).toMatchObject({ port: 587, secure: false, auth: null })
  expect(smtpOf('smtp://[::1]:1025')).toMatchObject({ host: '::1', port: 1025 })
})

test.each([
  ['smtp://user:secret@mail.example.is', true],
  ['smtp://mail.example.is', false],
  ['smtp://user:secret@localhost:1025', false],
])('%s demands TLS: %j', (url, demanded) => {
  expect(smtpOf(url)?.requireTls).toBe(demanded)
})

test.each([
  ['http://mail.example.is', 'shop@example.is', 'SMTP_URL'],
  ['smtp://', 'shop@example.is', 'SMTP_URL'],
  ['smtp://mail.example.is', '', 'MAIL_FROM'],
  ['smtp://mail.example.is', 'Lykkja', 'MAIL_FROM'],
  ['smtp://mail.example.is', 'a@example.is\r\nBcc: b@example.is', 'MAIL_FROM'],
  ['smtp://mail.example.is', 'A <a@example.is>, B <b@example.is>', 'MAIL_FROM'],
])('%j as %j is refused by the name of what is wrong', (url, from, name) => {
  expect(() => smtpOf(url, from)).toThrow(new RegExp(name))
})
