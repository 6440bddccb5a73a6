// Pages whose data comes late, or never: what is there before it is a page already.
import { expect } from '@playwright/test'
import { departments } from '@/components/shop/departments'
import { openProduct, putInCart, test } from './support'

const list = `/is/c/${departments[0]}`
const isFlight = /\/_front\/flight\//

/** React has taken the page over: its listener for links that change the page in the tab is there. */
const isTakenOver = () => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))

test('a page whose data never comes can be read and shopped in', async ({ page }) => {
  await page.route(isFlight, (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'away' }))
  await openProduct(page, 'is')
  await page.waitForLoadState('load')
  expect(await page.evaluate(isTakenOver)).toBe(false)
  await putInCart(page, 'is')
})

test('a page whose data comes long after its scripts is taken over all the same', async ({ page }) => {
  // The scripts are there from the visit before.
  await page.goto(list)
  await page.waitForFunction(isTakenOver)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(isFlight, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/is')
  await page.waitForLoadState('load')
  expect(await page.evaluate(isTakenOver)).toBe(false)
  letGo()
  await page.waitForFunction(isTakenOver)
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.locator('main a[href^="/is/p/"]').first().click()
  await expect(page).toHaveURL(/\/is\/p\//)
  expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true)
})
