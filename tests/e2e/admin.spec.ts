// A merchant at work: sign-in, finding an order, and what may be done to its payment.
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { demoAccounts } from '@/lib/auth/demo-accounts'
import type { Role } from '@/lib/auth/roles'
import { db } from '@/lib/db'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { aPerson } from '../support/staff'
import { onThePhone, readPayment, startOne, until } from '../support/shop'

/** A page that fails its test when the browser complains. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await use(page)
    // That a page is missing, or not for somebody, is what some tests ask for.
    expect(complaints.filter((text) => !/status of (403|404)/.test(text))).toEqual([])
  },
})

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

async function enter(page: Page, role: Role, path = '/admin', locale: Locale = 'en') {
  const { email, password } = await aPerson(role)
  const t = words(locale, 'admin')
  await page.context().addCookies([{ name: 'locale', value: locale, url: test.info().project.use.baseURL ?? '' }])
  await page.goto(path)
  await page.getByLabel(t('signIn.email'), { exact: true }).fill(email)
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByRole('button', { name: t('nav.signOut') }).or(page.locator('header summary').last())).toBeVisible()
}

const inState = (paymentId: string, state: string) => until(() => readPayment(paymentId), (payment) => payment.state === state)

/** A payment the customer accepted, that waits for a person. */
async function aReservation() {
  const { paymentId } = await startOne()
  await db().payment.update({ where: { id: paymentId }, data: { captureBy: 'merchant' } })
  await onThePhone(paymentId, 'accept')
  return inState(paymentId, 'reserved')
}

const t = words('en', 'admin')
/** The state beside an order's number; the mail that told of it may bear the same word. */
const badge = (page: Page, text: string) => page.getByRole('main').locator('span').filter({ hasText: new RegExp(`^${text}$`) })

for (const locale of ['is', 'en'] as const) {
  const t = words(locale, 'admin')
  test(`${locale}: a demo account signs in with one press, sees the orders and signs out`, async ({ page }) => {
    await page.context().addCookies([{ name: 'locale', value: locale, url: test.info().project.use.baseURL ?? '' }])
    await page.goto('/admin')
    await expect(page).toHaveURL(/\/admin\/sign-in/)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expectAccessible(page)
    const owner = demoAccounts.find(({ role }) => role === 'owner')
    await page.getByRole('button', { name: new RegExp(owner?.email ?? '-') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('orders.title'))
    await expectAccessible(page)
    await page.locator('header summary').last().click()
    await page.getByRole('button', { name: t('nav.signOut') }).click()
    await expect(page.getByText(t('signIn.signedOut'))).toBeVisible()
    await page.goto('/admin')
    await expect(page).toHaveURL(/\/admin\/sign-in/)
  })

  test(`${locale}: every page of the admin is accessible, in the light and in the dark`, async ({ page }) => {
    // Nine pages, looked through twice each.
    test.slow()
    const { order } = await aReservation()
    await enter(page, 'owner', '/admin', locale)
    for (const path of ['/admin', `/admin/orders/${order.number}`, '/admin/attention', '/admin/payments', '/admin/callbacks', '/admin/audit', '/admin/reports', '/admin/settings', '/admin/nothing/here']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await expectAccessible(page)
      }
    }
  })
}

test('wrong words at the sign-in are told in words, and the e-mail stays', async ({ page }) => {
  await page.context().addCookies([{ name: 'locale', value: 'en', url: test.info().project.use.baseURL ?? '' }])
  await page.goto('/admin/sign-in')
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByText(t('problem.email_missing'))).toBeVisible()
  await expect(page.getByText(t('problem.password_missing'))).toBeVisible()
  await page.getByLabel(t('signIn.email'), { exact: true }).fill('somebody@example.is')
  await page.getByLabel(t('signIn.password'), { exact: true }).fill('guess')
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByText(t('signIn.wrong'))).toBeVisible()
  await expect(page.getByLabel(t('signIn.email'), { exact: true })).toHaveValue('somebody@example.is')
})

