// A manager looks at the figures, takes them home as a file and writes down what was agreed with a gateway.
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { db } from '@/lib/db'
import { words } from '@/lib/i18n'
import { newId, newReference } from '@/lib/ids'
import { anOrder } from '../support/orders'
import { aPerson } from '../support/staff'
import { expectAccessible, test } from './support'

const t = words('en', 'admin')
const f = words('en', 'figures')

async function enter(page: Page, baseURL: string | undefined, path: string) {
  const { email, password } = await aPerson('manager')
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.goto(path)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** As on a phone: the page itself is never pushed sideways, only what scrolls in itself. */
async function expectNarrow(page: Page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (before) await page.setViewportSize(before)
}

async function inBothColours(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/** The file comes in two pieces, the second when the test says so. */
const inTwoPieces = (page: Page) =>
  page.addInitScript(() => {
    const real = window.fetch
    window.fetch = async (...asked) => {
      const answer = await real(...asked)
      if (!String(asked[0]).includes('/export')) return answer
      const signal = asked[1]?.signal
      const text = await answer.text()
      const half = text.indexOf('\n', text.length / 2) + 1
      const go = new Promise<void>((resolve) => Object.assign(window, { go: resolve }))
      const body = new ReadableStream<Uint8Array>({
        async start(stream) {
          signal?.addEventListener('abort', () => stream.error(signal.reason))
          stream.enqueue(new TextEncoder().encode(text.slice(0, half)))
          await go
          if (Reflect.get(window, 'breaks')) stream.error(new Error('the connection broke'))
          else {
            stream.enqueue(new TextEncoder().encode(text.slice(half)))
            stream.close()
          }
        },
      })
      return new Response(body, answer)
    }
  })
const go = (page: Page, breaks = false) =>
  page.evaluate((breaks) => {
    Object.assign(window, { breaks })
    Reflect.get(window, 'go')()
  }, breaks)

test('a long file shows how far it is, can be stopped, and is handed over whole or not at all', async ({ page, baseURL }) => {
  const name = `Skrá ${newId()}`
  for (let i = 0; i < 6; i++) await anOrder({ name })
  await inTwoPieces(page)
  await enter(page, baseURL, `/admin?q=${encodeURIComponent(name)}&sort=oldest`)
  const link = page.getByRole('link', { name: t('list.export') })
  const bar = page.getByRole('progressbar', { name: t('list.export') })
  await link.click()
  await expect(bar).toHaveAttribute('max', '6')
  await expect(page.getByText(/^[1-5] of 6 lines$/)).toBeVisible()
  await inBothColours(page)
  await page.getByRole('button', { name: f('file.cancel') }).click()
  await expect(bar).toBeHidden()

  await link.click()
  await expect(bar).toHaveAttribute('max', '6')
  await go(page, true)
  await expect(page.getByText(f('file.failed'))).toBeVisible()

  await page.reload()
  await link.click()
  await expect(bar).toHaveAttribute('max', '6')
  const [download] = await Promise.all([page.waitForEvent('download'), go(page)])
  expect(download.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  const numbers = lines.map((line) => Number(line.split(',')[0]))
  expect(numbers).toHaveLength(6)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  await expect(bar).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a file is a plain download', async ({ page, baseURL }) => {
    await enter(page, baseURL, '/admin/reports')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('list.export') }).click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('day,orders,sales,refunds,net')
  })
})

test('charts say what their tables hold, and a settlement is reckoned by what was agreed', async ({ page, baseURL }) => {
  await db().setting.deleteMany({ where: { key: 'agreement:netgiro' } })
  const paidAt = new Date('2046-03-07T12:00:00Z')
  const { id } = await anOrder({ name: 'Reikna' })
  await db().order.update({ where: { id }, data: { paidAt } })
  await db().payment.create({
    data: {
      id: newId(),
      orderId: id,
      gateway: 'netgiro',
      state: 'confirmed',
      amount: 12_400,
      currency: 'ISK',
      reference: newReference(),
      transactionId: newId(),
      captureMode: 'manual',
      payerKind: 'phone',
      checkEveryMs: 2_000,
      expiresAt: paidAt,
      nextCheckAt: new Date('2999-01-01'),
      watchUntil: paidAt,
    },
  })
  await enter(page, baseURL, '/admin/reports?from=2046-03-01&to=2046-03-31')
  for (const title of [f('byDayChart'), f('byGatewayChart'), f('byProductChart')]) {
    await expect(page.getByRole('region', { name: title }).getByRole('img')).toHaveAccessibleName(/\d/)
  }
  await inBothColours(page)
  await expectNarrow(page)
  await page
    .getByRole('navigation', { name: f('by.label') })
    .getByRole('link', { name: f('by.pieces') })
    .click()
  await expect(page).toHaveURL(/by=pieces/)
  await expect(page.getByRole('region', { name: f('byProductChart') }).getByRole('img')).toHaveAccessibleName(/piece/)

  await page
    .getByRole('navigation', { name: f('which') })
    .getByRole('link', { name: f('settlement.title') })
    .click()
  await page.goto('/admin/reports/settlement?from=2046-03-01&to=2046-03-31')
  await expect(page.getByRole('table')).toContainText('13 Mar 2046')
  await expect(page.getByRole('table')).toContainText(f('settlement.expected'))
  await expectNarrow(page)
  await inBothColours(page)
  await page.goto('/admin/settings#agreements')
  const form = page.getByRole('form', { name: 'Netgíró' })
  await form.getByLabel(f('agreement.percent')).fill('101')
  await form.getByRole('button', { name: t('settings.save') }).click()
  await expect(form.getByLabel(f('agreement.percent'))).toHaveAccessibleDescription(new RegExp(f('agreement.percentWrong').slice(0, 20)))
  await inBothColours(page)
  await form.getByLabel(f('agreement.percent')).fill('1.95')
  await form.getByLabel(f('agreement.fixed')).fill('20')
  await form.getByRole('button', { name: t('settings.save') }).click()
  await expect(form.getByText(t('settings.saved'))).toBeVisible()
  await page.goto('/admin/reports/settlement?from=2046-03-01&to=2046-03-31')
  await expect(page.getByText(f('settlement.withoutText'))).toBeHidden()
  await db().setting.deleteMany({ where: { key: 'agreement:netgiro' } })
})
