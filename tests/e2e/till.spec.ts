// A cashier at the counter, in a real browser: by kennitala and SMS code, by app code, by phone, with keyboard alone.
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import type { Role } from '@/lib/auth/roles'
import { words } from '@/lib/i18n'
import { aPerson } from '../support/staff'
import { aPhone, onThePhone, readPayment, startOne } from '../support/shop'
import { aKennitala, appCode, codeOf, wrongCode } from '../support/till'

/** A page that fails its test when the browser complains. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await use(page)
    expect(complaints.filter((text) => !/status of (403|404)/.test(text))).toEqual([])
  },
})

const t = words('en', 'admin')

async function enter(page: Page, role: Role = 'cashier', path = '/admin') {
  const { email, password } = await aPerson(role)
  await page.context().addCookies([{ name: 'locale', value: 'en', url: test.info().project.use.baseURL ?? '' }])
  await page.goto(path)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.locator('header summary').last()).toBeVisible()
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

const entry = (page: Page) => page.getByLabel(t('pos.entry'), { exact: true })
const payer = (page: Page) => page.getByLabel(t('pos.payer'), { exact: true })
const state = (page: Page, name: Parameters<typeof t>[0]) => page.getByRole('heading', { level: 1, name: t(name as 'pos.state.confirmed'), exact: true })
const paymentOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** An amount and a customer, with nothing but keys. */
async function charge(page: Page, amount: string, named: string) {
  await expect(entry(page)).toBeFocused()
  await page.keyboard.type(amount)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(payer(page)).toBeFocused()
  await page.keyboard.type(named)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/pos\/[\w-]{22}$/)
}

test('a sale by kennitala: the code is read out, a wrong one says so, the right one pays; keys alone', async ({ page }) => {
  await enter(page)
  await expect(page).toHaveURL(/\/admin\/pos$/)
  await expectAccessible(page)
  const kennitala = aKennitala()
  await charge(page, '8900', kennitala)
  await expect(state(page, 'pos.state.needs_code')).toBeVisible()
  await expectAccessible(page)
  const code = await codeOf(paymentOf(page))
  const field = page.getByLabel(t('pos.code'), { exact: true })
  await expect(field).toBeFocused()
  await page.keyboard.type(wrongCode(code))
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('pos.problem.code_wrong'))).toBeVisible()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(state(page, 'pos.state.confirmed')).toBeVisible()
  const receipt = page.getByRole('region', { name: t('pos.receipt') })
  await expect(receipt).toContainText('8,900')
  await expect(receipt).toContainText(t('pos.paidWith'))
  await expectAccessible(page)
  const html = await page.content()
  for (const secret of [kennitala, kennitala.slice(0, 6)]) expect(html).not.toContain(secret)
  expect((await readPayment(paymentOf(page))).order).toMatchObject({ state: 'paid', channel: 'pos', total: 8_900, locationId: '1', registerId: '1' })
  // Enter is the way to the next customer.
  await expect(page.getByRole('button', { name: t('pos.next') })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/pos$/)
  await expect(entry(page)).toHaveValue('')
})

test('a sale by app code is paid as soon as it is scanned, even into the wrong field', async ({ page }) => {
  await enter(page)
  await expect(entry(page)).toBeFocused()
  await page.keyboard.type('12400')
  await page.keyboard.press('Enter')
  // A scanner types, and ends with Enter.
  await page.keyboard.type(await appCode())
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('pos.kind.app_code'))).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/pos\/[\w-]{22}$/)
  await expect(state(page, 'pos.state.confirmed')).toBeVisible()
  expect(await readPayment(paymentOf(page))).toMatchObject({ amount: 12_400, payerKind: 'app_code', payerHint: null })
})