test('a clerk finds a reservation that waits, confirms it, and the timeline tells the whole story', async ({ page }) => {
  const { id, order } = await aReservation()
  await enter(page, 'clerk')
  await page.getByRole('link', { name: new RegExp(`^${t('orders.to_confirm')}`) }).click()
  await page.getByRole('link', { name: String(order.number) }).click()
  await expect(page.getByText(t('waitsForMerchant'))).toBeVisible()
  await page.getByRole('button', { name: /^Confirm 12,400/ }).click()
  await expect(page.getByText(t('act.confirm_confirmed'))).toBeVisible()
  await expect(badge(page, t('orderState.paid'))).toBeVisible()
  expect((await readPayment(id)).state).toBe('confirmed')
  const timeline = page.getByRole('region', { name: t('timeline.title') })
  await expect(timeline.getByText(t('audit.payment_confirm'))).toBeVisible()
  await expect(timeline.getByText(/by Próf clerk/).first()).toBeVisible()
  await timeline.getByText('ConfirmCart').click()
  await expect(timeline.locator('details[open]').getByText(t('timeline.support'))).toBeVisible()
  await expectAccessible(page)
})

test('a payment is cancelled with a reason, and not without one', async ({ page }) => {
  const { paymentId } = await startOne()
  const { order } = await readPayment(paymentId)
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  await page.getByText(t('act.cancel')).click()
  await page.getByLabel(t('act.reason')).fill('   ')
  await page.getByRole('button', { name: t('act.cancelNow') }).click()
  await expect(page.getByText(t('problem.reason_missing'))).toBeVisible()
  expect((await readPayment(paymentId)).state).toBe('pending')
  await page.getByLabel(t('act.reason')).fill('The customer called')
  await page.getByRole('button', { name: t('act.cancelNow') }).click()
  await expect(page.getByText(t('act.cancel_asked'))).toBeVisible()
  await inState(paymentId, 'cancelled')
  await page.reload()
  await expect(page.getByText('Reason: The customer called', { exact: false })).toBeVisible()
})

test('a reservation that is let go is never taken', async ({ page }) => {
  const { id, order } = await aReservation()
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  await page.getByText(t('act.release')).click()
  await page.getByLabel(t('act.reason')).fill('Sold by mistake')
  await page.getByRole('button', { name: t('act.releaseNow') }).click()
  await expect(page.getByText(t('act.release_ok'))).toBeVisible()
  expect((await readPayment(id)).state).toBe('late_unhonoured')
})

test('an order moves before the merchant’s eyes, and can be asked about at once', async ({ page }) => {
  const { paymentId } = await startOne()
  const { order } = await readPayment(paymentId)
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  await page.getByRole('button', { name: t('act.check'), exact: true }).click()
  await expect(page.getByText(t('act.check_done'))).toBeVisible()
  await onThePhone(paymentId, 'accept')
  await expect(badge(page, t('orderState.paid'))).toBeVisible({ timeout: 60_000 })
})

test('a clerk writes a note to an order, which stays in its timeline; an empty one is refused', async ({ page }) => {
  const { order } = await aReservation()
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  const field = page.getByRole('textbox', { name: t('note.label'), exact: true })
  const save = page.getByRole('button', { name: t('note.save') })
  await field.fill('   ')
  await save.click()
  await expect(page.getByText(t('problem.note_missing'))).toBeVisible()
  await expect(field).toHaveAccessibleDescription(new RegExp(t('problem.note_missing')))
  await field.fill('Rang about the size.\nM it is.')
  await save.press('Enter')
  await expect(page.getByText(t('note.written'))).toBeVisible()
  await expect(field).toHaveValue('')
  await page.reload()
  const timeline = page.getByRole('region', { name: t('timeline.title') })
  await expect(timeline.getByText('Rang about the size.')).toBeVisible()
  await expect(timeline.getByText('by Próf clerk')).toBeVisible()
  await expectAccessible(page)
})

