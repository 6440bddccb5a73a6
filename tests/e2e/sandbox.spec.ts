// The people's side of the sandbox, in a real browser: the phone that pays at a till, its switches, the API to try.
import { expect } from '@playwright/test'
import { words, type Locale } from '@/lib/i18n'
import { aPhone, readPayment, until } from '../support/shop'
import { sold } from '../support/till'
import { expectAccessible, languages, test } from './support'

const speak = (locale: Locale) => ({ name: 'locale', value: locale, url: test.info().project.use.baseURL ?? '' })

for (const locale of languages) {
  const t = words(locale, 'sandbox')

  test(`${locale}: the code on the phone pays at the till, and the phone says so and holds up another`, async ({ page, context }) => {
    await context.addCookies([speak(locale)])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`/sandbox/phone?number=${aPhone()}`)
    await page.getByRole('link', { name: t('phone.codeView') }).click()
    const card = page.getByRole('article', { name: t('phone.code.title') })
    const code = (await card.getByText(/^500004-\d{4}$/).textContent()) ?? ''
    await expect(card.getByRole('img', { name: t('phone.code.image', { code }) })).toBeVisible()
    await expect(card.getByRole('timer')).toHaveText(/^[45]:\d\d$/)
    await expectAccessible(page)
    await page.reload()
    await expect(card.getByText(code)).toBeVisible()

    const paymentId = await sold(code)
    await expect(page.getByRole('status').getByRole('heading')).toHaveText(t('phone.done.paid'))
    await expect(card.getByText(code)).toBeHidden()
    await expect(card.getByText(/^500004-\d{4}$/)).toBeVisible()
    await until(
      () => readPayment(paymentId),
      ({ state }) => state === 'confirmed',
    )
  })

  test(`${locale}: a phone without the app shows no code, and one that gets it does`, async ({ page, context }) => {
    await context.addCookies([speak(locale)])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`/sandbox/phone?number=${aPhone()}&view=code`)
    const noApp = page.getByRole('switch', { name: t('phone.traits.noApp') })
    await expect(noApp).not.toBeChecked()
    await noApp.click()
    await expect(noApp).toBeChecked()
    await expect(page.getByText(t('phone.code.missing'))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('switch', { name: t('phone.traits.noApp') }).press('Enter')
    await expect(page.getByRole('article', { name: t('phone.code.title') })).toBeVisible()
  })

  test(`${locale}: the API can be read and tried, and what is no JSON says so`, async ({ page, context }) => {
    await context.addCookies([speak(locale)])
    await page.goto('/sandbox/api')
    await expectAccessible(page)
    const section = page.getByRole('region', { name: 'InsertCart' })
    await section.getByText(t('api.try')).click()
    const body = section.getByLabel(t('api.body'))
    await body.fill('{"Amount":')
    await section.getByRole('button', { name: t('api.send') }).click()
    await expect(section.getByText(t('api.notJson'))).toBeVisible()
    await expect(body).toHaveValue('{"Amount":')
    await body.fill(JSON.stringify({ Amount: 1_200, Reference: 'try', CustomerId: aPhone(), ConfirmationType: 2 }))
    await section.getByRole('button', { name: t('api.send') }).click()
    await expect(section.getByText('HTTP 200')).toBeVisible()
    await expect(section.getByText(/"TransactionId":"[0-9a-f-]{36}"/)).toBeVisible()
    await expect(section.getByText(/netgiro_signature: [0-9a-f]{64}/)).toHaveCount(3)
    await expectAccessible(page)
  })

  test(`${locale}: the panel with its scenarios is accessible on a narrow screen`, async ({ page, context }) => {
    await context.addCookies([speak(locale)])
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto('/sandbox/faults')
    await expect(page.getByRole('button', { name: `${t('scenarios.start')}: ${t('scenarios.names.late-yes')}` })).toBeVisible()
    await expectAccessible(page)
  })
}