test('goods are scanned, found by name, counted up and taken out; a finger does the rest', async ({ page }) => {
  await enter(page)
  await expect(entry(page)).toBeFocused()
  await page.keyboard.type('hrafntinna-m')
  await page.keyboard.press('Enter')
  const lines = page.getByRole('list', { name: t('pos.lines') })
  await expect(lines.getByRole('listitem')).toHaveCount(1)
  const name = (await lines.getByRole('listitem').locator('.font-semibold').first().textContent()) ?? ''
  await page.getByRole('button', { name: t('pos.more', { name }) }).click()
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByRole('button', { name: '0', exact: true }).click()
  await page.getByRole('button', { name: '0', exact: true }).click()
  await page.getByRole('button', { name: t('pos.enter') }).click()
  await expect(lines.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: t('pos.remove', { name: t('pos.amountLine') }) }).click()
  await expect(lines.getByRole('listitem')).toHaveCount(1)
  await entry(page).fill('no such thing at all')
  await entry(page).press('Enter')
  await expect(page.getByText(t('pos.nothingFound', { typed: 'no such thing at all' }))).toBeVisible()
  await payer(page).fill(aPhone())
  await page.getByRole('button', { name: t('pos.charge') }).click()
  await page.waitForURL(/\/admin\/pos\/[\w-]{22}$/)
  await expect(state(page, 'pos.state.pending')).toBeVisible()
  await onThePhone(paymentOf(page), 'accept')
  await expect(state(page, 'pos.state.confirmed')).toBeVisible({ timeout: 60_000 })
  expect((await readPayment(paymentOf(page))).order.stock).toBe('sold')
})

test('a customer who says no can be followed by another for the same goods; the till tells each what happened', async ({ page }) => {
  await enter(page)
  await charge(page, '4500', aPhone())
  const first = paymentOf(page)
  await onThePhone(first, 'reject')
  await expect(state(page, 'pos.state.declined')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await payer(page).fill(await appCode())
  await page.getByRole('button', { name: t('pos.again') }).click()
  await expect(state(page, 'pos.state.confirmed')).toBeVisible({ timeout: 60_000 })
  expect(paymentOf(page)).not.toBe(first)
})

test('a cashier cancels, and the goods are free for the next customer', async ({ page }) => {
  await enter(page)
  await charge(page, '3000', aPhone())
  const paymentId = paymentOf(page)
  await page.getByRole('button', { name: t('pos.cancel'), exact: true }).click()
  await expect(state(page, 'pos.state.cancelled')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: t('pos.next') }).click()
  await page.waitForURL(/\/admin\/pos$/)
  expect((await readPayment(paymentId)).order).toMatchObject({ state: 'cancelled', stock: 'released' })
})

test('nonsense for a customer is refused, and not shown again', async ({ page }) => {
  await enter(page)
  await expect(entry(page)).toBeFocused()
  await page.keyboard.type('900')
  await payer(page).fill('12345')
  await page.getByRole('button', { name: t('pos.charge') }).click()
  await expect(page.getByText(t('pos.problem.payer_wrong'))).toBeVisible()
  await expect(payer(page)).toHaveValue('')
  expect(await page.content()).not.toContain('12345')
})

test('a cashier sees the till and the own sales only', async ({ page, browser }) => {
  await enter(page)
  await charge(page, '700', await appCode())
  const own = paymentOf(page)
  await page.goto('/admin/pos/sales')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  const web = await readPayment((await startOne()).paymentId)
  for (const path of [`/admin/orders/${web.order.number}`, '/admin/attention', '/admin/settings']) {
    expect((await page.goto(path))?.status(), path).toBe(403)
  }
  expect((await page.goto(`/admin/pos/${web.id}`))?.status()).toBe(404)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin\/pos$/)
  const other = await (await browser.newContext()).newPage()
  await enter(other)
  expect((await other.goto(`/admin/pos/${own}`))?.status()).toBe(404)
  await other.context().close()
})

test('a clerk refunds in two parts from the order page, and sees the books agree', async ({ page }) => {
  const { paymentId } = await startOne()
  await onThePhone(paymentId, 'accept')
  const { order } = await readPayment(paymentId)
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  const section = page.getByRole('region', { name: t('refund.title') })
  await expect(section.getByText(t('refund.books.same'))).toBeVisible({ timeout: 60_000 })
  await expect(section.getByRole('row', { name: t('refund.books.settled') })).toHaveText(/\d{1,2} [A-Z][a-z]+ 20\d\d$/)
  for (const amount of ['5.000', null]) {
    await section.getByText(t('refund.open')).click()
    if (amount) await section.getByLabel(t('refund.amount')).fill(amount)
    await section.getByLabel(t('refund.reason')).fill('Too small')
    await section.getByRole('button', { name: t('refund.submit'), exact: true }).click()
    await expect(section.getByText(t('refund.message.asked_succeeded'), { exact: true }).first()).toBeVisible()
  }
  await expect(page.getByRole('main').getByText(t('orderState.refunded'), { exact: true }).first()).toBeVisible()
  await expect(section.getByRole('listitem')).toHaveCount(2)
  await expect(section.getByText(t('refund.books.same'))).toBeVisible()
  await expectAccessible(page)
})
