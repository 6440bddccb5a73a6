// A purchase by each confirmation type, from the home page to the order page. The type is a setting of the whole
// shop, so these run one after another, when no other journey is under way.
import { expect } from '@playwright/test'
import { words } from '@/lib/i18n'
import { aPhone, merchantChooses, readPayment } from '../support/shop'
import { answerOnPhone, buyOneThing, expectHeading, languages, test } from './support'

test.describe.configure({ mode: 'serial' })
test.afterAll(() => merchantChooses({ confirmationType: 2, captureBy: 'shop' }))

for (const [confirmationType, captureMode] of [
  [0, 'automatic'],
  [1, 'callback'],
  [2, 'manual'],
] as const) {
  for (const locale of languages) {
    test(`${locale}: a purchase with ${captureMode} confirmation, the phone in a second tab`, async ({ page, context }) => {
      await merchantChooses({ confirmationType, captureBy: 'shop' })
      const t = words(locale, 'payment')
      const phone = aPhone()
      await page.goto(`/${locale}`)
      const paymentId = await buyOneThing(page, locale, phone)
      expect((await readPayment(paymentId)).captureMode).toBe(captureMode)
      await answerOnPhone(context, phone, 'accept')
      await page.bringToFront()
      await expectHeading(page, t('confirmed.title'))
      await page
        .getByRole('main')
        .getByRole('link', { name: t('confirmed.link') })
        .click()
      await expect(page.getByRole('main')).toContainText(t('orderPage.paid'))
    })
  }
}
