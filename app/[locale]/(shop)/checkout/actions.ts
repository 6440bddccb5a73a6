'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentShopper } from '@/lib/accounts/shopper'
import { definePublicAction } from '@/lib/actions'
import { clientAddress } from '@/lib/auth/client-address'
import { keepCartId } from '@/lib/cart/cookie'
import { env } from '@/lib/env'
import { refused } from '@/lib/form-state'
import { keepLocaleUnlessChosen } from '@/lib/i18n/cookie'
import { checkout } from '@/lib/payments/start'
import { placeOrderSchema } from './schema'

/** Places the order of the shopper's cart and sends the payment to their phone. Fields: those of the checkout, locale. */
export const placeOrder = definePublicAction<typeof placeOrderSchema, null>({
  schema: placeOrderSchema,
  handler: async ({ locale, form }) => {
    const client = clientAddress((await headers()).get('x-forwarded-for'), env().trustedProxyHops) ?? undefined
    const shopper = await currentShopper()
    const result = await checkout({ cartId: await keepCartId(), locale, form, client, shopperId: shopper?.id })
    switch (result.kind) {
      case 'started':
      case 'existing':
        await keepLocaleUnlessChosen(locale)
        redirect(`/${locale}/pay/${result.paymentId}`)
      case 'empty_cart':
        redirect(result.lastPaymentId ? `/${locale}/pay/${result.lastPaymentId}` : `/${locale}/cart`)
      case 'out_of_stock':
        // The page is written anew and names the lines: it reads them where the order does.
        refresh()
        return refused('outOfStock')
      case 'order_closed':
        refresh()
        return refused('orderClosed')
      case 'too_many_tries':
        return refused('tooManyTries')
      case 'not_now':
        return refused('notNow')
    }
  },
})