test('a paid order has a receipt in the customer’s language, and the paper alone is printed', async ({ page }) => {
  const { order } = await aReservation()
  await enter(page, 'clerk', `/admin/orders/${order.number}`)
  await expect(page.getByRole('link', { name: t('receipt.open') })).toHaveCount(0)
  await page.getByRole('button', { name: /^Confirm 12,400/ }).click()
  await page.getByRole('link', { name: t('receipt.open') }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(t('receipt.title', { number: String(order.number) }))
  const paper = page.getByRole('region', { name: words('is', 'admin')('pos.receipt') })
  await expect(paper).toContainText(formatMoney(isk(order.total), 'is'))
  await expect(page.getByRole('button', { name: t('pos.print') })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  for (const other of [heading, page.getByRole('banner'), page.getByRole('button')]) await expect(other.filter({ visible: true })).toHaveCount(0)
})

test('a viewer sees neither whose order it is nor anything to press', async ({ page }) => {
  const { order } = await aReservation()
  await enter(page, 'viewer', `/admin/orders/${order.number}`)
  await expect(page.getByText(t('order.maskedTitle'))).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(order.email)
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await page.goto(`/admin?q=${encodeURIComponent(order.name)}`)
  await expect(page.getByText(t('orders.noneTitle'))).toBeVisible()
  await page.goto('/admin/settings')
  await expect(page.getByRole('radio').first()).toBeDisabled()
  await expect(page.getByRole('button', { name: t('settings.save') })).toHaveCount(0)
})

test('the list is searched, filtered and walked with the keyboard alone', async ({ page }) => {
  const [older, newer] = [await readPayment((await startOne()).paymentId), await readPayment((await startOne()).paymentId)]
  await enter(page, 'clerk')
  // The keys work once the page has woken.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(newer.order.email)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  const link = (number: number) => page.getByRole('link', { name: String(number), exact: true })
  const focused = page.locator('[data-row]:focus')
  await expect(async () => {
    await link(newer.order.number).focus()
    await page.keyboard.press('ArrowDown')
    await expect(link(newer.order.number)).not.toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(focused).toHaveCount(1)
  await page.goto(`/admin?q=${older.order.number}`)
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(2)
  await link(older.order.number).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('order.title', { number: String(older.order.number) }))
})

test('an attention item is cleared in a person’s name, with a reason', async ({ page }) => {
  const { id, order } = await aReservation()
  await db().attention.create({ data: { paymentId: id, kind: 'contradiction', detail: 'put there by a test' } })
  await enter(page, 'manager', '/admin/attention')
  const item = page.getByRole('article').filter({ hasText: String(order.number) })
  await item.getByText(t('attention.open')).click()
  await item.getByLabel(t('attention.why')).fill('Support has explained it')
  await item.getByRole('button', { name: t('attention.clear') }).click()
  await expect(item).toHaveCount(0)
  await expect(page.getByText('Support has explained it')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one signs in, finds the order and confirms it', async ({ page }) => {
    const { id, order } = await aReservation()
    await enter(page, 'clerk', `/admin/orders/${order.number}`)
    await page.getByRole('button', { name: /^Confirm 12,400/ }).click()
    await expect(page.getByText(t('act.confirm_confirmed'))).toBeVisible()
    expect((await readPayment(id)).state).toBe('confirmed')
  })

  test('a note is written as well', async ({ page }) => {
    const { order } = await aReservation()
    await enter(page, 'clerk', `/admin/orders/${order.number}`)
    await page.getByRole('textbox', { name: t('note.label'), exact: true }).fill('Written without a script')
    await page.getByRole('button', { name: t('note.save') }).click()
    await expect(page.getByText(t('note.written'))).toBeVisible()
    await expect(page.getByRole('region', { name: t('timeline.title') }).getByText('Written without a script')).toBeVisible()
  })
})
