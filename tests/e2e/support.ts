// What the journeys through the shop have in common. Everything is found as a shopper finds it: by role and name.
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { words, type Locale } from '@/lib/i18n'
import { aPhone } from '../support/shop'

export const languages = ['is', 'en'] as const satisfies readonly Locale[]

/** A test whose pages, every tab of them, fail it when the browser complains. */
export const test = base.extend({
  context: async ({ context }, use) => {
    const complaints: string[] = []
    context.on('console', (message) => message.type() === 'error' && complaints.push(`${message.page()?.url()}: ${message.text()}`))
    context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
    await use(context)
    // That a page is missing, a file refused, or the line cut in the middle of a question, is what some tests ask for.
    expect(complaints.filter((text) => !/status of (404|422)|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([])
  },
})

/** Runs in the page: colours that change with the theme do so in steps, from what is inherited to who inherits it. */
async function stillness(): Promise<void> {
  const isMoving = () =>
    document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  let looks = 0
  do await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  while (isMoving() && looks++ < 100)
}

/** No violation that axe can find, and nothing wider than the screen. The sandbox's own page in a frame is not ours to judge here. */
export async function expectAccessible(page: Page): Promise<void> {
  // Words that are just fading in have no contrast yet.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(stillness)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('iframe')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0)
}

/** From its next load on, the page counts how far its contents move by themselves. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
        if (!shift.hadRecentInput) shifts.push(shift.value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** The typeface may come after the words; anything without a size of its own would move far more than is allowed here. */
export async function expectSteady(page: Page, allowed = 0.05): Promise<void> {
  const shifted = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0))
  expect(shifted, page.url()).toBeLessThan(allowed)
}

/** Opens the first product of a category that can be had. */
export async function openProduct(page: Page, locale: Locale): Promise<void> {
  await page.goto(`/${locale}/c/${departments[0]}`)
  const there = page.locator('main li').filter({ hasNotText: words(locale, 'shop')('product.stock.sold_out') })
  await there.locator(`a[href^="/${locale}/p/"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/p/`), { timeout: 60_000 })
}

/** On a product's page: the first size there is, into the cart. */
export async function putInCart(page: Page, locale: Locale, quantity = 1): Promise<void> {
  const t = words(locale, 'shop')
  await page.locator('main').getByRole('radio', { disabled: false }).first().check()
  await page.getByRole('textbox', { name: t('product.quantity') }).fill(String(quantity))
  await page.getByRole('button', { name: t('product.add') }).click()
  await page.getByRole('link', { name: t('product.toCart') }).click()
  await expect(page).toHaveURL(`/${locale}/cart`, { timeout: 60_000 })
}

/** This browser's cart is that one from now on. */
export const useCart = (context: BrowserContext, baseURL: string | undefined, cartId: string) =>
  context.addCookies([{ name: 'cart', value: cartId, url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' }])

export type Shopper = { name?: string; email?: string; phone?: string }

export async function fillCheckout(
  page: Page,
  locale: Locale,
  { name = 'Sunna Björk', email = 'sunna@example.is', phone = aPhone() }: Shopper = {},
): Promise<void> {
  const t = words(locale, 'checkout')
  await page.getByRole('textbox', { name: t('name') }).fill(name)
  await page.getByRole('textbox', { name: t('email') }).fill(email)
  await page.getByRole('textbox', { name: t('phone') }).fill(phone)
}

export const sendToPhone = (page: Page, locale: Locale) =>
  page.getByRole('button', { name: words(locale, 'checkout')('submit', { total: '' }).trim() }).click()

/** From a product to the waiting room, as anybody would; the id of the payment. */
export async function buyOneThing(page: Page, locale: Locale, phone = aPhone()): Promise<string> {
  await openProduct(page, locale)
  await putInCart(page, locale)
  await page.getByRole('link', { name: words(locale, 'checkout')('cart.checkout') }).click()
  await fillCheckout(page, locale, { phone })
  await sendToPhone(page, locale)
  return expectWaiting(page, locale)
}

/** The waiting room, with the request on the phone; the id of the payment. */
export async function expectWaiting(page: Page, locale: Locale): Promise<string> {
  await expectHeading(page, words(locale, 'payment')('pending.title'))
  await expect(page).toHaveURL(new RegExp(`/${locale}/pay/[\\w-]{22}$`))
  return page.url().slice(-22)
}

export const expectHeading = (page: Page, title: string, timeout = 60_000) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout })

const answers = {
  accept: languages.map((locale) => words(locale, 'sandbox')('phone.accept')),
  reject: languages.map((locale) => words(locale, 'sandbox')('phone.reject')),
}

/** What the shopper does on the phone, in a tab of its own. */
export async function answerOnPhone(context: BrowserContext, phone: string, answer: keyof typeof answers): Promise<void> {
  const tab = await context.newPage()
  await tab.goto(`/sandbox/phone?number=${phone}`)
  await tab
    .getByRole('button', { name: new RegExp(`^(${answers[answer].join('|')})$`) })
    .first()
    .click()
  await expect(tab).toHaveURL(/[?&]done=/)
  await tab.close()
}
