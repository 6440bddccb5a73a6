import { expect, test } from 'vitest'
import { alertLine } from '@/lib/alerts/words'
import { EnvError, readEnv } from '@/lib/env'
import { locales } from '@/lib/i18n'
import { attentionKinds } from '@/lib/payments/attention'

const database = { DATABASE_URL: 'postgres://shop@127.0.0.1/shop' }
const key = (letter: string) => letter.repeat(40)
const production = {
  ...database,
  NETGIRO_MODE: 'production', NETGIRO_APP_KEY: '11111111-2222-4333-8444-555555555555', NETGIRO_SECRET_KEY: key('s'), APP_URL: 'https://shop.example.is',
  NEXTAUTH_SECRET: key('a'), CRON_SECRET: key('b'), CALLBACK_KEY: key('c'), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key('d'),
}
const problemsOf = (given: Record<string, string>): readonly string[] => {
  try {
    readEnv(given)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
}

test('a webhook has a secret', () => {
  expect(problemsOf({ ...database, ALERT_WEBHOOK_URL: 'https://ops.example.is/hook' })).toEqual([expect.stringMatching(/^ALERT_WEBHOOK_SECRET/)])
  expect(problemsOf({ ...database, ALERT_WEBHOOK_URL: 'https://ops.example.is/hook', ALERT_WEBHOOK_SECRET: 'short' })).toEqual([expect.stringMatching(/^ALERT_WEBHOOK_SECRET/)])
  const { alerts } = readEnv({ ...database, ALERT_WEBHOOK_URL: 'http://127.0.0.1:9/hook', ALERT_WEBHOOK_SECRET: key('w') })
  expect(alerts.webhook).toEqual({ url: 'http://127.0.0.1:9/hook', secret: key('w') })
})

test('in production the webhook is https', () => {
  const hook = (url: string) => problemsOf({ ...production, ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: key('w') })
  expect(hook('https://ops.example.is/hook')).toEqual([])
  expect(hook('http://ops.example.is/hook')).toEqual([expect.stringMatching(/^ALERT_WEBHOOK_URL: must be https/)])
  expect(hook('http://127.0.0.1/hook')).toEqual([expect.stringMatching(/^ALERT_WEBHOOK_URL/)])
  expect(hook('ftp://ops.example.is')).toEqual([expect.stringMatching(/^ALERT_WEBHOOK_URL/)])
})

test.each(locales)('every attention item has a line of its own, in %s', (locale) => {
  const lines = attentionKinds.map((what) => alertLine({ kind: 'attention', what, order: 1234 }, locale))
  expect(new Set(lines).size).toBe(attentionKinds.length)
  for (const line of lines) expect(line).toContain('1234')
})
